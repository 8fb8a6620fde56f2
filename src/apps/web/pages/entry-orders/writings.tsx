import { Button, Group, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { DataTable, ErrorState, formatTime, useSchool } from '../../parts/index.ts'
import { useBookAct, writingsQuery, type EntryOrder } from '../../report-books/queries.ts'
import { ListFrame, Loaded, requestOfYear, type AnswerOf } from '../../setting-up/index.ts'

type Writing = AnswerOf<'listOrderWritings'>['writings'][number]

/** Every cell that was written under an order, before and after; the principal countersigns the list. */
export const Writings = ({ order }: { readonly order: EntryOrder }) => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const query = useQuery(writingsQuery(school, order.orderId))
  return (
    <Loaded query={query}>
      {({ writings, total }) => (
        <>
          {total === 0 ? (
            <Text mt="sm">{t('orders.writingsNone')}</Text>
          ) : (
            <ListFrame width={760}>
              <WritingTable order={order} writings={writings} />
            </ListFrame>
          )}
          {order.state === 'ended' && school.can('entry.countersign') && <Countersign order={order} />}
        </>
      )}
    </Loaded>
  )
}

const WritingTable = ({
  order,
  writings,
}: {
  readonly order: EntryOrder
  readonly writings: readonly Writing[]
}) => {
  const { t } = useTranslation('books')
  const said = (value: string | null): string => value ?? `(${t('common.nothing')})`
  return (
    <DataTable
      label={t('orders.writingsOf', { number: order.orderNumber })}
      rows={writings}
      keyOf={(one) => `${one.at} ${one.studentCode} ${one.sheet} ${one.path}`}
      columns={[
        { key: 'pupil', title: t('common.pupil'), isRowHeader: true, cell: (one) => one.studentName },
        { key: 'class', title: t('common.class'), cell: (one) => one.className },
        { key: 'column', title: t('common.column'), cell: (one) => one.columnTitle },
        { key: 'before', title: t('common.before'), cell: (one) => said(one.before) },
        { key: 'after', title: t('common.after'), cell: (one) => said(one.after) },
        { key: 'by', title: t('common.by'), cell: (one) => one.byName },
        { key: 'at', title: t('common.at'), cell: (one) => formatTime(one.at) },
      ]}
    />
  )
}

const Countersign = ({ order: { orderId, orderNumber } }: { readonly order: EntryOrder }) => {
  const { t } = useTranslation('books')
  const act = useBookAct({
    send: (year) =>
      requestOfYear<'countersignEntryOrder'>('post', year, `entry-orders/${orderId}/countersignature`),
    done: () => t('orders.countersignDone', { number: orderNumber }),
  })
  return (
    <>
      <Group mt="sm" justify="space-between">
        <Text size="sm" c="dimmed" maw="60ch">
          {t('orders.countersignHint')}
        </Text>
        <Button
          loading={act.isPending}
          onClick={() => {
            act.mutate(undefined)
          }}
        >
          {t('orders.countersign')}
        </Button>
      </Group>
      {act.isError && <ErrorState error={act.error} />}
    </>
  )
}
