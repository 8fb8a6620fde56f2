import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../../api/client.ts'
import { DataTable, formatTime, useSchool } from '../../parts/index.ts'
import { account as words } from '../../words/vi/account.ts'

type Kind = keyof typeof words.people.kinds

/** What people do to nobody's account but their own. */
const ownKinds: readonly string[] = [
  'set-up',
  'activate',
  'join',
  'set-up-codes',
  'remove-codes',
  'change-password',
] satisfies readonly Kind[]

const isKind = (kind: string): kind is Kind => kind in words.people.kinds

/** Nhật ký tài khoản: who did what to whose account. */
export const AccountTrace = () => {
  const { t } = useTranslation('account')
  const { schoolCode } = useSchool()
  const [page, setPage] = useState(1)
  const acts = useQuery({
    queryKey: ['accounts', schoolCode, 'acts', page],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/schools/{schoolCode}/account-acts', {
          params: { path: { schoolCode }, query: { page: String(page) } },
        }),
      ),
  })
  return (
    <section aria-labelledby="nhat-ky">
      <Title order={2} id="nhat-ky" mt="xl" mb="xs">
        {t('people.trace')}
      </Title>
      <DataTable
        label={t('people.trace')}
        rows={acts.data?.acts ?? []}
        keyOf={({ actId }) => actId}
        paging={{ page, pageSize: 50, total: acts.data?.total ?? 0, onPage: setPage }}
        columns={[
          { key: 'at', title: t('people.at'), width: 160, cell: ({ at }) => formatTime(at) },
          {
            key: 'what',
            title: t('people.what'),
            isRowHeader: true,
            cell: ({ byName, aboutName, kind }) => (
              // A phone scrolls sideways rather than break the sentence word by word.
              <Text inherit miw={220}>
                {t(ownKinds.includes(kind) ? 'people.ownAct' : 'people.act', {
                  by: byName,
                  about: aboutName,
                  kind: isKind(kind) ? t(`people.kinds.${kind}`) : kind,
                })}
              </Text>
            ),
          },
          { key: 'detail', title: t('people.detail'), cell: ({ detail }) => detail },
        ]}
      />
    </section>
  )
}
