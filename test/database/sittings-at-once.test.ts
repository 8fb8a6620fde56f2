import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { runSitting } from '../../src/adapters/postgres/books/run-sitting.ts'
import type { SigningDesk } from '../../src/issuing/index.ts'
import { colleagues } from './support/finished-class.ts'
import { askAll } from './support/rows.ts'
import { listSigned, openSigningBench, twoClasses, type SigningBench } from './support/signing-bench.ts'

const { subjectTeacher, artsTeacher, homeroomTeacher, principal, clerk } = colleagues
const pupils = 12

let bench: SigningBench
const servers: Database<'school'>[] = []
beforeAll(async () => {
  bench = await openSigningBench(twoClasses(pupils / 2))
  for (let server = 0; server < 3; server += 1) servers.push(await connect(bench.server.url, 'school'))
})
afterAll(async () => {
  for (const server of servers) await server.destroy()
  await bench.close()
})

/** A desk that remembers how many messages its keys were given. */
const counting = (): { readonly desk: SigningDesk; readonly signed: () => number } => {
  let signed = 0
  const desk: SigningDesk = {
    ...bench.desk,
    findSigner: async (person) => {
      const signer = await bench.desk.findSigner(person)
      return (
        signer && {
          ...signer,
          sign: (messages) => {
            signed += messages.length
            return signer.sign(messages)
          },
        }
      )
    },
  }
  return { desk, signed: () => signed }
}

/** Several servers at the same sitting, small batch by small batch, each until it finds nothing more. */
const runEverywhere = (sittingId: string, desk: SigningDesk): Promise<readonly string[]> =>
  Promise.all(
    servers.map((database) =>
      runSitting(database, desk, { tenant: bench.tenant, sittingId, clock: bench.clock, batch: 2 }),
    ),
  )

const finish = async (sittingId: string): Promise<void> => {
  await bench.run(sittingId)
  expect(await bench.look(sittingId)).toMatchObject({ state: 'ended', done: pupils, failed: 0, dropped: 0 })
}

describe('several servers at one sitting', () => {
  it('sign each report once, all of them', async () => {
    for (const who of [subjectTeacher, artsTeacher]) {
      const { desk, signed } = counting()
      const sittingId = await bench.begin(who)
      await runEverywhere(sittingId, desk)
      await finish(sittingId)
      expect(signed()).toBe(pupils)
    }
    expect(await listSigned(bench)).toHaveLength(2 * pupils)
  })

  it('issue each book once, all of them', async () => {
    await bench.sit(homeroomTeacher)
    await bench.sit(principal)
    const sittingId = await bench.begin(clerk, 'seal')
    await runEverywhere(sittingId, bench.desk)
    await finish(sittingId)
    const acts = await askAll<{ student_code: string }>(
      bench.server,
      'select student_code from registry.act join registry.year using (tenant_id, year_key)',
    )
    expect(acts).toHaveLength(pupils)
    expect(new Set(acts.map(({ student_code }) => student_code)).size).toBe(pupils)
  })

  it('find a sitting that has ended ended', async () => {
    const [ended] = await askAll<{ id: string }>(
      bench.server,
      'select sitting_id as id from school.sitting limit 1',
    )
    expect(await runEverywhere(ended?.id ?? '', bench.desk)).toEqual(['ended', 'ended', 'ended'])
    expect(await listSigned(bench)).toHaveLength(6 * pupils)
  })
})

describe('two persons at the same reports at once', () => {
  it('both sign', async () => {
    const other = await openSigningBench(twoClasses(3))
    try {
      const ids = [await other.begin(subjectTeacher), await other.begin(artsTeacher)]
      await Promise.all(ids.map((sittingId) => other.run(sittingId, { batch: 1 })))
      for (const sittingId of ids) expect(await other.look(sittingId)).toMatchObject({ done: 6, dropped: 0 })
      expect(await listSigned(other)).toHaveLength(12)
    } finally {
      await other.close()
    }
  })
})
