import { describe, expect, it } from 'vitest'
import { everySheet, mathSheet, physicalEducation, primarySheet } from '../testing.ts'
import { columnsOf, findColumn } from './columns-of.ts'
import type { SheetContext } from '../sheet.ts'

const paths = (context: SheetContext): readonly string[] => columnsOf(context).map(({ path }) => path)
const regularMarks = (periodsPerYear: number): number =>
  paths({ ...mathSheet, periodsPerYear }).filter((path) => path.startsWith('terms.1.regularMarks')).length

describe('the columns of a subject with marks', () => {
  it('have as many regular marks as its periods ask for (TT 22/2021, Điều 6)', () => {
    expect([35, 36, 70, 71, 140].map(regularMarks)).toEqual([2, 3, 3, 4, 4])
  })

  it('have more where more are written already, which are then not asked for', () => {
    const columns = columnsOf({ ...mathSheet, periodsPerYear: 35, lengths: { regular: 3 } })
    const third = columns.find(({ path }) => path === 'terms.2.regularMarks.2')
    expect(third?.isRequired).toBe(false)
  })

  it('have the result of study topics in grades 10 to 12 only', () => {
    expect(paths(mathSheet)).not.toContain('terms.1.topicMark')
    expect(paths({ ...mathSheet, grade: 11 })).toContain('terms.2.topicMark')
  })

  it('let a periodic mark be absent, a regular one never', () => {
    const [midterm, regular] = ['terms.1.midtermMark', 'terms.1.regularMarks.0'].map((path) =>
      findColumn(mathSheet, path),
    )
    expect(midterm?.options?.map(({ value }) => value)).toEqual(['absent'])
    expect(regular?.options).toBeUndefined()
  })
})

describe('the columns of a subject with comments only', () => {
  it('have two regular results, a midterm and a final one each term', () => {
    expect(paths(physicalEducation).filter((path) => path.startsWith('terms.1.'))).toEqual([
      'terms.1.regularResults.0',
      'terms.1.regularResults.1',
      'terms.1.midtermResult',
      'terms.1.finalResult',
      'terms.1.comment',
      'terms.1.result',
    ])
  })
})

describe('the columns of a primary subject', () => {
  const scores = (context: SheetContext): readonly string[] =>
    columnsOf(context).flatMap(({ kind, moment }) => (kind === 'score' ? [moment ?? ''] : []))

  it('have Tiếng Việt and Toán tested at all four moments in grades 4 and 5 (TT 27/2020, Điều 7)', () => {
    expect(scores(primarySheet)).toEqual(['midterm1', 'term1', 'midterm2', 'year'])
    expect(scores({ ...primarySheet, grade: 3 })).toEqual(['term1', 'year'])
  })

  it('have other tested subjects tested at the ends of the terms, and some never', () => {
    expect(scores({ ...primarySheet, sheet: 'KHOA_HOC' })).toEqual(['term1', 'year'])
    expect(scores({ ...primarySheet, sheet: 'DAO_DUC' })).toEqual([])
    expect(scores({ ...primarySheet, sheet: 'NGOAI_NGU_1', grade: 2 })).toEqual([])
  })

  it('do not ask the homeroom teacher for a comment on the whole, for which the form has no room', () => {
    const isAsked = (sheet: SheetContext): boolean | undefined =>
      columnsOf({ ...sheet, sheet: 'homeroom' }).find(({ path }) => path === 'comment')?.isRequired
    expect([isAsked(primarySheet), isAsked(mathSheet)]).toEqual([false, true])
  })

  it('ask no competence in technology or informatics of grades 1 and 2', () => {
    const competences = (grade: 2 | 3): number =>
      paths({ ...primarySheet, sheet: 'homeroom', grade }).filter((path) => path.startsWith('competences.'))
        .length
    expect([competences(2), competences(3)]).toEqual([8, 10])
  })
})

describe('attendance', () => {
  it('has the days of one month but Sundays', () => {
    const days = paths({ ...mathSheet, sheet: 'attendance', month: '2026-11' })
    expect(days).toContain('absentOn.2026-11-30')
    expect(days).not.toContain('absentOn.2026-11-29')
    expect(days.filter((path) => path.startsWith('absentOn.'))).toHaveLength(25)
  })

  it('knows any day of the school year, and none outside it', () => {
    const attendance: SheetContext = { ...mathSheet, sheet: 'attendance' }
    expect(findColumn(attendance, 'absentOn.2027-02-10')?.title).toBe('Thứ tư, 10/02/2027')
    expect(findColumn(attendance, 'absentOn.2027-08-01')).toBeUndefined()
    expect(findColumn(attendance, 'absentOn.2027-02-30')).toBeUndefined()
  })
})

describe('every sheet', () => {
  it('names each path once', () => {
    for (const context of everySheet) {
      const all = paths(context)
      expect(new Set(all).size, context.sheet).toBe(all.length)
      expect(all.length).toBeGreaterThan(0)
    }
  })

  it('is locked where its part of the year is closed, and says why', () => {
    const closed = columnsOf({ ...mathSheet, closings: [{ part: 'term1', because: 'Đã khóa sổ.' }] })
    const lockOf = (path: string): unknown => closed.find((one) => one.path === path)?.lockedBecause
    expect(lockOf('terms.1.finalMark')).toBe('Đã khóa sổ.')
    expect(lockOf('terms.2.finalMark')).toBe(null)
  })
})
