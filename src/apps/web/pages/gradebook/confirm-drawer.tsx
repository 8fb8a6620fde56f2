import { Alert, Button, Drawer, Group, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, formatTime, notify, useSchool } from '../../parts/index.ts'
import { Loaded } from '../../setting-up/loaded.tsx'
import { part as inUrl, requestOfYear, type AnswerOf } from '../../setting-up/request.ts'
import { sheetKeyOf, type SheetAddress } from './sheet-address.ts'

type Confirmation = AnswerOf<'getConfirmation'>
type PartState = Confirmation['parts'][number]

interface ConfirmDrawerProps {
  readonly address: SheetAddress
  /** After the sheet was confirmed, or opened again. */
  readonly onChanged: () => void
  readonly onClose: () => void
}

const below = ({ classId, sheet }: SheetAddress): string =>
  `classes/${inUrl(classId)}/sheets/${inUrl(sheet)}/confirmation`

/** Xác nhận trang sổ: what is missing, what is odd and why it is right, and the confirmation that closes the sheet. */
export const ConfirmDrawer = ({ address, onChanged, onClose }: ConfirmDrawerProps) => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const query = useQuery({
    queryKey: ['confirmation', sheetKeyOf(address)],
    queryFn: () => requestOfYear<'getConfirmation'>('get', school, below(address)),
    gcTime: 0,
    staleTime: 0,
  })
  return (
    <Drawer opened onClose={onClose} position="right" size="md" title={t('confirm.title')}>
      <Loaded query={query}>
        {(confirmation) => (
          <Stack>
            {confirmation.parts.map((part) => (
              <Standing key={part.part} part={part} />
            ))}
            <Deciding
              key={confirmation.digest}
              address={address}
              confirmation={confirmation}
              onChanged={() => {
                onChanged()
                onClose()
              }}
              onAgain={() => void query.refetch()}
            />
          </Stack>
        )}
      </Loaded>
    </Drawer>
  )
}

const Standing = ({ part: { state, byName, at } }: { readonly part: PartState }) => {
  const { t } = useTranslation('books')
  if (state === 'open') return null
  return (
    <Alert variant="light" color={state === 'confirmed' ? 'green' : 'yellow'} py={6}>
      {t('confirm.by', { name: byName ?? '', at: at === null ? '' : formatTime(at) })}
      {state === 'changed' && `. ${t('class.changedSince')}`}
    </Alert>
  )
}

const shortest = 5
const mostShown = 20

interface DecidingProps {
  readonly address: SheetAddress
  readonly confirmation: Confirmation
  readonly onChanged: () => void
  readonly onAgain: () => void
}

const Deciding = ({ address, confirmation, onChanged, onAgain }: DecidingProps) => {
  const { t } = useTranslation('books')
  const { warnings, canConfirm, why, parts } = confirmation
  const [words, setWords] = useState<Readonly<Record<string, string>>>({})
  const missing = warnings.filter(({ severity }) => severity === 'blocking')
  const odd = warnings.filter(({ severity }) => severity === 'confirmable')
  const year = parts.find(({ part }) => part === 'year')
  const isDone = year?.state === 'confirmed'
  if (why !== null) return <Text>{why}</Text>
  if (!canConfirm) return null
  return (
    <Stack>
      {!isDone && <Text size="sm">{t('confirm.text')}</Text>}
      {missing.length > 0 && <Missing texts={missing.map(({ text }) => text)} />}
      {missing.length === 0 && odd.length === 0 && !isDone && <Text>{t('confirm.clean')}</Text>}
      {missing.length === 0 && odd.length > 0 && !isDone && (
        <>
          <Text fw={600}>{t('confirm.warnings')}</Text>
          {odd.map(({ key, text }) => (
            <Textarea
              key={key}
              label={text}
              lang="vi"
              placeholder={t('confirm.words')}
              autosize
              minRows={1}
              value={words[key] ?? ''}
              onChange={(event) => {
                setWords({ ...words, [key]: event.currentTarget.value })
              }}
            />
          ))}
        </>
      )}
      <Acts
        address={address}
        confirmation={confirmation}
        accepted={odd.map(({ key }) => ({ key, words: (words[key] ?? '').trim() }))}
        isReady={missing.length === 0 && odd.every(({ key }) => (words[key] ?? '').trim().length >= shortest)}
        onChanged={onChanged}
        onAgain={onAgain}
      />
    </Stack>
  )
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

interface ActsProps extends DecidingProps {
  readonly accepted: readonly { readonly key: string; readonly words: string }[]
  readonly isReady: boolean
}

const Acts = ({ address, confirmation, accepted, isReady, onChanged, onAgain }: ActsProps) => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const { title, digest, parts, canWithdraw } = confirmation
  const isDone = parts.find(({ part }) => part === 'year')?.state === 'confirmed'
  const hasSummer = parts.find(({ part }) => part === 'summer')?.state === 'confirmed'
  const said = (message: string): void => {
    void notify({ message, color: 'green', closeButtonProps: { 'aria-label': t('common.close') } })
    onChanged()
  }
  const confirm = useMutation({
    mutationFn: (part: 'year' | 'summer') =>
      requestOfYear<'confirmSheet'>('post', school, below(address), {
        part,
        digest,
        accepted: [...accepted],
      }),
    onSuccess: () => {
      said(t('confirm.done', { title }))
    },
    onError: onAgain,
  })
  const withdraw = useMutation({
    mutationFn: () => requestOfYear<'withdrawConfirmation'>('delete', school, `${below(address)}?part=year`),
    onSuccess: () => {
      said(t('confirm.withdrawn', { title }))
    },
  })
  return (
    <>
      {confirm.isError && <ErrorState error={confirm.error} />}
      {withdraw.isError && <ErrorState error={withdraw.error} />}
      {isDone && canWithdraw && (
        <Text size="sm" c="dimmed">
          {t('confirm.withdrawText')}
        </Text>
      )}
      <Group justify="flex-end">
        {isDone && canWithdraw && (
          <Button
            variant="default"
            loading={withdraw.isPending}
            onClick={() => {
              withdraw.mutate()
            }}
          >
            {t('confirm.withdraw')}
          </Button>
        )}
        {isDone && !canWithdraw && !hasSummer && (
          <Button
            variant="default"
            loading={confirm.isPending}
            onClick={() => {
              confirm.mutate('summer')
            }}
          >
            {t('confirm.summer')}
          </Button>
        )}
        {!isDone && (
          <Button
            disabled={!isReady}
            loading={confirm.isPending}
            onClick={() => {
              confirm.mutate('year')
            }}
          >
            {t('confirm.confirm')}
          </Button>
        )}
      </Group>
    </>
  )
}
