import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf } from '../columns/columns-of.ts'
import { everySheet } from '../testing.ts'
import { levelOfGrade } from '../../shared/education-level.ts'
import { isSubjectCode } from '../../shared/subjects.ts'
import type { SheetContext } from '../sheet.ts'
import {
  countAbsences,
  homeroomCellsOf,
  subjectCellsOf,
  toHomeroomRecord,
  toSubjectRecord,
} from './records.ts'

/** Any filling of a sheet: of each column nothing, or a value it may have. */
const anyFilling = (context: SheetContext): fc.Arbitrary<ReadonlyMap<string, string>> => {
  const columns = columnsOf(context).filter(({ kind }) => kind !== 'computed')
  const values = columns.map(({ kind, options = [], min = 0 }) => {
    if (kind === 'choice') return fc.constantFrom(...options.map(({ value }) => value))
    if (kind === 'text') return fc.constantFrom('Chăm', 'Ngoan')
    return kind === 'flag' ? fc.constant('true') : fc.integer({ min, max: min + 9 }).map(String)
  })
  return fc
    .tuple(...values.map((value) => fc.option(value)))
    .map(
      (list) =>
        new Map(columns.flatMap(({ path }, index) => (list[index] == null ? [] : [[path, list[index]]]))),
    )
}

/** What of a filling the year's records have a place for, and can hold without what belongs to it. */
const ofYear = (filling: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map(
    [...filling].filter(([path]) => !path.startsWith('moments.') && !/^terms\.[12]\.comment$/.test(path)),
  )

const sorted = (cells: ReadonlyMap<string, string>): unknown =>
  [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1))

describe('a record', () => {
  it('of a subject has every cell of the year, and makes the same cells again', () => {
    for (const context of everySheet) {
      const { sheet, grade } = context
      if (!isSubjectCode(sheet)) continue
      fc.assert(
        fc.property(anyFilling(context), (filling) => {
          const record = toSubjectRecord(levelOfGrade(grade), sheet, filling)
          expect(sorted(subjectCellsOf(record))).toEqual(sorted(ofYear(filling)))
        }),
        { numRuns: 50 },
      )
    }
  })

  it('of a homeroom teacher has every cell of the year, lists without gaps', () => {
    for (const context of everySheet.filter(({ sheet }) => sheet === 'homeroom'))
      fc.assert(
        fc.property(anyFilling(context), (filling) => {
          const single = new Map(
            [...ofYear(filling)].filter(([path]) => !/^(comm|cert|compet)\w+\.\d/.test(path)),
          )
          expect(sorted(homeroomCellsOf(toHomeroomRecord(single)))).toEqual(sorted(single))
          const once = homeroomCellsOf(toHomeroomRecord(filling))
          expect(sorted(homeroomCellsOf(toHomeroomRecord(once)))).toEqual(sorted(once))
        }),
        { numRuns: 50 },
      )
  })

  it('keeps the place of a regular mark when an earlier one is missing', () => {
    const values = new Map([['terms.1.regularMarks.2', '8']])
    expect(toSubjectRecord('lower-secondary', 'TOAN', values)).toEqual({
      kind: 'marked',
      subject: 'TOAN',
      terms: { 1: { regularMarks: [null, null, '8'] } },
    })
  })

  it('has no certificate without a name', () => {
    const values = new Map([
      ['certificates.0.grade', 'Giỏi'],
      ['certificates.1.name', 'Tin học'],
    ])
    expect(toHomeroomRecord(values).certificates).toEqual([{ name: 'Tin học' }])
  })
})

describe('absences', () => {
  it('are counted wherever a single day is written down, and then no total holds', () => {
    const values = new Map([
      ['absences.excused', '9'],
      ['absentOn.2026-10-01', 'excused'],
      ['absentOn.2026-10-02', 'unexcused'],
      ['absentOn.2026-10-05', 'unexcused'],
    ])
    expect(toHomeroomRecord(values).absences).toEqual({ excused: 1, unexcused: 2 })
  })

  it('are as typed where no day is, or all were taken out', () => {
    const values = new Map([
      ['absences.excused', '9'],
      ['absentOn.2026-10-01', null],
    ])
    expect(countAbsences(values)).toBeUndefined()
    expect(toHomeroomRecord(values).absences).toEqual({ excused: 9 })
  })
})
