import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { emptyHistoryRow, type ProfileForm } from './profile.ts'

/** Quá trình học tập: a row for each year at a school before this one. */
export const HistoryRows = ({ form }: { readonly form: UseFormReturnType<ProfileForm> }) => {
  const { t } = useTranslation('setup')
  const rows = form.values.history
  return (
    <Stack gap="xs" role="group" aria-label={t('student.history')}>
      <Text size="sm" fw={500}>
        {t('student.history')}
      </Text>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('student.noHistory')}
        </Text>
      )}
      {rows.map((row, index) => (
        <Group key={index} gap="xs" align="flex-start" wrap="wrap">
          <TextInput
            w={120}
            aria-label={t('student.historyYear', { row: index + 1 })}
            placeholder="2024-2025"
            {...form.getInputProps(`history.${index}.schoolYear`)}
          />
          <TextInput
            w={90}
            aria-label={t('student.historyClass', { row: index + 1 })}
            placeholder={t('common.class')}
            {...form.getInputProps(`history.${index}.className`)}
          />
          <TextInput
            flex={1}
            miw={180}
            aria-label={t('student.historySchool', { row: index + 1 })}
            placeholder={t('student.schoolName')}
            {...form.getInputProps(`history.${index}.schoolName`)}
          />
          <ActionIcon
            variant="subtle"
            color="red"
            size={36}
            aria-label={t('student.removeHistory', { year: row.schoolYear })}
            onClick={() => {
              form.removeListItem('history', index)
            }}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            form.insertListItem('history', emptyHistoryRow)
          }}
        >
          {t('student.addHistory')}
        </Button>
      </div>
    </Stack>
  )
}
