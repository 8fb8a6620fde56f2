import { Button, Group, Paper, Stack, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useId, useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface FileDropProps {
  readonly label: string
  readonly hint?: string
  /** '.xlsx' */
  readonly accept: string
  readonly isBusy?: boolean
  readonly onFile: (file: File) => void
}

/** Takes one file: dropped, or chosen with mouse or keyboard. */
export const FileDrop = ({ label, hint, accept, isBusy = false, onFile }: FileDropProps) => {
  const { t } = useTranslation('shell')
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) onFile(file)
  }
  return (
    <Paper
      withBorder
      p="lg"
      bg={isOver ? 'blue.0' : '#fff'}
      style={{ borderStyle: 'dashed' }}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => {
        setIsOver(false)
      }}
      onDrop={drop}
    >
      <Group>
        <IconFileSpreadsheet size={32} stroke={1.3} aria-hidden />
        <Stack gap={2} flex={1} miw={180}>
          <Text fw={500} component="label" htmlFor={id}>
            {label}
          </Text>
          {hint !== undefined && (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
        </Stack>
        <Button variant="default" loading={isBusy} onClick={() => input.current?.click()}>
          {t('action.chooseFile')}
        </Button>
        <input
          ref={input}
          id={id}
          type="file"
          accept={accept}
          hidden
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            event.currentTarget.value = ''
            if (file !== undefined) onFile(file)
          }}
        />
      </Group>
    </Paper>
  )
}
