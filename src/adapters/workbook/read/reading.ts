import type { HomeroomRecord, SubjectRecord } from '../../../records/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import { subjectsOfLevel, type SubjectCode } from '../../../shared/subjects.ts'
import type { Findings, Place } from '../findings.ts'
import type { Grid } from '../grid.ts'
import type { EnrolledPupil, Pupils } from './pupils.ts'
import type { Classes } from './registers.ts'

/** What the sheets of the classes are read against, and where what they hold is gathered. */
export interface Reading {
  readonly level: EducationLevel
  readonly findings: Findings
  readonly classes: Classes
  readonly pupils: Pupils
  readonly assigned: (classId: string, subject: SubjectCode) => boolean
  /** False, with a problem, for a pupil's second row in one sheet. */
  readonly isNewRow: (grid: Grid, code: string, at: Place) => boolean
  readonly hasRow: (grid: Grid, code: string) => boolean
  readonly addSubjects: (pupil: EnrolledPupil, records: readonly SubjectRecord[]) => void
  readonly addHomeroom: (pupil: EnrolledPupil, part: Partial<HomeroomRecord>) => void
  readonly subjectsOf: (code: string) => readonly SubjectRecord[]
  readonly homeroomOf: (code: string) => HomeroomRecord
}

export const beginReading = (
  given: Pick<Reading, 'level' | 'findings' | 'classes' | 'pupils' | 'assigned'>,
): Reading => {
  const rows = new Map<string, string>()
  const subjects = new Map<string, SubjectRecord[]>()
  const homerooms = new Map<string, HomeroomRecord>()
  return {
    ...given,
    isNewRow: (grid, code, at) => {
      const key = `${grid.name}\n${code}`
      const first = rows.get(key)
      if (first === undefined) rows.set(key, at.cell)
      else
        given.findings.problem(at, code, `học sinh này đã có một dòng ở ô ${first}`, 'gộp hai dòng thành một')
      return first === undefined
    },
    hasRow: (grid, code) => rows.has(`${grid.name}\n${code}`),
    addSubjects: ({ profile }, records) => {
      subjects.set(profile.studentCode, [...(subjects.get(profile.studentCode) ?? []), ...records])
    },
    addHomeroom: ({ profile }, part) => {
      homerooms.set(profile.studentCode, { ...homerooms.get(profile.studentCode), ...part })
    },
    subjectsOf: (code) => inFormOrder(subjects.get(code) ?? [], given.level),
    homeroomOf: (code) => homerooms.get(code) ?? {},
  }
}

const formOrder = (level: EducationLevel): ReadonlyMap<SubjectCode, number> =>
  new Map(subjectsOfLevel[level].map(({ code }, at) => [code, at]))

const orders = {
  primary: formOrder('primary'),
  'lower-secondary': formOrder('lower-secondary'),
  'upper-secondary': formOrder('upper-secondary'),
}

// Whatever order the columns stand in, the records keep the order of the official form.
const inFormOrder = (records: readonly SubjectRecord[], level: EducationLevel): readonly SubjectRecord[] =>
  records.toSorted((a, b) => (orders[level].get(a.subject) ?? 0) - (orders[level].get(b.subject) ?? 0))
