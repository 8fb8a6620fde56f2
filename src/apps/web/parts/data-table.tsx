import { Group, Pagination, Table, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface DataColumn<Row> {
  readonly key: string
  readonly title: ReactNode
  readonly cell: (row: Row, index: number) => ReactNode
  readonly align?: 'left' | 'right' | 'center'
  readonly width?: number | string
  /** The cell that names the row, for screen readers. */
  readonly isRowHeader?: boolean
}

interface DataTableProps<Row> {
  /** What the table holds, for screen readers. */
  readonly label: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly empty?: ReactNode
  readonly search?: {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly label: string
  }
  readonly paging?: {
    readonly page: number
    readonly pageSize: number
    readonly total: number
    readonly onPage: (page: number) => void
  }
  readonly tools?: ReactNode
}

/** A plain list: native table in its own scrolling box, search and pages above and below it. */
export const DataTable = <Row,>({
  label,
  columns,
  rows,
  keyOf,
  empty,
  search,
  paging,
  tools,
}: DataTableProps<Row>) => {
  const { t } = useTranslation('shell')
  return (
    <div>
      {(search !== undefined || tools !== undefined) && (
        <Group mb="xs" justify="space-between" className="no-print">
          {search !== undefined && (
            <TextInput
              type="search"
              w={280}
              maw="100%"
              leftSection={<IconSearch size={16} aria-hidden />}
              aria-label={search.label}
              placeholder={search.label}
              value={search.value}
              onChange={(event) => {
                search.onChange(event.currentTarget.value)
              }}
            />
          )}
          {tools}
        </Group>
      )}
      <div className="scroll-box" tabIndex={0} role="group" aria-label={label}>
        <Table aria-label={label} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              {columns.map(({ key, title, align, width }) =>
                title === '' ? (
                  <Table.Td key={key} w={width} bg="#eef2f7" />
                ) : (
                  <Table.Th key={key} scope="col" ta={align} w={width}>
                    {title}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row, index) => (
              <Table.Tr key={keyOf(row)}>
                {columns.map(({ key, cell, align, isRowHeader }) =>
                  isRowHeader === true ? (
                    <Table.Th key={key} scope="row" ta={align} fw={500}>
                      {cell(row, index)}
                    </Table.Th>
                  ) : (
                    <Table.Td key={key} ta={align} className={align === 'right' ? 'numbers' : undefined}>
                      {cell(row, index)}
                    </Table.Td>
                  ),
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {rows.length === 0 && (
          <Text p="md" c="dimmed" ta="center" component="div">
            {empty ?? t('state.nothing')}
          </Text>
        )}
      </div>
      {paging !== undefined && paging.total > paging.pageSize && (
        <Group mt="xs" justify="space-between" className="no-print">
          <Text size="sm" c="dimmed" className="numbers">
            {t('paging.range', {
              from: (paging.page - 1) * paging.pageSize + 1,
              to: Math.min(paging.page * paging.pageSize, paging.total),
              total: paging.total,
            })}
          </Text>
          <Pagination
            total={Math.ceil(paging.total / paging.pageSize)}
            value={paging.page}
            onChange={paging.onPage}
            getItemProps={(page) => ({ 'aria-label': t('paging.page', { page }) })}
            getControlProps={(control) => ({ 'aria-label': t(`paging.${control}`) })}
          />
        </Group>
      )}
    </div>
  )
}
