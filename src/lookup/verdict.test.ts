import { describe, expect, it } from 'vitest'
import { findingKinds, type FindingCode } from '../verification/index.ts'
import { checkOf } from './check-of-finding.ts'
import { createBookMemory, type KnownBook, type LookupVerdict } from './index.ts'
import { outcomeOf, registryFindingKinds } from './registry-findings.ts'
import { verdictFor, worstOf, type Standing } from './verdict.ts'

const standings: readonly Standing[] = ['in-force', 'replaced', 'revoked', 'unknown', 'other-file']

describe('the verdict', () => {
  it.each([
    ['passed', ['in-force', 'replaced', 'revoked', 'unregistered', 'not-genuine']],
    ['indeterminate', ['not-checked', 'replaced', 'revoked', 'not-checked', 'not-genuine']],
    ['failed', ['not-genuine', 'not-genuine', 'not-genuine', 'not-genuine', 'not-genuine']],
  ] as const)('of a file that %s follows where it stands', (verified, expected) => {
    expect(standings.map((standing) => verdictFor(verified, standing))).toEqual(expected)
  })

  it('is green for nothing but a passed file in force', () => {
    const green = (['passed', 'failed', 'indeterminate'] as const).flatMap((verified) =>
      standings.filter((standing) => verdictFor(verified, standing) === 'in-force').map((s) => [verified, s]),
    )
    expect(green).toEqual([['passed', 'in-force']])
  })

  it('on several years is the worst of them, and open when there is none', () => {
    const all: readonly LookupVerdict[] = ['in-force', 'unregistered', 'not-checked', 'replaced', 'revoked']
    expect(worstOf(all)).toBe('revoked')
    expect(worstOf(['in-force', 'in-force'])).toBe('in-force')
    expect(worstOf([...all, 'not-genuine'])).toBe('not-genuine')
    expect(worstOf([])).toBe('not-checked')
  })
})

describe('a finding', () => {
  it('is told under the signature that it is about, also in a compiled page', () => {
    const told = (at: string): string => checkOf({ code: 'value-invalid', at, text: '' })
    expect(told('s-truong')).toBe('school-seal')
    expect(told('s-bia-truong')).toBe('school-seal')
    expect(told('s-hieutruong')).toBe('principal-signature')
    expect(told('s-bia-ht')).toBe('principal-signature')
    expect(told('s-gvcn')).toBe('teachers-signatures')
    expect(told('s-gv-CB003')).toBe('teachers-signatures')
    expect(told('2025-2026 s-truong')).toBe('school-seal')
  })

  it('has the effect that verification gives it', () => {
    for (const [code, { effect }] of Object.entries(findingKinds)) {
      const expected = { fails: 'failed', unsettles: 'indeterminate', informs: 'passed' }[effect]
      expect(outcomeOf([{ code: code as FindingCode, at: '', text: '' }]), code).toBe(expected)
    }
  })

  it('of the registry has words of its own', () => {
    const texts = [...Object.values(findingKinds), ...Object.values(registryFindingKinds)].map(
      ({ text }) => text,
    )
    expect(new Set(texts).size).toBe(texts.length)
  })
})

describe('the memory of verified books', () => {
  const bookOf = (verdict: 'passed' | 'indeterminate'): KnownBook =>
    ({ report: {}, verification: { verdict } }) as unknown as KnownBook
  const at = (seconds: number): Date => new Date(seconds * 1000)
  const memory = createBookMemory({ mostBooks: 2, keepFor: 10_000 })
  let verified: string[] = []
  const recall = async (sha256: string, when: Date, verdict: 'passed' | 'indeterminate' = 'passed') => {
    await memory.recall(sha256, when, () => {
      verified.push(sha256)
      return Promise.resolve(bookOf(verdict))
    })
    const made = verified
    verified = []
    return made
  }

  it('verifies a file again only when its time is over or it was forgotten for others', async () => {
    expect(await recall('a', at(0))).toEqual(['a'])
    expect(await recall('a', at(9))).toEqual([])
    expect(await recall('a', at(10))).toEqual(['a'])
    expect(await recall('b', at(11))).toEqual(['b'])
    expect(await recall('a', at(12))).toEqual([])
    expect(await recall('c', at(13))).toEqual(['c'])
    expect(await recall('a', at(14))).toEqual([])
    expect(await recall('b', at(15))).toEqual(['b'])
  })

  it('does not believe what was verified later than now', async () => {
    expect(await recall('d', at(100))).toEqual(['d'])
    expect(await recall('d', at(50))).toEqual(['d'])
  })

  it('never keeps what stayed open', async () => {
    expect(await recall('e', at(200), 'indeterminate')).toEqual(['e'])
    expect(await recall('e', at(201))).toEqual(['e'])
  })
})
