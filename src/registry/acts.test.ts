import { describe, expect, it } from 'vitest'
import { accept, replace, revoke } from './acts.ts'
import { context, identity, submissionOf, yearOf } from './testing.ts'

const nothing = { identity, versions: [], acts: [] }
const notAvailable = expect.objectContaining({ code: 'act-not-available' }) as unknown
const order = { version: 1, reason: 'Cấp nhầm', decisionNumber: '12/QĐ' }

describe('accepting', () => {
  it('takes in a first version', () => {
    expect(accept(nothing, submissionOf(1), context)).toEqual({
      identity,
      after: 0,
      version: submissionOf(1).version,
      act: { kind: 'accept', version: 1, at: context.now, by: 'Sở' },
    })
  })

  it('takes in the version after a revoked one, with its reason', () => {
    const { after, act } = accept(yearOf('accept 1', 'revoke 1'), submissionOf(2, 'Sửa điểm'), context)
    expect([after, act.reason]).toEqual([2, 'Sửa điểm'])
  })

  it.each([
    ['where a version is in force', yearOf('accept 1'), 2],
    ['of a version that was there', yearOf('accept 1', 'revoke 1'), 1],
    ['of a version that is not the next', yearOf('accept 1', 'revoke 1'), 3],
    ['of a first version that is not the first', nothing, 2],
  ] as const)('is refused %s', (_, year, version) => {
    expect(() => accept(year, submissionOf(version), context)).toThrow(notAvailable)
  })

  it('of what did not pass is a mistake of the program', () => {
    const passed = submissionOf(1)
    const failed = { ...passed, verification: { ...passed.verification, verdict: 'failed' as const } }
    expect(() => accept(nothing, failed, context)).toThrow('has passed verification')
  })
})

describe('replacing', () => {
  it('puts the next version in the place of the one in force', () => {
    const { after, act } = replace(yearOf('accept 1'), submissionOf(2, 'Sửa điểm'), context)
    expect([after, act]).toEqual([
      1,
      { kind: 'replace', version: 2, at: context.now, by: 'Sở', reason: 'Sửa điểm' },
    ])
  })

  it('is refused without a reason', () => {
    expect(() => replace(yearOf('accept 1'), submissionOf(2), context)).toThrow('phải ghi lí do')
  })

  it.each([
    ['where nothing is there yet', nothing, 1],
    ['of a revoked version', yearOf('accept 1', 'revoke 1'), 2],
    ['by the same version again', yearOf('accept 1'), 1],
    ['by a version that leaves one out', yearOf('accept 1'), 3],
  ] as const)('is refused %s', (_, year, version) => {
    expect(() => replace(year, submissionOf(version, 'Sửa điểm'), context)).toThrow(notAvailable)
  })
})

describe('revoking', () => {
  it('withdraws the version in force and brings no other', () => {
    expect(revoke(yearOf('accept 1'), order, context)).toEqual({
      identity,
      after: 1,
      act: {
        kind: 'revoke',
        version: 1,
        at: context.now,
        by: 'Sở',
        reason: 'Cấp nhầm',
        decisionNumber: '12/QĐ',
      },
    })
  })

  it.each([
    ['a version that is not there', nothing],
    ['a replaced version', yearOf('accept 1', 'replace 2')],
    ['a version twice', yearOf('accept 1', 'revoke 1')],
  ] as const)('is refused for %s', (_, year) => {
    expect(() => revoke(year, order, context)).toThrow(notAvailable)
  })

  it('is refused without a reason', () => {
    expect(() => revoke(yearOf('accept 1'), { ...order, reason: ' ' }, context)).toThrow('phải ghi lí do')
  })

  it('says in the refusal what stands on record', () => {
    expect(() => revoke(yearOf('accept 1', 'revoke 1'), order, context)).toThrow(
      'năm học 2025-2026 của học sinh HS01 trong CSDL phiên bản 1 đã bị thu hồi',
    )
  })
})
