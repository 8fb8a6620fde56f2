import type { YearReport } from '../../../bookfile/index.ts'
import type { DocumentFacts } from '../../../crypto/pdf/index.ts'
import { withoutFault } from '../../../crypto/pdf/fault.ts'
import { openDocument } from '../../../crypto/pdf/document.ts'
import { finding, type Finding } from '../../findings.ts'
import { lettersOf } from './letters.ts'
import { readRuns, type TextRun } from './read-runs.ts'
import { listMarks, listRows, listShownValues } from './shown-values.ts'

const shownDifferences = 5

/** The text of a PDF that was read; undefined where its content cannot be followed. */
export const runsOf = ({ content: { document } }: DocumentFacts): readonly TextRun[] | undefined => {
  const read = withoutFault(() => [...readRuns(document, document.revisions.length - 1)])
  return Array.isArray(read) ? read : undefined
}

const runsOfBytes = (pdf: Uint8Array): readonly TextRun[] => {
  const read = withoutFault(() => [...readRuns(openDocument(pdf), 0)])
  return Array.isArray(read) ? read : []
}

const joined = (runs: readonly TextRun[]): string => lettersOf(runs.map(({ text }) => text).join(''))

/** Marks that stand alone on the page and are none of the record's. */
const listForeignMarks = (runs: readonly TextRun[], report: YearReport): readonly string[] => {
  const marks = listMarks(report)
  const alone = runs.map(({ text }) => lettersOf(text)).filter((text) => /^\d{1,2},\d$/.test(text))
  return [...new Set(alone)].filter((mark) => !marks.has(mark))
}

const listMissing = (runs: readonly TextRun[], report: YearReport): readonly string[] => {
  // What goes over a page's end is interrupted by foot and head, which a tagged page marks as artifacts.
  const text = `${joined(runs.filter(({ isArtifact }) => !isArtifact))}\n${joined(runs)}`
  return listShownValues(report)
    .filter((value) => !text.includes(lettersOf(value.text)))
    .map(({ at, text: value }) => `${at}: không thấy «${value.slice(0, 60)}»`)
}

/** Compares a page of another program with the data, by the text of every value; how far that goes is in docs/format.md. */
export const compareByText = (runs: readonly TextRun[], report: YearReport): readonly Finding[] => {
  const wrong = [
    ...listMissing(runs, report),
    ...listForeignMarks(runs, report).map((mark) => `trang hiện «${mark}», dữ liệu không có điểm này`),
  ]
  if (wrong.length > 0)
    return wrong.slice(0, shownDifferences).map((detail) => finding('page-disagrees', 'pdf', detail))
  const text = joined(runs)
  const unclear = listRows(report).filter((row) => !text.includes(lettersOf(row.text)))
  return unclear.length > 0
    ? [
        finding(
          'page-not-compared',
          'pdf',
          `không đọc được từng hàng (${unclear.map(({ at }) => at).join(', ')})`,
        ),
      ]
    : [finding('compared-by-text', 'pdf')]
}

/** Says where the page of a file and the page made anew from its data first differ. */
export const describeDifference = (shown: readonly TextRun[] | undefined, rendered: Uint8Array): string => {
  const expected = runsOfBytes(rendered)
  const at = expected.findIndex(({ text }, index) => shown?.[index]?.text !== text)
  const [seen, due] = [shown?.[at]?.text.trim() ?? '', expected[at]?.text.trim() ?? '']
  if (at >= 0) return `trang hiện «${seen.slice(0, 60)}», dữ liệu là «${due.slice(0, 60)}»`
  return 'chữ như nhau nhưng hình hoặc tệp kèm khác'
}
