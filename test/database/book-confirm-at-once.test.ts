import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  confirmSheet,
  readConfirmation,
  withdrawConfirmation,
} from '../../src/adapters/postgres/books/confirm-sheet.ts'
import type { Database } from '../../src/adapters/postgres/connect.ts'
import { actorsOf } from './support/actors.ts'
import { typeIn } from './support/closed-writes.ts'
import { openFinishedClass, plannedClass, yearEnd, type FinishedClass } from './support/finished-class.ts'
import { askAll } from './support/rows.ts'
import { watched } from './support/statements.ts'

let school: FinishedClass
beforeAll(async () => {
  school = await openFinishedClass(plannedClass(7, 2))
})
afterAll(() => school.close())

const placeOf = () => ({ ...school.place, sheet: 'NGU_VAN' as const })
const acting = () => ({ actor: actorsOf(school).subjectTeacher, now: yearEnd })

const look = async () => {
  const found = await readConfirmation(school.database, placeOf(), acting())
  if (found === undefined) throw new Error('there is no such sheet')
  return found
}

const confirm = (database: Database<'school'>, digest: string): Promise<string | undefined> =>
  confirmSheet(database, placeOf(), { part: 'year', digest, accepted: [] }, acting()).then(
    () => 'confirmed',
    (error: unknown) => (error as { readonly code?: string }).code,
  )

/** Until a save is done, or waits for whoever holds its class. */
const settledOrWaiting = async (saving: Promise<unknown>): Promise<void> => {
  const state = { isDone: false }
  void saving.then(() => (state.isDone = true))
  const waits =
    "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  while (!state.isDone) if ((await askAll(school.server, waits)).length > 0) return
}

/** Another mark each time: what says the same already would be no change. */
const markOf = (statement: number): string => (5 + statement / 10).toFixed(1)

interface Attempt {
  readonly confirmed: string | undefined
  /** Undefined where the confirmation had no such statement any more. */
  readonly saved: string | undefined
}

/** Confirms what was seen, while somebody writes a mark once the confirmation had its n-th answer. */
const confirmWhileWriting = async (statement: number, mark: string): Promise<Attempt> => {
  const { digest } = await look()
  let saving: ReturnType<typeof typeIn> | undefined
  const database = watched(
    school.database,
    () => undefined,
    async (count) => {
      if (count !== statement) return
      saving = typeIn(school, 'NGU_VAN', ['7A0001', 'terms.2.finalMark', mark])
      await settledOrWaiting(saving)
    },
  )
  const confirmed = await confirm(database, digest)
  return { confirmed, saved: (await saving)?.outcome }
}

describe('a mark that is written in the middle of a confirmation', () => {
  it('never comes between what was seen and what is confirmed, whichever statement it follows', async () => {
    const saves: string[] = []
    for (;;) {
      const statement = saves.length + 1
      const { confirmed, saved } = await confirmWhileWriting(statement, markOf(statement))
      const isTold = saved === 'saved' ? ['changed-meanwhile', 'open'] : ['confirmed', 'confirmed']
      expect(
        [confirmed, (await look()).parts[0]?.state],
        `after statement ${statement}: ${saved ?? 'no save'}`,
      ).toEqual(isTold)
      if (saved === undefined) break
      saves.push(saved)
      await withdrawConfirmation(school.database, placeOf(), 'year', acting())
    }
    expect(saves.length).toBeGreaterThan(5)
    expect(saves).toContain('refused')
  })
})
