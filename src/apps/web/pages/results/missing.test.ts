import { describe, expect, it } from 'vitest'
import { groupBySheet, listGaps } from './missing.ts'
import { latestPeriod } from './periods.ts'
import { pupil, secondaryYear, withTerm } from './testing.ts'

const withoutFinal = withTerm(secondaryYear(), 'TOAN', 2, {
  regularMarks: ['8', '7', '9', '8'],
  midtermMark: '7.5',
})

const gapsOf = (input: typeof withoutFinal, period: 'term-1' | 'term-2' | 'year') =>
  listGaps(7, '2026-2027', [pupil('An', input)], period)[0]?.gaps.map(({ place }) => place)

describe('what is missing', () => {
  it('names the value, the term and the subject', () => {
    expect(gapsOf(withoutFinal, 'year')).toEqual([
      { kind: 'finalMark', sheet: 'TOAN', name: 'Toán', term: 2 },
    ])
  })

  it('of one term leaves the other term aside', () => {
    expect(gapsOf(withoutFinal, 'term-1')).toEqual([])
    expect(gapsOf(withoutFinal, 'term-2')).toHaveLength(1)
  })

  it('counts a regular mark by its place', () => {
    const input = withTerm(secondaryYear(), 'TOAN', 1, {
      regularMarks: ['8', null, '9', '8'],
      midtermMark: '7.5',
      finalMark: '7',
    })
    expect(gapsOf(input, 'year')).toEqual([
      { kind: 'regularMark', sheet: 'TOAN', name: 'Toán', term: 1, number: 2 },
    ])
  })

  it('belongs to the sheet on which it is written', () => {
    const input = { ...withoutFinal, conduct: { 1: 'good' as const } }
    const sheets = groupBySheet(listGaps(7, '2026-2027', [pupil('An', input), pupil('Bình', input)], 'year'))
    expect(sheets.map(({ sheet, pupils }) => [sheet, pupils.length])).toEqual([
      ['TOAN', 2],
      ['homeroom', 2],
    ])
  })

  it('is told apart from what is impossible', () => {
    const input = withTerm(secondaryYear(), 'TOAN', 2, { average: '11' })
    const [gap] = listGaps(7, '2026-2027', [pupil('An', input)], 'year')[0]?.gaps ?? []
    expect(gap).toMatchObject({ isFault: true, code: 'mark-out-of-range' })
  })

  it('of a primary moment is what that moment asks for', () => {
    const input = {
      circular: 'TT27/2020' as const,
      schoolYear: '2026-2027' as const,
      grade: 4 as const,
      subjects: [{ code: 'TOAN' as const }, { code: 'DAO_DUC' as const }],
    }
    const empty = { subjects: {}, qualities: {}, competences: {} }
    const moments = {
      midterm1: { ...empty, subjects: { TOAN: { level: 'T' as const } } },
      term1: empty,
      midterm2: empty,
    }
    const [an] = listGaps(4, '2026-2027', [{ ...pupil('An', input), moments }], 'midterm1')
    const said = an?.gaps.map(({ place: { kind, name } }) => `${kind} ${name}`) ?? []
    expect(said.slice(0, 3)).toEqual(['momentScore Toán', 'momentLevel Đạo đức', 'quality Yêu nước'])
    expect(said.filter((text) => text.startsWith('quality'))).toHaveLength(5)
    expect(said.filter((text) => text.startsWith('competence'))).not.toHaveLength(0)
    const rated = { ...moments, midterm1: { ...empty, qualities: { YEU_NUOC: 'T' as const } } }
    const [binh] = listGaps(4, '2026-2027', [{ ...pupil('Bình', input), moments: rated }], 'midterm1')
    expect(binh?.gaps.filter(({ place: { kind } }) => kind === 'quality')).toHaveLength(4)
  })
})

describe('the period to begin with', () => {
  it('is the latest that has a result', () => {
    const onlyFirst = {
      ...secondaryYear(),
      subjects: secondaryYear().subjects.map((subject) => ({ ...subject, terms: { 1: { average: '7.0' } } })),
    } as ReturnType<typeof secondaryYear>
    expect(latestPeriod(7, [pupil('An', onlyFirst)])).toBe('term-1')
    expect(latestPeriod(7, [pupil('An', secondaryYear())])).toBe('year')
    expect(latestPeriod(7, [])).toBe('term-1')
  })
})
