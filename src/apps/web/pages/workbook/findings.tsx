import { Alert, Badge, Button, CopyButton, Group, Stack, Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ListBox } from '../../setting-up/index.ts'

/** One cell of a workbook that is not understood. */
export interface Finding {
  readonly sheet: string
  readonly cell: string
  readonly value: string
  readonly message: string
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The findings that a refused workbook was answered with. */
export const findingsOf = (more: Readonly<Record<string, unknown>>): readonly Finding[] => {
  const { findings } = more
  if (!Array.isArray(findings)) return []
  return findings.map((one: Readonly<Record<string, unknown>>) => ({
    sheet: textOf(one['sheet']),
    cell: textOf(one['cell']),
    value: textOf(one['value']),
    message: textOf(one['message']),
  }))
}

/** Findings as they are pasted into a worksheet or a message. */
export const asTable = (findings: readonly Finding[]): string =>
  findings.map(({ sheet, cell, value, message }) => [sheet, cell, value, message].join('\t')).join('\n')

interface FindingsProps {
  readonly findings: readonly Finding[]
  readonly fileName: string
  readonly summary: string
}

/** Every cell to be put right, sheet by sheet, in the order of the workbook. */
export const Findings = ({ findings, fileName, summary }: FindingsProps) => {
  const { t } = useTranslation('setup')
  const sheets = [...new Set(findings.map(({ sheet }) => sheet))]
  return (
    <Stack gap="md">
      <Alert color="red" variant="light" title={t('workbook.refused', { name: fileName })} role="alert">
        <Text size="sm" mb="xs">
          {summary} {t('workbook.refusedHint')}
        </Text>
        <CopyButton value={asTable(findings)}>
          {({ copied, copy }) => (
            <Button size="xs" variant="default" onClick={copy}>
              {copied ? t('workbook.copied') : t('workbook.copy')}
            </Button>
          )}
        </CopyButton>
      </Alert>
      {sheets.map((sheet) => (
        <SheetFindings key={sheet} sheet={sheet} findings={findings.filter((one) => one.sheet === sheet)} />
      ))}
    </Stack>
  )
}

const SheetFindings = ({
  sheet,
  findings,
}: {
  readonly sheet: string
  readonly findings: readonly Finding[]
}) => {
  const { t } = useTranslation('setup')
  const title = sheet === '' ? t('workbook.wholeFile') : t('workbook.sheet', { sheet })
  return (
    <section>
      <Group gap="xs" mb={6}>
        <Title order={2} size="h3">
          {title}
        </Title>
        <Badge variant="light" color="red">
          {t('workbook.findings', { count: findings.length })}
        </Badge>
      </Group>
      <ListBox label={title} width={620}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={80}>{t('workbook.cell')}</Table.Th>
            <Table.Th w="22%">{t('workbook.value')}</Table.Th>
            <Table.Th>{t('workbook.message')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {findings.map(({ cell, value, message }, index) => (
            <Table.Tr key={`${cell}-${index}`}>
              <Table.Th scope="row" fw={500} className="numbers">
                {cell}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>{value === '' ? '–' : value}</Table.Td>
              <Table.Td miw={260}>{message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </ListBox>
    </section>
  )
}
