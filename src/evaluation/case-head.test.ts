import { describe, expect, it } from 'vitest'
import { evaluate, evaluateLine } from './evaluate.ts'
import { findingsOf, primaryCase, secondaryCase } from './testing.ts'

describe('what is no case at all', () => {
  it.each(['', '   ', 'null', '5', '"x"', '[]', '{', '{}{}', '{"id":1,}'])('%j gives not-json', (line) => {
    expect(evaluateLine(line)).toBe('{"id":null,"status":"invalid","findings":[{"code":"not-json","at":""}]}')
  })

  it.each([undefined, null, 0, 'x', [], [secondaryCase()]])('%j is no JSON object', (value) => {
    expect(findingsOf(value)).toEqual(['not-json '])
  })

  it('says nothing of a circular that it does not know', () => {
    expect(evaluate({ ...secondaryCase(), circular: 'TT58/2011' })).toEqual({
      id: 'HS1',
      status: 'invalid',
      findings: [{ code: 'unknown-circular', at: 'circular' }],
      decision: null,
      completion: null,
      award: null,
      reasons: [],
    })
  })
})

describe('the head of a case', () => {
  it.each([
    [{ circular: null }, ['unknown-circular circular']],
    [{ schoolYear: '2025-2027' }, ['bad-value schoolYear']],
    [{ schoolYear: 2025 }, ['bad-value schoolYear']],
    [{ schoolYear: undefined }, ['bad-value schoolYear']],
    [{ schoolYear: '2020-2021' }, ['bad-value schoolYear']],
    [{ id: 7 }, ['bad-value id']],
    [{ individualPlan: 'yes' }, ['bad-value individualPlan']],
    [{ principalDecision: 'reassessment' }, ['bad-value principalDecision']],
    [{ options: 'mask' }, ['bad-value options']],
    [{ options: { article9_3: 'both' } }, ['bad-value options.article9_3']],
    [{ options: { other: 1 } }, ['bad-value options.other']],
    [{ absence: 3 }, ['bad-value absence']],
    [{ qualities: {} }, ['bad-value qualities']],
    [{ subjects: {} }, ['bad-value subjects']],
  ])('%j gives %j', (changes, findings) => {
    expect(findingsOf({ ...secondaryCase(), ...changes })).toEqual(findings)
    expect(evaluate({ ...secondaryCase(), ...changes })).toMatchObject({ status: 'invalid', decision: null })
  })

  it('may be without an id, options and everything else that is optional', () => {
    const open = { id: null, options: null, individualPlan: null, principalDecision: null }
    expect(evaluate({ ...secondaryCase(), ...open })).toMatchObject({
      id: null,
      status: 'complete',
      findings: [],
    })
  })

  it.each([0, 1, 5, 13, 6.5, '8', null, undefined])('TT 22/2021 does not know grade %j', (grade) => {
    const input = { ...secondaryCase(), grade }
    expect(findingsOf(input)).toEqual(['grade-not-in-circular grade'])
    expect(evaluate(input)).toMatchObject({
      subjects: {},
      learning: { year: null },
      conduct: { year: 'good' },
    })
  })

  it('TT 27/2020 does not know grade 6', () => {
    expect(findingsOf({ ...primaryCase(), grade: 6 })).toContain('grade-not-in-circular grade')
  })

  it('a bad school year still lets everything be computed that does not depend on it', () => {
    expect(evaluate({ ...secondaryCase(), schoolYear: '2025' })).toMatchObject({ learning: { year: 'fair' } })
  })
})

describe('keys that a circular knows', () => {
  it('each has only its own', () => {
    const sports = { conduct: { 1: 'good' }, absences: {} }
    expect(findingsOf({ ...primaryCase(), ...sports })).toEqual(['bad-value absences', 'bad-value conduct'])
    expect(findingsOf({ ...secondaryCase(), outstanding: true })).toEqual(['bad-value outstanding'])
  })

  it('give only those parts of a result that the circular has', () => {
    expect(Object.keys(evaluate(primaryCase()))).toEqual([
      'id',
      'status',
      'findings',
      'decision',
      'completion',
      'yearResult',
      'award',
      'reasons',
    ])
    expect(Object.keys(evaluate(secondaryCase()))).toEqual([
      'id',
      'status',
      'findings',
      'subjects',
      'learning',
      'conduct',
      'decision',
      'completion',
      'award',
      'reasons',
    ])
  })
})
