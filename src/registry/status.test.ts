import { describe, expect, it } from 'vitest'
import { findInForce, listAvailableActs, newestVersion, statusOf } from './status.ts'
import { historyOf, yearOf } from './testing.ts'

describe('the status of a version', () => {
  it.each<readonly [readonly string[], readonly (string | undefined)[]]>([
    [[], [undefined]],
    [['accept 1'], ['in-force', undefined]],
    [
      ['accept 1', 'replace 2'],
      ['replaced', 'in-force'],
    ],
    [['accept 1', 'revoke 1'], ['revoked']],
    [
      ['accept 1', 'revoke 1', 'accept 2'],
      ['revoked', 'in-force'],
    ],
    [
      ['accept 1', 'replace 2', 'revoke 2'],
      ['replaced', 'revoked'],
    ],
    [
      ['accept 1', 'replace 2', 'revoke 2', 'accept 3', 'replace 4'],
      ['replaced', 'revoked', 'replaced', 'in-force'],
    ],
  ])('after %j is %j', (words, statuses) => {
    const acts = historyOf(...words)
    expect(statuses.map((_, index) => statusOf(acts, index + 1))).toEqual(statuses)
  })

  it('is “in force” for one version at most', () => {
    expect(findInForce(yearOf('accept 1', 'replace 2'))?.version).toBe(2)
    expect(findInForce(yearOf('accept 1', 'revoke 1'))).toBeUndefined()
  })
})

describe('the acts that a history allows next', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [[], ['accept']],
    [['accept 1'], ['replace', 'revoke']],
    [
      ['accept 1', 'replace 2'],
      ['replace', 'revoke'],
    ],
    [['accept 1', 'revoke 1'], ['accept']],
  ])('after %j are %j', (words, acts) => {
    expect(listAvailableActs(historyOf(...words))).toEqual(acts)
  })
})

it('the newest version is 0 where nothing came yet', () => {
  expect([newestVersion([]), newestVersion(historyOf('accept 1', 'replace 2', 'revoke 2'))]).toEqual([0, 2])
})
