import type { SummaryPeriod } from '../../../../gradebook/index.ts'
import { useSchool } from '../../parts/index.ts'

/** The addresses that the pages of results lead to, and those of the files of a class. */
export const useClassPaths = (classId: string) => {
  const { schoolCode, schoolYear, level, path } = useSchool()
  const inUrl = encodeURIComponent(classId)
  const page = path(`lop/${inUrl}`)
  const file = `/api/v1/schools/${encodeURIComponent(schoolCode)}/years/${schoolYear}/${level}/classes/${inUrl}`
  return {
    class: page,
    results: `${page}/ket-qua`,
    borderline: `${page}/can-xem`,
    proof: (studentCode: string) => `${page}/ket-qua/${encodeURIComponent(studentCode)}`,
    sheet: (sheet: string) => `${page}/so/${sheet}`,
    profile: (studentCode: string) => `${page}/hoc-sinh/${encodeURIComponent(studentCode)}`,
    trace: (studentCode: string) => `${page}/hoc-sinh/${encodeURIComponent(studentCode)}/vet`,
    books: `${page}/hoc-ba`,
    receipts: `${file}/receipts.pdf`,
    summaryFile: (kind: 'pdf' | 'xlsx', period: SummaryPeriod) =>
      `${file}/class-summary.${kind}?${periodQuery(period)}`,
    trackingFile: (kind: 'pdf' | 'xlsx') => `${file}/tracking-book.${kind}`,
  }
}

const periodQuery = (period: SummaryPeriod): string => {
  if (period === 'term-1') return 'term=1'
  if (period === 'term-2') return 'term=2'
  return period === 'year' ? 'term=year' : `moment=${period}`
}
