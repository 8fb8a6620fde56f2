import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/adapters/postgres/connect.ts'
import { saveStudent, type TypedStudent } from '../../src/adapters/postgres/set-up/save-student.ts'
import { saveYear, type TypedYear } from '../../src/adapters/postgres/set-up/save-year.ts'
import { typedPupil } from '../builders/typed-pupil.ts'
import { emptyClass, now, openFilled, schoolYear, type FilledDatabase } from './support/gradebook.ts'
import { askAll, digestAll } from './support/rows.ts'
import { watched } from './support/statements.ts'

const school = emptyClass(7, 4)
const place = { schoolCode: school.school.code, schoolYear, level: 'lower-secondary' } as const
const by = { account: { accountId: '018f0000-0000-7000-8000-000000000009', fullName: 'Lường Thị Sổ' }, now }

let filled: FilledDatabase
let done = 0
beforeAll(async () => {
  filled = await openFilled(school)
})
afterAll(() => filled.close())

const pupil: TypedStudent = {
  ...typedPupil,
  history: [
    { schoolYear: '2024-2025', className: '5B', schoolName: 'Trường TH Khe Sú' },
    { schoolYear: '2025-2026', className: '6B', schoolName: 'Trường THCS Khe Sú' },
  ],
  seenVersion: null,
}

const lines: TypedYear = {
  name: 'Trường Liên cấp Mường Lống Mới',
  wardCode: '00007',
  wardName: 'Xã Mường Lống',
  provinceCode: '40',
  provinceName: 'Tỉnh Sông Lam',
  signingPlace: 'Mường Lống',
  approver: 'CB01',
  onBehalf: null,
  seenVersion: 1,
}

type Write = (database: Database<'school'>) => Promise<unknown>

const ofPupil =
  (typed: Partial<TypedStudent>): Write =>
  (database) =>
    saveStudent(database, { ...place, classId: '7A', studentCode: '4000000777' }, { ...pupil, ...typed }, by)

/** One after another: each stands on what the one before it left. */
const writes: readonly (readonly [string, Write])[] = [
  ['a pupil is enrolled with the years before', ofPupil({})],
  [
    'a pupil’s file is changed, one of the years before too, and one goes',
    ofPupil({
      address: 'Bản Nà',
      history: [{ schoolYear: '2024-2025', className: '5A', schoolName: 'Trường TH Khe Sú' }],
      seenVersion: 1,
    }),
  ],
  ['only the years before are taken out', ofPupil({ address: 'Bản Nà', history: [], seenVersion: 2 })],
  ['the lines of the year are changed', (database) => saveYear(database, place, lines, by)],
]

/** Ends the connection on which the work is being done, as a crash of the program would. */
const endConnection = async (): Promise<void> => {
  const ended = await askAll(
    filled.server,
    `select pg_terminate_backend(pid, 10000) from pg_stat_activity
     where datname = current_database() and state = 'idle in transaction'`,
  )
  expect(ended).toHaveLength(1)
}

const failingBefore = (at: number): Database<'school'> =>
  watched(filled.database, (count) => {
    if (count === at) throw new Error('cut off')
  })

const endedAfter = (at: number): Database<'school'> =>
  watched(
    filled.database,
    () => undefined,
    (count) => (count === at ? endConnection() : Promise.resolve()),
  )

/** Whether the work was cut off, and for no other reason. */
const isCutOff = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => false,
    (error: unknown) => {
      expect(String(error)).toMatch(/cut off|terminat|not queryable/i)
      return true
    },
  )

describe('an act of setting up', () => {
  it.each(writes)(
    'that is cut off leaves all as it was, at whichever of its statements: %s',
    async (_what, write) => {
      const before = await digestAll(filled.server)
      let at = 1
      for (; await isCutOff(write(failingBefore(at))); at += 1) {
        expect(await digestAll(filled.server), `before statement ${at}`).toEqual(before)
        expect(await isCutOff(write(endedAfter(at))), `after statement ${at}`).toBe(true)
        expect(await digestAll(filled.server), `after statement ${at}`).toEqual(before)
      }
      expect(at).toBeGreaterThan(5)
      // The last time there was no such statement any more: the act was done, as one.
      const acts = await askAll(filled.server, "select 1 from school.act where kind = 'set-up'")
      expect(acts).toHaveLength((done += 1))
      expect(await digestAll(filled.server)).not.toEqual(before)
    },
  )
})
