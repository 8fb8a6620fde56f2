import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { notify, useSchool } from '../parts/index.ts'
import { requestOfYear, type YearAddress } from './request.ts'

/** The lists of a year by the names of their routes, and what is asked for each. */
interface Lists {
  readonly staff: 'listStaff'
  readonly 'subject-groups': 'listSubjectGroups'
  readonly classes: 'listClasses'
  readonly 'subject-plan': 'listSubjectPlan'
  readonly assignments: 'listAssignments'
  readonly settings: 'listSettings'
  readonly '': 'getYear'
}

export type ListName = keyof Lists

/** One list of a year; other pages read classes and assignments under the same keys. */
const listQuery = <N extends ListName>(year: YearAddress, name: N) =>
  queryOptions({
    queryKey: [name === '' ? 'year' : name, year.schoolCode, year.schoolYear, year.level],
    queryFn: () => requestOfYear<Lists[N]>('get', year, name),
  })

/** A list of the year in the address. */
export const useList = <N extends ListName>(name: N) => useQuery(listQuery(useSchool(), name))

interface Saving<V> {
  /** What is sent. */
  readonly send: (year: YearAddress, value: V) => Promise<unknown>
  /** What is said when it is done. */
  readonly done: (value: V) => string
  /** Closes the form or goes elsewhere, before every list is read again. */
  readonly onDone?: (value: V) => void | Promise<void>
}

/** A write: afterwards every page reads again, and a line says what was done. */
export const useSetUpSave = <V>({ send, done, onDone }: Saving<V>) => {
  const school = useSchool()
  const queries = useQueryClient()
  const { t } = useTranslation('setup')
  return useMutation({
    mutationFn: (value: V) => send(school, value),
    onSuccess: async (_answer, value) => {
      void notify({
        message: done(value),
        color: 'green',
        closeButtonProps: { 'aria-label': t('common.close') },
      })
      await onDone?.(value)
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey.includes(school.schoolCode),
      })
    },
  })
}
