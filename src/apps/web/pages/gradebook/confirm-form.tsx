import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, notify, useSchool } from '../../parts/index.ts'
import { part as inUrl, requestOfYear, type AnswerOf } from '../../setting-up/request.ts'
import type { SheetAddress } from './sheet-address.ts'

type Confirmation = AnswerOf<'getConfirmation'>
export type PartState = Confirmation['parts'][number]

export const addressOfConfirmation = ({ classId, sheet }: SheetAddress): string =>
  `classes/${inUrl(classId)}/sheets/${inUrl(sheet)}/confirmation`

interface ConfirmFormProps {
  readonly address: SheetAddress
  readonly confirmation: Confirmation
  /** After the sheet was confirmed, or opened again. */
  readonly onChanged: () => void
  /** What was shown is no longer so. */
  readonly onAgain: () => void
}

/** The year until it was carried over; then the summer, where somebody may wait for it. */
const presentPart = ({ parts, withoutReport }: Confirmation): PartState | undefined => {
  const [year, summer] = (['year', 'summer'] as const).map((name) => parts.find(({ part }) => part === name))
  if (year?.state !== 'confirmed' || year.canWithdraw) return year
  return withoutReport > 0 || summer?.state !== 'open' ? summer : undefined
}

/** What is missing, what is odd and why it is right; then the confirmation, or taking it back. */
export const ConfirmForm = (props: ConfirmFormProps) => {
  const { t } = useTranslation('books')
  const { why, canConfirm } = props.confirmation
  const part = presentPart(props.confirmation)
  if (why !== null) return <Text>{why}</Text>
  if (!canConfirm) return null
  if (part === undefined) return <Text size="sm">{t('confirm.carriedOver')}</Text>
  return part.state === 'confirmed' ? (
    <TakingBack {...props} part={part} />
  ) : (
    <Confirming {...props} part={part} />
  )
}

interface PartProps extends ConfirmFormProps {
  readonly part: PartState
}

const shortest = 5
const mostShown = 20

type Odd = Confirmation['warnings'][number]

/** What was said of the same warning before holds until something else is typed. */
const useWords = ({ parts }: Confirmation) => {
  const earlier = parts.flatMap(({ accepted }) => accepted)
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  return {
    of: ({ key, text }: Odd): string =>
      typed[key] ?? earlier.find((one) => one.key === key && one.text === text)?.words ?? '',
    change: ({ key }: Odd, words: string): void => {
      setTyped({ ...typed, [key]: words })
    },
  }
}

const Confirming = ({ address, confirmation, part: { part }, onChanged, onAgain }: PartProps) => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const { warnings, title, digest } = confirmation
  const missing = warnings.filter(({ severity }) => part === 'year' && severity === 'blocking')
  const odd = missing.length > 0 ? [] : warnings.filter(({ severity }) => severity === 'confirmable')
  const words = useWords(confirmation)
  const accepted = odd.map((one) => ({ key: one.key, words: words.of(one).trim() }))
  const say = useSaying(onChanged)
  const confirm = useMutation({
    mutationFn: () =>
      requestOfYear<'confirmSheet'>('post', school, addressOfConfirmation(address), {
        part,
        digest,
        accepted,
      }),
    onSuccess: () => {
      say(t('confirm.done', { title }))
    },
    onError: onAgain,
  })
  return (
    <Stack>
      <Text size="sm">{part === 'summer' ? t('confirm.textSummer') : t('confirm.text')}</Text>
      {missing.length > 0 && <Missing texts={missing.map(({ text }) => text)} />}
      {missing.length === 0 && odd.length === 0 && <Text>{t('confirm.clean')}</Text>}
      {odd.length > 0 && <Text fw={600}>{t('confirm.warnings')}</Text>}
      {odd.map((one) => (
        <Textarea
          key={one.key}
          label={one.text}
          lang="vi"
          placeholder={t('confirm.words')}
          autosize
          minRows={1}
          value={words.of(one)}
          onChange={(event) => {
            words.change(one, event.currentTarget.value)
          }}
        />
      ))}
      {confirm.isError && <ErrorState error={confirm.error} />}
      <Group justify="flex-end">
        <Button
          disabled={missing.length > 0 || accepted.some((one) => one.words.length < shortest)}
          loading={confirm.isPending}
          onClick={() => {
            confirm.mutate()
          }}
        >
          {part === 'summer' ? t('confirm.summer') : t('confirm.confirm')}
        </Button>
      </Group>
    </Stack>
  )
}

const useSaying = (onChanged: () => void) => {
  const { t } = useTranslation('books')
  return (message: string): void => {
    void notify({ message, color: 'green', closeButtonProps: { 'aria-label': t('common.close') } })
    onChanged()
  }
}

const Missing = ({ texts }: { readonly texts: readonly string[] }) => {
  const { t } = useTranslation('books')
  return (
    <Alert color="yellow" variant="light" title={t('confirm.missing', { count: texts.length })}>
      <ul lang="vi">
        {texts.slice(0, mostShown).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {texts.length > mostShown && '…'}
    </Alert>
  )
}

const TakingBack = ({ address, confirmation, part: { part, canWithdraw }, onChanged }: PartProps) => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const say = useSaying(onChanged)
  const withdraw = useMutation({
    mutationFn: () =>
      requestOfYear<'withdrawConfirmation'>(
        'delete',
        school,
        `${addressOfConfirmation(address)}?part=${part}`,
      ),
    onSuccess: () => {
      say(t('confirm.withdrawn', { title: confirmation.title }))
    },
  })
  if (!canWithdraw) return null
  return (
    <>
      {withdraw.isError && <ErrorState error={withdraw.error} />}
      <Text size="sm" c="dimmed">
        {t('confirm.withdrawText')}
      </Text>
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={withdraw.isPending}
          onClick={() => {
            withdraw.mutate()
          }}
        >
          {t('confirm.withdraw')}
        </Button>
      </Group>
    </>
  )
}
