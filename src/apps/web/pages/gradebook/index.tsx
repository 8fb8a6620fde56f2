import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { EmptyState, ErrorState, LoadingState, useSchool } from '../../parts/index.ts'
import { useWords } from '../../grid/view/use-words.ts'
import '../../grid/grid.css'
import { getSheet } from './sheet-api.ts'
import { sheetKeyOf, type SheetAddress } from './sheet-address.ts'
import { OpenSheet } from './open-sheet.tsx'
import { watchDrafts } from './sheet-ports.ts'

/** Trang sổ: one sheet of a class's gradebook, where marks and comments are entered. */
export const Page = () => {
  const t = useWords()
  const { schoolCode, schoolYear, level, accountId } = useSchool()
  const { classId = '', sheet = '' } = useParams({ strict: false })
  const address: SheetAddress = { schoolCode, schoolYear, level, classId, sheet }
  const [month, setMonth] = useState<string>()
  // Counts how often the sheet was closed or opened from here: then it is read anew.
  const [round, setRound] = useState(0)
  // Read once: afterwards the desk hears of changes by itself, and what is typed must not be read over.
  const read = useQuery({
    queryKey: ['sheet', sheetKeyOf(address), month],
    queryFn: () => getSheet(address, month),
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  useEffect(() => watchDrafts(accountId), [accountId])
  if (read.data === undefined)
    return read.isError ? (
      <ErrorState error={read.error} onRetry={() => void read.refetch()} />
    ) : (
      <LoadingState rows={12} />
    )
  if (read.data.students.length === 0)
    return <EmptyState title={t('page.empty')} hint={t('page.emptyHint')} />
  if (read.data.columns.length === 0) return <EmptyState title={t('page.noColumns')} />
  const key = `${sheetKeyOf(address)} ${month ?? ''} ${round}`
  const readAnew = async (): Promise<void> => {
    await read.refetch()
    setRound(round + 1)
  }
  return (
    <OpenSheet
      key={key}
      address={address}
      first={read.data}
      accountId={accountId}
      onMonth={setMonth}
      onChanged={() => void readAnew()}
    />
  )
}
