import { expect, it } from 'vitest'
import { makeFolder } from '../database/support/folders.ts'
import { crashSittings } from './support/sitting-rounds.ts'

const pupils = 30

// `node test/crash/hundred-kills.ts` does the same a hundred times with three hundred books.
it('sittings that are killed with their database again and again sign all, issue all, and nothing twice', async () => {
  const report = await crashSittings(makeFolder(), { kills: 10, pupils, wordsBetween: 16 })
  expect(report.kills).toBe(10)
  expect(report.faults).toEqual([])
  expect(report.last).toEqual({
    issued: pupils,
    onRecord: pupils,
    duplicates: 0,
    differing: [],
    unaccounted: 0,
    unsigned: 0,
    unfinished: 0,
  })
})
