import { Badge, Button, Group, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog, ErrorState, formatTime, useSchool } from '../../parts/index.ts'
import { useBookAct, type EntryOrder } from '../../report-books/queries.ts'
import { requestOfYear } from '../../setting-up/index.ts'
import { Writings } from './writings.tsx'

const colors = { 'in-force': 'orange', ended: 'yellow', countersigned: 'gray' } as const

/** One order: its scope and reason, how long it lasts, and what came of it. */
export const OrderCard = ({ order }: { readonly order: EntryOrder }) => {
  const { t } = useTranslation('books')
  const [isOpen, setOpen] = useState(false)
  const { orderNumber, reason, state, byName, opensAt, endsAt, closedAt } = order
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={`lenh-${order.orderId}`}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={2} id={`lenh-${order.orderId}`}>
            {orderNumber}{' '}
            <Badge variant="light" color={colors[state]}>
              {t(`orders.states.${state}`)}
            </Badge>
          </Title>
          <Text>{reason}</Text>
          <Text size="sm">
            {[
              order.className === null
                ? t('orders.anyClass')
                : t('common.className', { name: order.className }),
              order.sheetTitle ?? t('orders.anySheet'),
              order.partTitle ?? t('orders.anyPart'),
            ].join(' · ')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('orders.opened', { name: byName, at: formatTime(opensAt) })} ·{' '}
            {closedAt === null
              ? t('orders.until', { at: formatTime(endsAt) })
              : t('orders.closedAt', { at: formatTime(closedAt) })}
          </Text>
          {order.countersignedAt !== null && (
            <Text size="sm" c="dimmed">
              {t('orders.countersigned', {
                name: order.countersignedBy ?? '',
                at: formatTime(order.countersignedAt),
              })}
            </Text>
          )}
        </div>
        <Group gap="xs">
          <Button
            variant="default"
            aria-expanded={isOpen}
            onClick={() => {
              setOpen(!isOpen)
            }}
          >
            {t('orders.writings')}
          </Button>
          {state === 'in-force' && <CloseNow order={order} />}
        </Group>
      </Group>
      {isOpen && <Writings order={order} />}
    </Paper>
  )
}

const CloseNow = ({ order: { orderId, orderNumber } }: { readonly order: EntryOrder }) => {
  const { t } = useTranslation('books')
  const { can } = useSchool()
  const [isAsking, setAsking] = useState(false)
  const close = useBookAct({
    send: (year) => requestOfYear<'closeEntryOrder'>('post', year, `entry-orders/${orderId}/close`),
    done: () => t('orders.closed', { number: orderNumber }),
    onDone: () => {
      setAsking(false)
    },
  })
  if (!can('entry.order')) return null
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setAsking(true)
        }}
      >
        {t('orders.closeNow')}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('orders.closeTitle', { number: orderNumber })}
        confirm={t('orders.closeNow')}
        isBusy={close.isPending}
        onConfirm={() => {
          close.mutate(undefined)
        }}
        onClose={() => {
          setAsking(false)
        }}
      >
        {t('orders.closeText')}
        {close.isError && <ErrorState error={close.error} />}
      </ConfirmDialog>
    </>
  )
}
