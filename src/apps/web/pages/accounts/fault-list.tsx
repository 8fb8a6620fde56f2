import { Table, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ListRow } from './import-list.ts'
import { ShownPart } from './shown-part.tsx'

/** A message as a sentence of its own. */
const asSentence = (text: string): string =>
  `${text.charAt(0).toLocaleUpperCase('vi')}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`

/** Every cell of a list that must be put right, in the order of the sheet. */
export const FaultList = ({ rows }: { readonly rows: readonly ListRow[] }) => {
  const { t } = useTranslation('account')
  const refused = rows.filter(({ outcome }) => outcome === 'refused')
  const title = t('list.sheet', { sheet: refused[0]?.sheet ?? '' })
  return (
    <section>
      <Title order={3} mb={6}>
        {title}
      </Title>
      <ShownPart key={refused.map(({ row }) => row).join()} rows={refused}>
        {(shown) => (
          <div className="scroll-box" tabIndex={0} role="group" aria-label={title}>
            <Table aria-label={title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th w={64}>{t('list.cell')}</Table.Th>
                  <Table.Th>{t('list.fault')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((row) => (
                  <FaultRow key={row.row} {...row} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
      </ShownPart>
    </section>
  )
}

const FaultRow = ({ row, cell, fullName, username, message }: ListRow) => {
  const { t } = useTranslation('account')
  const who = [fullName, username].filter((text) => text !== '').join(' · ')
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600} className="numbers" style={{ verticalAlign: 'top' }}>
        {cell}
      </Table.Th>
      <Table.Td>
        <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
          {who === '' ? t('list.rowName', { row }) : who}
        </Text>
        <Text>{asSentence(message ?? '')}</Text>
      </Table.Td>
    </Table.Tr>
  )
}
