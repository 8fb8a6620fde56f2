import { expect, it } from 'vitest'
import { makeFolder } from '../database/support/folders.ts'
import { inventProvince } from '../../src/demo/index.ts'
import { crashRounds } from './support/rounds.ts'

const students = 60

// `node test/crash/thirty-rounds.ts` does the same thirty times.
it('issuing that is killed with its database again and again loses nothing, halves nothing, doubles nothing', async () => {
  const folder = makeFolder()
  const report = await crashRounds(folder, { rounds: 3, students })
  expect(report.kills).toBe(3)
  expect(report.lost).toEqual([])
  expect(report.halves).toEqual([])
  expect(report.duplicates).toBe(0)
  expect(report.acknowledged).toBeLessThanOrEqual(report.onRecord)
  const pupils = inventProvince({ students, seed: 1 }).flatMap((records) => records.students)
  expect(report.onRecord).toBeGreaterThan(pupils.length * 0.8)
})
