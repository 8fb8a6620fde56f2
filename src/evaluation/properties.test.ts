import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ratings } from '../shared/ratings.ts'
import { evaluate, evaluateLine } from './evaluate.ts'
import type { MarkedTermInput, SecondaryInput } from './input.ts'
import { commentCodes, markedCodes, primaryCase, secondaryCase } from './testing.ts'

const markOf = (tenths: number): string => `${(tenths - (tenths % 10)) / 10}.${tenths % 10}`
// Marks near the bounds of Điều 9, where something happens, more often than others.
const tenths = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.constantFrom(34, 35, 49, 50, 64, 65, 79, 80, 89, 90),
)
const mark = tenths.map(markOf)
const goodMark = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 80, max: 95 }).map(markOf) },
  { weight: 1, arbitrary: mark },
)

const marksTerm = fc.record({
  regularMarks: fc.array(mark, { minLength: 4, maxLength: 4 }),
  midtermMark: fc.oneof(mark, fc.constant('absent')),
  finalMark: mark,
})
const averageTerm = fc.oneof(mark, goodMark).map((average) => ({ average }))
const term: fc.Arbitrary<MarkedTermInput> = fc.oneof(marksTerm, averageTerm)
const result = fc.constantFrom<('pass' | 'not-pass')[]>('pass', 'pass', 'pass', 'not-pass')
const rating = fc.constantFrom(...ratings)

const markedYear = fc.record({ 1: term, 2: term })
const goodYear = goodMark.map((average) => ({ 1: { average }, 2: { average } }))

/** Complete secondary years without summer results; many of them just above or below a bound. */
const completeYear: fc.Arbitrary<SecondaryInput> = fc
  .record({
    terms: fc.array(fc.oneof(goodYear, markedYear), { minLength: 6, maxLength: 8 }),
    results: fc.array(fc.record({ 1: result, 2: result }), { minLength: 0, maxLength: 4 }),
    conduct: fc.record({ 1: rating, 2: rating }),
    absences: fc.record({ excused: fc.nat(40), unexcused: fc.nat(10) }),
    options: fc.record({ article9_3: fc.constantFrom('mask' as const, 'replace' as const) }),
  })
  .map(({ terms, results, ...rest }) =>
    secondaryCase({
      ...rest,
      subjects: [
        ...terms.map((given, index) => ({
          code: markedCodes[index] ?? 'TOAN',
          assessedBy: 'mark' as const,
          periodsPerYear: 140,
          terms: given,
        })),
        ...results.map((given, index) => ({
          code: commentCodes[index] ?? 'GDTC',
          assessedBy: 'comment' as const,
          terms: { 1: { result: given[1] }, 2: { result: given[2] } },
        })),
      ],
    }),
  )

const rankOf = (value: string | null | undefined): number => ratings.findIndex((one) => one === value)

/** The places in a case where a mark stands, as the list that holds them and the key in it. */
const marksIn = (value: unknown): (readonly [Record<string, unknown>, string])[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' && /^\d+\.\d$|^absent$/.test(one)
      ? [[value as Record<string, unknown>, key] as const]
      : marksIn(one),
  )
}

/** A copy in which one mark is replaced. */
const withMark = (
  input: SecondaryInput,
  choice: number,
  change: (mark: string) => string | null,
): SecondaryInput => {
  const copy = structuredClone(input)
  const places = marksIn(copy.subjects)
  const [holder, key] = places[choice % places.length] ?? [{}, '']
  holder[key] = change(String(holder[key]))
  return copy
}

const raised = (text: string): string => {
  const [whole = '0', decimal = '0'] = text === 'absent' ? ['0', '0'] : text.split('.')
  return markOf(Math.min(100, Number(whole) * 10 + Number(decimal) + 7))
}

