import '../../words/account.ts'
import {
  Button,
  Group,
  PasswordInput,
  Progress,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { meQuery } from '../../api/me.ts'
import { AlonePage, ErrorState } from '../../parts/index.ts'
import type { EducationLevel } from '../../../../shared/education-level.ts'

const fields = [
  ['setUpCode'],
  ['name', 'code', 'level', 'wardName', 'wardCode', 'provinceName', 'provinceCode', 'signingPlace'],
  ['schoolYear'],
  ['fullName', 'username', 'password'],
] as const

type Field = (typeof fields)[number][number]
type Answers = Readonly<Record<Field, string>>

/** The school year that a month belongs to: a new one begins in August. */
const presentYear = (now: Date): string => {
  const first = now.getMonth() >= 6 ? now.getFullYear() : now.getFullYear() - 1
  return `${first}-${first + 1}`
}

const nothing: Answers = {
  setUpCode: '',
  name: '',
  code: '',
  level: 'lower-secondary',
  wardName: '',
  wardCode: '',
  provinceName: '',
  provinceCode: '',
  signingPlace: '',
  schoolYear: presentYear(new Date()),
  fullName: '',
  username: 'quantri',
  password: '',
}

const send = ({ setUpCode, schoolYear, fullName, username, password, level, ...school }: Answers) =>
  answerOf(
    api.POST('/api/v1/set-up', {
      body: {
        setUpCode,
        school: { ...school, level: level as EducationLevel },
        schoolYear,
        administrator: { fullName, username, password },
      },
    }),
  )

/** Thiết lập lần đầu: four short steps, by whoever reads the server's console. */
export const Page = () => {
  const { t } = useTranslation('account')
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [step, setStep] = useState(0)
  const [answers, setAnswers] = useState(nothing)
  const [isChecked, setIsChecked] = useState(false)
  const setUp = useMutation({
    mutationFn: () => send(answers),
    onSuccess: (me) => {
      queries.setQueryData(meQuery.queryKey, me)
      queries.setQueryData(['set-up'], { isNeeded: false })
      void navigate({ to: '/' })
    },
  })
  const set = (field: Field, value: string): void => {
    setAnswers({ ...answers, [field]: value })
  }
  const isComplete = (fields[step] ?? []).every((field) => answers[field].trim() !== '')
  const go = (): void => {
    setIsChecked(!isComplete)
    if (!isComplete) return
    if (step < fields.length - 1) setStep(step + 1)
    else setUp.mutate()
  }
  return (
    <AlonePage title={t('setUp.title')} size={620}>
      <Text size="sm" c="dimmed" role="status">
        {t('setUp.step', { step: step + 1, total: fields.length })}
      </Text>
      <Progress
        value={((step + 1) / fields.length) * 100}
        size="sm"
        my="xs"
        aria-label={t('setUp.step', { step: step + 1, total: fields.length })}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
        noValidate
      >
        <Stack>
          <Step step={step} answers={answers} set={set} isChecked={isChecked} />
          {setUp.isError && <ErrorState error={setUp.error} />}
          <Group justify="space-between">
            <Button
              variant="default"
              disabled={step === 0}
              onClick={() => {
                setStep(step - 1)
              }}
            >
              {t('setUp.back')}
            </Button>
            <Button type="submit" loading={setUp.isPending}>
              {step === fields.length - 1 ? t('setUp.submit') : t('setUp.next')}
            </Button>
          </Group>
        </Stack>
      </form>
    </AlonePage>
  )
}

interface StepProps {
  readonly step: number
  readonly answers: Answers
  readonly set: (field: Field, value: string) => void
  readonly isChecked: boolean
}

const Step = (props: StepProps) => {
  const { t } = useTranslation('account')
  const { step } = props
  if (step === 0)
    return (
      <>
        <Title order={2}>{t('setUp.codeTitle')}</Title>
        <Text size="sm">{t('setUp.codeText')}</Text>
        <Answer {...props} field="setUpCode" label={t('setUp.code')} isFirst />
      </>
    )
  if (step === 1) return <SchoolStep {...props} />
  if (step === 2)
    return (
      <>
        <Title order={2}>{t('setUp.yearTitle')}</Title>
        <Answer
          {...props}
          field="schoolYear"
          label={t('setUp.schoolYear')}
          hint={t('setUp.schoolYearHint')}
          isFirst
        />
      </>
    )
  return (
    <>
      <Title order={2}>{t('setUp.administratorTitle')}</Title>
      <Text size="sm">{t('setUp.administratorText')}</Text>
      <Answer {...props} field="fullName" label={t('setUp.fullName')} isFirst />
      <Answer {...props} field="username" label={t('signIn.username')} />
      <PasswordInput
        label={t('signIn.password')}
        description={t('activation.passwordHint')}
        autoComplete="new-password"
        value={props.answers.password}
        error={props.isChecked && props.answers.password === '' ? t('setUp.required') : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        onChange={(event) => {
          props.set('password', event.currentTarget.value)
        }}
      />
    </>
  )
}

const SchoolStep = (props: StepProps) => {
  const { t } = useTranslation('account')
  const { t: ofShell } = useTranslation('shell')
  return (
    <>
      <Title order={2}>{t('setUp.schoolTitle')}</Title>
      <Answer {...props} field="name" label={t('setUp.schoolName')} isFirst />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Answer {...props} field="code" label={t('setUp.schoolCode')} />
        <Select
          label={t('setUp.level')}
          allowDeselect={false}
          data={(['primary', 'lower-secondary', 'upper-secondary'] as const).map((level) => ({
            value: level,
            label: ofShell(`levels.${level}`),
          }))}
          value={props.answers.level}
          onChange={(value) => {
            if (value !== null) props.set('level', value)
          }}
        />
        <Answer {...props} field="wardName" label={t('setUp.wardName')} />
        <Answer {...props} field="wardCode" label={t('setUp.wardCode')} />
        <Answer {...props} field="provinceName" label={t('setUp.provinceName')} />
        <Answer {...props} field="provinceCode" label={t('setUp.provinceCode')} />
      </SimpleGrid>
      <Answer {...props} field="signingPlace" label={t('setUp.signingPlace')} />
    </>
  )
}

const Answer = ({
  field,
  label,
  hint,
  answers,
  set,
  isChecked,
  isFirst = false,
}: StepProps & {
  readonly field: Field
  readonly label: string
  readonly hint?: string
  readonly isFirst?: boolean
}) => {
  const { t } = useTranslation('account')
  return (
    <TextInput
      key={field}
      label={label}
      description={hint}
      data-autofocus={isFirst ? true : undefined}
      autoFocus={isFirst}
      spellCheck={false}
      value={answers[field]}
      error={isChecked && answers[field].trim() === '' ? t('setUp.required') : undefined}
      onChange={(event) => {
        set(field, event.currentTarget.value)
      }}
    />
  )
}
