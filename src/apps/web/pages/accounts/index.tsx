import { Badge, Button, Text } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import {
  ConfirmDialog,
  DataTable,
  ErrorState,
  formatTime,
  LoadingState,
  PageHeader,
  useSchool,
} from '../../parts/index.ts'
import { AddDialog } from './add-dialog.tsx'
import { accountsQuery, type Account, type Slip } from './queries.ts'
import { RowActions } from './row-actions.tsx'
import { Slips } from './slips.tsx'
import { AccountTrace } from './trace.tsx'

const stateColors = { invited: 'yellow', active: 'green', suspended: 'gray' } as const

/** Người dùng: who has an account, and codes for those who have none. */
export const Page = () => {
  const { t } = useTranslation('account')
  const school = useSchool()
  const queries = useQueryClient()
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search, 250)
  const [page, setPage] = useState(1)
  const [slips, setSlips] = useState<readonly Slip[]>([])
  const [isAdding, adding] = useDisclosure()
  const [isGiving, giving] = useDisclosure()
  const accounts = useQuery({
    ...accountsQuery(school.schoolCode, asked, page),
    placeholderData: keepPreviousData,
  })
  const show = (added: readonly Slip[]): void => {
    setSlips(added)
    void queries.invalidateQueries({ queryKey: ['accounts', school.schoolCode] })
  }
  const mayManage = school.can('accounts.manage')
  return (
    <>
      <PageHeader
        title={t('people.title')}
        subtitle={t('people.subtitle')}
        actions={
          mayManage && (
            <>
              <Button onClick={giving.open}>{t('people.fromStaff')}</Button>
              <Button variant="default" onClick={adding.open}>
                {t('people.add')}
              </Button>
            </>
          )
        }
      />
      {accounts.isError && <ErrorState error={accounts.error} onRetry={() => void accounts.refetch()} />}
      {accounts.isPending && <LoadingState />}
      {accounts.data !== undefined && (
        <AccountTable
          accounts={accounts.data.accounts}
          search={search}
          onSearch={(value) => {
            setSearch(value)
            setPage(1)
          }}
          paging={{ page, pageSize: 50, total: accounts.data.total, onPage: setPage }}
          {...(mayManage
            ? {
                onCode: (slip: Slip) => {
                  show([slip])
                },
              }
            : {})}
        />
      )}
      <AccountTrace />
      <AddDialog
        isOpen={isAdding}
        onClose={adding.close}
        onAdded={(slip) => {
          adding.close()
          show([slip])
        }}
      />
      <FromStaff isOpen={isGiving} onClose={giving.close} onAdded={show} />
      <Slips
        slips={slips}
        onClose={() => {
          setSlips([])
        }}
      />
    </>
  )
}

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

const AccountTable = ({ accounts, search, onSearch, paging, onCode }: AccountTableProps) => {
  const { t } = useTranslation('account')
  const { t: ofShell } = useTranslation('shell')
  return (
    <DataTable
      label={t('people.list')}
      rows={accounts}
      keyOf={({ accountId }) => accountId}
      empty={search === '' ? t('people.shortcut') : t('people.empty')}
      search={{ value: search, onChange: onSearch, label: t('people.search') }}
      paging={paging}
      columns={[
        { key: 'name', title: t('people.fullName'), isRowHeader: true, cell: ({ fullName }) => fullName },
        { key: 'username', title: t('people.username'), cell: ({ username }) => username },
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
          cell: ({ lastSignInAt }) => (lastSignInAt === null ? t('people.never') : formatTime(lastSignInAt)),
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
  )
}

interface FromStaffProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAdded: (slips: readonly Slip[]) => void
}

const FromStaff = ({ isOpen, onClose, onAdded }: FromStaffProps) => {
  const { t } = useTranslation('account')
  const { schoolCode, schoolYear, level } = useSchool()
  const give = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/schools/{schoolCode}/accounts/from-staff', {
          params: { path: { schoolCode } },
          body: { schoolYear, level },
        }),
      ),
    onSuccess: ({ added }) => {
      if (added.length === 0) return
      onClose()
      onAdded(added.map(({ account, ...code }) => ({ ...account, ...code })))
    },
  })
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('people.fromStaff')}
      confirm={t('people.fromStaffConfirm')}
      isBusy={give.isPending}
      onConfirm={() => {
        give.mutate()
      }}
      onClose={onClose}
    >
      <Text size="sm">{t('people.fromStaffText', { year: schoolYear })}</Text>
      {give.data?.added.length === 0 && (
        <Text size="sm" role="status" fw={500}>
          {t('people.nothingToAdd')}
        </Text>
      )}
      {give.isError && <ErrorState error={give.error} />}
    </ConfirmDialog>
  )
}
