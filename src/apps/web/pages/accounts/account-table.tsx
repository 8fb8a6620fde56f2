import { Badge, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable, formatTime } from '../../parts/index.ts'
import { ListFrame } from '../../setting-up/index.ts'
import type { Account, Slip } from './queries.ts'
import { RowActions } from './row-actions.tsx'

const stateColors = { invited: 'yellow', active: 'green', suspended: 'gray' } as const

interface AccountTableProps {
  readonly accounts: readonly Account[]
  readonly search: string
  readonly onSearch: (value: string) => void
  readonly paging: {
    readonly page: number
    readonly pageSize: number
    readonly total: number
    readonly onPage: (page: number) => void
  }
  readonly onCode?: (slip: Slip) => void
}

/** Who has an account, as what, and since when not seen. */
export const AccountTable = ({ accounts, search, onSearch, paging, onCode }: AccountTableProps) => {
  const { t } = useTranslation('account')
  const { t: ofShell } = useTranslation('shell')
  return (
    <ListFrame width={900}>
      <DataTable
        label={t('people.list')}
        rows={accounts}
        keyOf={({ accountId }) => accountId}
        empty={search === '' ? t('people.shortcut') : t('people.empty')}
        search={{ value: search, onChange: onSearch, label: t('people.search') }}
        paging={paging}
        columns={[
          { key: 'name', title: t('people.fullName'), isRowHeader: true, cell: ({ fullName }) => fullName },
          {
            key: 'username',
            title: t('people.username'),
            cell: ({ username, isGuest }) =>
              isGuest ? <Text c="dimmed">{t('people.guest')}</Text> : username,
          },
          { key: 'code', title: t('people.staffCode'), cell: ({ staffCode }) => staffCode ?? '–' },
          {
            key: 'roles',
            title: t('people.roles'),
            cell: ({ roles }) => roles.map((role) => ofShell(`roles.${role}`)).join(', ') || '–',
          },
          {
            key: 'state',
            title: t('people.state'),
            cell: ({ state, hasOneTimeCodes }) => (
              <>
                <Badge variant="light" color={stateColors[state]}>
                  {t(`people.states.${state}`)}
                </Badge>
                {hasOneTimeCodes && (
                  <Text span size="xs" c="dimmed">
                    {' '}
                    {t('people.withCodes')}
                  </Text>
                )}
              </>
            ),
          },
          {
            key: 'last',
            title: t('people.lastSignIn'),
            cell: ({ lastSignInAt, isGuest }) =>
              isGuest ? '–' : lastSignInAt === null ? t('people.never') : formatTime(lastSignInAt),
          },
          ...(onCode === undefined
            ? []
            : [
                {
                  key: 'actions',
                  title: '',
                  cell: (account: Account) => <RowActions account={account} onCode={onCode} />,
                },
              ]),
        ]}
      />
    </ListFrame>
  )
}
