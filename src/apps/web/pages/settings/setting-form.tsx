import { Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  DayInput,
  parseDay,
  part,
  requestOfYear,
  SideForm,
  typedDay,
  useSetUpSave,
  type SettingLine,
} from '../../setting-up/index.ts'
import { useShownValue } from './shown-value.ts'

interface SettingFormProps {
  readonly setting: SettingLine
  readonly onClose: () => void
}

/** Sets a rule for this school and year; why is kept with it. */
export const SettingForm = ({ setting, onClose }: SettingFormProps) => {
  const { t } = useTranslation('setup')
  const shown = useShownValue()
  const before = setting.kind === 'date' ? typedDay(setting.value) : (setting.value ?? '')
  const [typed, setTyped] = useState(before)
  const [reason, setReason] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const value = setting.kind === 'date' ? parseDay(typed) : typed.trim()
  const fault =
    value === undefined || value === ''
      ? setting.kind === 'date'
        ? t('common.dayFault')
        : t('common.required')
      : typed === before
        ? t('settings.sameValue')
        : undefined
  const save = useSetUpSave({
    send: (year, wanted: string) =>
      requestOfYear<'saveSetting'>('put', year, `settings/${part(setting.name)}`, {
        value: wanted,
        reason: reason.trim(),
      }),
    done: () => t('common.saved', { what: setting.title }),
    onDone: onClose,
  })
  return (
    <SideForm
      title={setting.title}
      isOpen
      isDirty={(typed !== before || reason !== '') && !save.isSuccess}
      isBusy={save.isPending}
      error={save.error}
      onSubmit={() => {
        setIsChecked(true)
        if (fault === undefined && value !== undefined && reason.trim() !== '') save.mutate(value)
      }}
      onClose={onClose}
    >
      <Text size="sm">
        {t('settings.now', { value: shown(setting, setting.value) })}
        {setting.value !== null && ` (${setting.article})`}
      </Text>
      <ValueInput setting={setting} typed={typed} onType={setTyped} error={isChecked ? fault : undefined} />
      <Textarea
        label={t('settings.reason')}
        description={t('settings.reasonHint')}
        autosize
        minRows={2}
        value={reason}
        error={isChecked && reason.trim() === '' ? t('settings.reasonFault') : undefined}
        onChange={(event) => {
          setReason(event.currentTarget.value)
        }}
      />
    </SideForm>
  )
}

interface ValueInputProps {
  readonly setting: SettingLine
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly error: string | undefined
}

const ValueInput = ({ setting: { kind, options = [] }, typed, onType, error }: ValueInputProps) => {
  const { t } = useTranslation('setup')
  const label = t('settings.newValue')
  const text = {
    label,
    value: typed,
    error,
    'data-autofocus': true,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => {
      onType(event.currentTarget.value)
    },
  }
  if (kind === 'date') return <DayInput {...text} />
  if (kind === 'number') return <TextInput {...text} inputMode="numeric" className="numbers" />
  if (kind === 'flag')
    return (
      <Radio.Group label={label} value={typed} onChange={onType} error={error}>
        <Stack gap={6} mt={4}>
          <Radio value="true" label={t('settings.yes')} />
          <Radio value="false" label={t('settings.no')} />
        </Stack>
      </Radio.Group>
    )
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={options.map((one) => ({ value: one.value, label: one.name }))}
      value={typed}
      error={error}
      onChange={(chosen) => {
        onType(chosen ?? '')
      }}
    />
  )
}