describe('for every complete secondary year without summer results', () => {
  it('it is complete, and decided', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        expect(evaluate(input)).toMatchObject({ status: 'complete', findings: [] })
        expect(evaluate(input).decision).not.toBeNull()
      }),
    )
  })

  it('raising a mark never lowers the learning of the year', () => {
    fc.assert(
      fc.property(completeYear, fc.nat(200), (input, choice) => {
        const before = evaluate(input).learning
        const after = evaluate(withMark(input, choice, raised)).learning
        expect(rankOf(after?.year)).toBeLessThanOrEqual(rankOf(before?.year))
      }),
      { numRuns: 2000 },
    )
  })

  it('Điều 9.3 raises by one step, and never to Tốt', () => {
    let adjusted = 0
    fc.assert(
      fc.property(completeYear, (input) => {
        const { learning } = evaluate(input)
        if (learning?.yearBeforeArticle9_3 === undefined) return
        adjusted++
        expect(learning.year).not.toBe('good')
        expect(rankOf(learning.yearBeforeArticle9_3) - rankOf(learning.year)).toBe(1)
        expect(learning.articleCulprit).toBeDefined()
      }),
      { numRuns: 2000 },
    )
    expect(adjusted).toBeGreaterThan(20)
  })

  it('the order of its subjects is irrelevant', () => {
    fc.assert(
      fc.property(completeYear, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (input, order) => {
        const keyed = input.subjects.map((subject, index) => ({ subject, key: order[index] ?? 0 }))
        const subjects = keyed.toSorted((a, b) => a.key - b.key).map(({ subject }) => subject)
        expect({ ...evaluate({ ...input, subjects }), reasons: [] }).toEqual({
          ...evaluate(input),
          reasons: [],
        })
      }),
    )
  })

  it('null never becomes 0: without one mark its term and year are null, and nothing is decided', () => {
    fc.assert(
      fc.property(completeYear, fc.nat(200), (input, choice) => {
        const result = evaluate(withMark(input, choice, () => null))
        expect(result).toMatchObject({ status: 'incomplete', decision: null, completion: null, award: null })
        expect(result.learning?.year).toBeNull()
        const years = Object.values(result.subjects ?? {})
        expect(years.filter(({ year }) => year === null)).toHaveLength(1)
        expect(years.filter(({ terms }) => terms[1] === null || terms[2] === null)).toHaveLength(1)
      }),
    )
  })

  it('its averages, given as known averages, lead to the same result', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        const first = evaluate(input)
        const subjects = input.subjects.map((subject) => {
          const terms = first.subjects?.[subject.code]?.terms
          const key = 'assessedBy' in subject && subject.assessedBy === 'mark' ? 'average' : 'result'
          return { ...subject, terms: { 1: { [key]: terms?.[1] }, 2: { [key]: terms?.[2] } } }
        })
        expect({ ...evaluate({ ...input, subjects }), reasons: [] }).toEqual({ ...first, reasons: [] })
      }),
    )
  })
})

describe('for any JSON at all', () => {
  const keys = [
    'id',
    'circular',
    'schoolYear',
    'grade',
    'subjects',
    'terms',
    '1',
    '2',
    'code',
    'average',
    '__proto__',
  ]
  const words = [
    'TT22/2021',
    'TT27/2020',
    '2025-2026',
    'TOAN',
    'GDTC',
    'mark',
    'comment',
    'pass',
    'T',
    '8.5',
    '"\\',
    'é\n',
  ]
  const leaf = fc.oneof(fc.constantFrom(...words), fc.jsonValue({ maxDepth: 0 }), fc.nat(12))
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 8 }),
    ),
  }))

  it('it never throws, and a line comes out as JSON.stringify writes it', () => {
    fc.assert(
      fc.property(fc.oneof(tree, fc.jsonValue()), (value) => {
        const parsed: unknown = JSON.parse(JSON.stringify(value))
        const line = evaluateLine(JSON.stringify(value))
        const isCase = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
        expect(evaluate(parsed).status).toBe('invalid')
        if (isCase) expect(line).toBe(JSON.stringify(evaluate(parsed)))
      }),
      { numRuns: 1000 },
    )
  })

  it('any value in any place of a case is an answer too', () => {
    const places = [
      'id',
      'absences',
      'conduct',
      'subjects',
      'qualities',
      'competences',
      'outstanding',
      'options',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...places), tree, fc.boolean(), (place, value, isPrimary) => {
        const input = { ...(isPrimary ? primaryCase() : secondaryCase()), [place]: value }
        const written: unknown = JSON.parse(JSON.stringify(input))
        expect(evaluateLine(JSON.stringify(input))).toBe(JSON.stringify(evaluate(written)))
      }),
      { numRuns: 1000 },
    )
  })

  it('any text is a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(evaluateLine(text)).not.toContain('\n')
        expect(() => JSON.parse(evaluateLine(text)) as unknown).not.toThrow()
      }),
    )
  })
})

describe('a line of a real case', () => {
  it('is what JSON.stringify writes', () => {
    fc.assert(
      fc.property(completeYear, (input) => {
        expect(evaluateLine(JSON.stringify(input))).toBe(JSON.stringify(evaluate(input)))
      }),
    )
    expect(evaluateLine(JSON.stringify(primaryCase()))).toBe(JSON.stringify(evaluate(primaryCase())))
  })

  it.each([
    { subjects: [{ code: 'TOAN', assessedBy: 'mark', reassessedMark: 'x' }] },
    { subjects: [{ code: 'TOAN', assessedBy: 'mark', reassessedMark: '6' }] },
    { conduct: { 1: 'good', 2: 'not-pass', afterSummer: 'x' } },
    { conduct: { 1: 'good', 2: 'not-pass', afterSummer: 'pass' } },
    { 'a"b': 1, individualPlan: true },
  ])('also with %j', (changes) => {
    const input = { ...secondaryCase(), ...changes }
    expect(evaluateLine(JSON.stringify(input))).toBe(JSON.stringify(evaluate(input)))
  })

  it('escapes an id', () => {
    const input = secondaryCase({ id: 'a"b\\c\n\u2028đ' })
    expect(evaluateLine(JSON.stringify(input))).toBe(JSON.stringify(evaluate(input)))
  })
})
