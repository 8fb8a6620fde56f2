import { randomUUID } from 'node:crypto'
import { beginSitting } from '../../../src/adapters/postgres/books/begin-sitting.ts'
import { planSitting, type SittingKind } from '../../../src/adapters/postgres/books/plan-sitting.ts'
import { listRunningSittings } from '../../../src/adapters/postgres/books/running-sittings.ts'
import { runSitting } from '../../../src/adapters/postgres/books/run-sitting.ts'
import type { SittingKey } from '../../../src/adapters/postgres/books/sittings.ts'
import { createDemoDesk } from '../../../src/demo/index.ts'
import { officeFolder } from '../../../src/demo/filling/fill.ts'
import { certificatesFrom } from '../../../src/demo/key-choice.ts'
import { openOffice } from '../../../src/demo/office.ts'
import type { SigningDesk } from '../../../src/issuing/index.ts'
import { colleagues, yearEnd, type Colleague } from '../../database/support/planned-class.ts'
import { schoolYear } from '../../database/support/empty-class.ts'
import { openPlace, type Place } from './open-place.ts'

/**
 * A process that takes the reports of a school through everybody's sittings to the issued books, and says what it is
 * at: it asks a key, a book is on record, a batch is written down. It is killed, with its database, while it does so.
 */
const [folder = '', tenantText = ''] = process.argv.slice(2)
const tenant = Number(tenantText)
const clock = (): Date => yearEnd
const level = 'lower-secondary'

const say = (what: string): void => {
  process.stdout.write(`${what}\n`)
}

const openDesk = async ({ registry }: Place): Promise<SigningDesk> => {
  const office = await openOffice(officeFolder(folder), {
    certificatesFrom,
    now: clock(),
    algorithmOf: () => 'ecdsa-p256-sha256',
  })
  const record: typeof registry.entries.record = async (entry) => {
    const outcome = await registry.entries.record(entry)
    say('recorded')
    return outcome
  }
  const told = { ...registry, entries: { record } }
  const desk = createDemoDesk(office, { registry: told, verificationUrl: 'http://127.0.0.1:8080/', clock })
  return {
    ...desk,
    findSigner: async (person) => {
      const signer = await desk.findSigner(person)
      say('signing')
      return signer
    },
    findSeal: async (school) => {
      const seal = await desk.findSeal(school)
      say('sealing')
      return seal
    },
  }
}

const run = async ({ school }: Place, desk: SigningDesk, key: SittingKey): Promise<void> => {
  const end = await runSitting(school, desk, {
    ...key,
    clock,
    batch: 3,
    onBatch: () => {
      say('kept')
    },
  })
  if (end !== 'ended') throw new Error(`a sitting ended as ${end}`)
}

/** Signs or seals what is somebody's turn; false where nothing is. */
const sit = async (place: Place, desk: SigningDesk, who: Colleague, kind: SittingKind): Promise<boolean> => {
  const request = { tenant, schoolYear, level, staffCode: who.staffCode, kind, now: clock() } as const
  const { digest, eligible } = await planSitting(place.school, request)
  if (eligible === 0) return false
  const start = { ...request, sittingId: randomUUID(), account: who, digest, classIds: null, leaveOut: [] }
  const sittingId = await beginSitting(place.school, start)
  await run(place, desk, { tenant, sittingId })
  return true
}

const place = await openPlace(folder)
const desk = await openDesk(place)
say('ready')
for (const key of await listRunningSittings(place.school)) await run(place, desk, key)
const { subjectTeacher, artsTeacher, homeroomTeacher, principal, clerk } = colleagues
for (const who of [subjectTeacher, artsTeacher, homeroomTeacher, principal])
  while (await sit(place, desk, who, 'sign'));
while (await sit(place, desk, clerk, 'seal'));
await place.close()
