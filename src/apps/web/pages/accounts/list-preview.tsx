import { Badge, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ListBox } from '../../setting-up/index.ts'
import type { ListRow } from './import-list.ts'
import { ShownPart } from './shown-part.tsx'

/** Everybody of a list who gets an account, then who has one already. */
export const ListPreview = ({ rows }: { readonly rows: readonly ListRow[] }) => {
  const { t } = useTranslation('account')
  if (rows.length === 0) return null
  const of = (wanted: string) => rows.filter(({ outcome }) => outcome === wanted)
  return (
    <ShownPart rows={[...of('new'), ...of('same')]}>
      {(shown) => (
        <ListBox label={t('list.preview')} width={620}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('people.fullName')}</Table.Th>
              <Table.Th>{t('people.username')}</Table.Th>
              <Table.Th>{t('people.staffCode')}</Table.Th>
              <Table.Th>{t('list.outcome')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <PreviewRow key={row.row} {...row} />
            ))}
          </Table.Tbody>
        </ListBox>
      )}
    </ShownPart>
  )
}

const PreviewRow = ({ fullName, username, staffCode, isAdministrator, outcome }: ListRow) => {
  const { t } = useTranslation('account')
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {fullName}
      </Table.Th>
      <Table.Td>{username}</Table.Td>
      <Table.Td>{staffCode ?? '–'}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={outcome === 'new' ? 'green' : 'gray'}>
          {t(outcome === 'new' ? 'list.outcomes.new' : 'list.outcomes.same')}
        </Badge>
        {isAdministrator && (
          <Text span size="xs" c="dimmed">
            {' '}
            {t('list.administrator')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
