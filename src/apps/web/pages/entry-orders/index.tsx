import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, NotYours, PageHeader, useSchool } from '../../parts/index.ts'
import { ordersQuery } from '../../report-books/queries.ts'
import { Loaded } from '../../setting-up/index.ts'
import { OrderCard } from './order-card.tsx'
import { OrderForm } from './order-form.tsx'

/** Lệnh mở sổ: what was opened again, why, until when, and what was written meanwhile. */
export const Page = () => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const orders = useQuery(ordersQuery(school))
  const [isAdding, setAdding] = useState(false)
  if (!school.can('entry.order') && !school.can('entry.countersign')) return <NotYours />
  const add = school.can('entry.order') && (
    <Button
      onClick={() => {
        setAdding(true)
      }}
    >
      {school.roles.includes('principal') ? t('orders.add') : t('orders.addQuoted')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('orders.title')} subtitle={t('orders.subtitle')} actions={add} />
      <Loaded query={orders}>
        {({ orders: list }) =>
          list.length === 0 ? (
            <EmptyState title={t('orders.empty')} hint={t('orders.emptyHint')} />
          ) : (
            <Stack gap="sm">
              {list.map((order) => (
                <OrderCard key={order.orderId} order={order} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {isAdding && (
        <OrderForm
          onClose={() => {
            setAdding(false)
          }}
        />
      )}
    </>
  )
}
