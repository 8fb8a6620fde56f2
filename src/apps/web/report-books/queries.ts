import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { notify, useSchool, type SchoolInUse } from '../parts/index.ts'
import { requestOfYear, type AnswerOf, type YearAddress } from '../setting-up/request.ts'

/** Lệnh mở sổ. */
export type EntryOrder = AnswerOf<'listEntryOrders'>['orders'][number]
/** Một ô được trả lại. */
export type SentBack = AnswerOf<'listSendBacks'>['sendBacks'][number]
/** Đề nghị đính chính. */
export type Correction = AnswerOf<'listCorrections'>['corrections'][number]

/** Under which key something of the books is remembered. */
export const keyOf = ({ schoolCode, schoolYear, level }: SchoolInUse, ...more: readonly string[]) => [
  'books',
  schoolCode,
  schoolYear,
  level,
  ...more,
]

export const ordersQuery = (school: SchoolInUse) => ({
  queryKey: keyOf(school, 'entry-orders'),
  queryFn: () => requestOfYear<'listEntryOrders'>('get', school, 'entry-orders'),
})

export const writingsQuery = (school: SchoolInUse, orderId: string) => ({
  queryKey: keyOf(school, 'entry-orders', orderId),
  queryFn: () => requestOfYear<'listOrderWritings'>('get', school, `entry-orders/${orderId}/writings`),
})

export const sendBacksQuery = (school: SchoolInUse) => ({
  queryKey: keyOf(school, 'send-backs'),
  queryFn: () => requestOfYear<'listSendBacks'>('get', school, 'send-backs'),
})

export const correctionsQuery = (school: SchoolInUse) => ({
  queryKey: keyOf(school, 'corrections'),
  queryFn: () => requestOfYear<'listCorrections'>('get', school, 'corrections'),
})

interface Act<V, A> {
  readonly send: (year: YearAddress, value: V) => Promise<A>
  /** What is said when it is done. */
  readonly done: (value: V, answer: A) => string
  readonly onDone?: (answer: A) => void
}

/** An act on the books: afterwards every page of the school reads again, and a line says what was done. */
export const useBookAct = <V, A>({ send, done, onDone }: Act<V, A>) => {
  const school = useSchool()
  const queries = useQueryClient()
  const { t } = useTranslation('books')
  return useMutation({
    mutationFn: (value: V) => send(school, value),
    onSuccess: async (answer, value) => {
      void notify({
        message: done(value, answer),
        color: 'green',
        closeButtonProps: { 'aria-label': t('common.close') },
      })
      onDone?.(answer)
      await queries.invalidateQueries({
        // What would come of an act is not asked again once it is done.
        predicate: ({ queryKey: [first, ...more] }) =>
          first !== 'preview' && more.includes(school.schoolCode),
      })
    },
  })
}
