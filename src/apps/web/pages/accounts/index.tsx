import '../../words/account.ts'
import { Button } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState, LoadingState, PageHeader, useSchool } from '../../parts/index.ts'
import { AccountTable } from './account-table.tsx'
import { AddDialog } from './add-dialog.tsx'
import { FromStaff } from './from-staff.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { accountsQuery, type Slip } from './queries.ts'
import { Slips } from './slips.tsx'
import { AccountTrace } from './trace.tsx'

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
  const [isImporting, importing] = useDisclosure()
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
              <Button variant="default" onClick={importing.open}>
                {t('list.open')}
              </Button>
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
      {isImporting && (
        <ImportDialog
          onClose={importing.close}
          onAdded={(added) => {
            importing.close()
            show(added)
          }}
        />
      )}
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
