import { Badge, Button, Group, Table, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ListBox } from '../../setting-up/index.ts'
import { describeField, isTable } from './field-words.ts'
import type { WorkbookImport } from './send-workbook.ts'

type Change = WorkbookImport['changes'][number]

const kinds = ['removed', 'changed', 'added'] as const
const atOnce = 40

interface ChangeTablesProps {
  readonly changes: readonly Change[]
  readonly total: number
}

/** The changes by kind: what goes first, for that is what nobody gets back. */
export const ChangeTables = ({ changes, total }: ChangeTablesProps) => {
  const { t } = useTranslation('setup')
  return (
    <>
      {kinds.map((kind) => {
        const own = changes.filter((one) => one.kind === kind)
        return own.length === 0 ? null : <ChangeTable key={kind} kind={kind} changes={own} />
      })}
      {total > changes.length && (
        <Text size="sm" c="dimmed">
          {t('workbook.moreChanges', { shown: changes.length, total })}
        </Text>
      )}
    </>
  )
}

const colors = { removed: 'red', changed: 'yellow', added: 'green' } as const

const ChangeTable = ({
  kind,
  changes,
}: {
  readonly kind: (typeof kinds)[number]
  readonly changes: readonly Change[]
}) => {
  const { t } = useTranslation('setup')
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? changes : changes.slice(0, atOnce)
  const title = t(`workbook.counts.${kind}`)
  return (
    <section>
      <Group gap="xs" mb={6}>
        <Title order={3}>{title}</Title>
        <Badge variant="light" color={colors[kind]} className="numbers">
          {changes.length}
        </Badge>
      </Group>
      <ListBox label={title} width={680}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="18%">{t('workbook.table')}</Table.Th>
            <Table.Th w="32%" data-names-rows>
              {t('workbook.who')}
            </Table.Th>
            <Table.Th w="20%">{t('workbook.what')}</Table.Th>
            {kind !== 'added' && <Table.Th>{t('workbook.before')}</Table.Th>}
            {kind !== 'removed' && <Table.Th>{t('workbook.after')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((change, index) => (
            <ChangeRow key={`${change.table}-${change.who}-${change.what}-${index}`} change={change} />
          ))}
        </Table.Tbody>
      </ListBox>
      {!isWhole && changes.length > atOnce && (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          onClick={() => {
            setIsWhole(true)
          }}
        >
          {t('workbook.showAll', { count: changes.length })}
        </Button>
      )}
    </section>
  )
}

const ChangeRow = ({ change: { table, who, what, kind, before, after } }: { readonly change: Change }) => {
  const { t } = useTranslation('setup')
  return (
    <Table.Tr>
      <Table.Td>{isTable(table) ? t(`workbook.tables.${table}`) : table}</Table.Td>
      <Table.Th scope="row" fw={500}>
        {who}
      </Table.Th>
      <Table.Td>{what === '' ? '–' : describeField(t, what)}</Table.Td>
      {kind !== 'added' && <Table.Td>{before === null ? '–' : <del>{before}</del>}</Table.Td>}
      {kind !== 'removed' && <Table.Td fw={after === null ? undefined : 500}>{after ?? '–'}</Table.Td>}
    </Table.Tr>
  )
}
