import type { SchoolClass } from '../../../records/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { Term } from '../../../shared/school-year.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import { fold } from '../fold.ts'
import type { Grid } from '../grid.ts'
import { subjectNamed } from '../layout/subject-names.ts'
import { termNamed } from '../read/class-header.ts'
import type { Classes } from '../read/registers.ts'

/** What an exported mark sheet is about, as far as its name and titles say; several values contradict each other. */
export interface MarkContext {
  readonly classes: ReadonlySet<SchoolClass>
  readonly subjects: ReadonlySet<SubjectCode>
  readonly terms: ReadonlySet<Term>
}

interface Gathered {
  readonly classes: Set<SchoolClass>
  readonly subjects: Set<SubjectCode>
  readonly terms: Set<Term>
}

/** Reads class, subject and term from a tab such as '6A1 - Toán - HK1' and from the rows above the header. */
export const readMarkContext = (
  grid: Grid,
  headerRow: number,
  level: EducationLevel,
  classes: Classes,
): MarkContext => {
  const found: Gathered = { classes: new Set(), subjects: new Set(), terms: new Set() }
  readTab(grid.name.normalize('NFC'), level, classes, found)
  for (const row of grid.rows.slice(0, headerRow))
    readTitle(
      row
        .filter((value) => typeof value === 'string' || typeof value === 'number')
        .join(' ')
        .normalize('NFC'),
      level,
      classes,
      found,
    )
  return found
}

const readTab = (name: string, level: EducationLevel, classes: Classes, found: Gathered): void => {
  const rest: string[] = []
  for (const token of name.split(/\s*[-–_|]\s*/)) {
    const term = yearTerm(fold(token))
    const schoolClass = classes.find(token.replace(/^lớp\s+/i, ''))
    if (term) found.terms.add(term)
    else if (schoolClass) found.classes.add(schoolClass)
    else rest.push(token)
  }
  const subject = subjectNamed(level, rest.join(' ').replace(/^(điểm|môn)\s+/i, ''))
  if (subject) found.subjects.add(subject)
}

// The year's end is the second term's end: that is where a primary school writes the year's results.
const yearTerm = (folded: string): Term | undefined =>
  ['cn', 'canam', 'cuoinam'].includes(folded) ? 2 : termNamed(folded)

const readTitle = (line: string, level: EducationLevel, classes: Classes, found: Gathered): void => {
  const subject =
    /môn(?:\s+học)?\s*:?\s*(.+?)(?=\s*(?:[-–;|(]|,?\s*lớp\b|,?\s*học k|,?\s*HK|,?\s*năm học|$))/iu.exec(
      line,
    )?.[1]
  const code = subject === undefined ? undefined : subjectNamed(level, subject)
  if (code) found.subjects.add(code)
  const called = /lớp\s*:?\s*([\p{L}\d][\p{L}\d./]*)/iu.exec(line)?.[1]
  const schoolClass = called === undefined ? undefined : classes.find(called)
  if (schoolClass) found.classes.add(schoolClass)
  const term = /(?:học k[iìyỳ]|HK)\s*:?\s*(II|I|2|1)(?![\p{L}\d])/iu.exec(line)?.[1]
  if (term !== undefined) found.terms.add(/^(II|2)$/i.test(term) ? 2 : 1)
}
