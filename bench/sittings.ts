import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileStore } from '../src/adapters/file-store/open-file-store.ts'
import { beginSitting } from '../src/adapters/postgres/books/begin-sitting.ts'
import { planSitting, type SittingKind } from '../src/adapters/postgres/books/plan-sitting.ts'
import { runSitting } from '../src/adapters/postgres/books/run-sitting.ts'
import { connect, type Database } from '../src/adapters/postgres/connect.ts'
import { createRegistryStore } from '../src/adapters/postgres/registry.ts'
import { writingSchool } from '../src/adapters/postgres/school/enter-school.ts'
import { saveSchoolYear } from '../src/adapters/postgres/school/save-school-year.ts'
import type { Signer } from '../src/crypto/ports.ts'
import { createDemoAuthority, createDemoDesk, setUpOffice, type DemoOffice } from '../src/demo/index.ts'
import { certificatesFrom } from '../src/demo/key-choice.ts'
import type { SigningDesk } from '../src/issuing/index.ts'
import { createRenderer, type Renderer } from '../src/rendition/index.ts'
import { draftOf, putDrafts, reportsOf } from '../test/database/support/drafts.ts'
import {
  colleagues,
  fillClass,
  plannedClass,
  yearEnd,
  type Colleague,
} from '../test/database/support/planned-class.ts'
import { schoolYear } from '../test/database/support/empty-class.ts'
import { withEmbedded, type Embedded } from './embedded.ts'
import { headlined, milliseconds, times, type Benchmark, type Figure } from './figure.ts'

const books = Number(process.env['HOCBA_BENCH_BOOKS'] ?? 1200)
const level = 'lower-secondary'
const clock = (): Date => yearEnd
const verificationUrl = 'https://tracuu.example/'

/** How long the parts took that nobody can spare, in milliseconds, and how many renderings there were. */
interface Parts {
  keys: number
  timestamps: number
  pages: number
  rendered: number
}

const timing =
  (parts: Parts, part: 'keys' | 'timestamps' | 'pages') =>
  async <T>(work: () => Promise<T>): Promise<T> => {
    const before = performance.now()
    const result = await work()
    parts[part] += performance.now() - before
    return result
  }

const timedSigner = (signer: Signer, parts: Parts): Signer => ({
  ...signer,
  sign: (messages) => timing(parts, 'keys')(() => signer.sign(messages)),
})

/** The office whose keys and timestamps are timed. */
const timedOffice = (office: DemoOffice, parts: Parts): DemoOffice => ({
  ...office,
  keys: {
    ...office.keys,
    findSigner: async (person) => timedSigner(await office.keys.findSigner(person), parts),
    findSeal: async (school) => timedSigner(await office.keys.findSeal(school), parts),
  },
  timestampsBy: (by) => {
    const stamps = office.timestampsBy(by)
    return { timestamp: (imprints) => timing(parts, 'timestamps')(() => stamps.timestamp(imprints)) }
  },
})

const timedTypesetter = (typesetter: Renderer, parts: Parts): Renderer => ({
  ...typesetter,
  renderForSealing: (page) => {
    parts.rendered += 1
    return timing(parts, 'pages')(() => typesetter.renderForSealing(page))
  },
})

const openDesk = async (url: string, folder: string, parts: Parts): Promise<SigningDesk> => {
  const store = createRegistryStore(await connect(url, 'registry'))
  const files = await openFileStore(folder)
  const authority = await createDemoAuthority({
    now: certificatesFrom,
    validUntil: new Date('2046-01-01T00:00:00+07:00'),
  })
  // A school's seal and most teachers' keys are RSA-2048.
  const office = await setUpOffice(authority, { now: clock(), algorithmOf: () => 'rsa-pkcs1-sha256' })
  return createDemoDesk(timedOffice(office, parts), {
    registry: { years: store, entries: store, files },
    verificationUrl,
    clock,
    typesetter: timedTypesetter(await createRenderer(), parts),
  })
}

/** Lays the books of a school ready to be signed; gives the school's number. */
const layReady = async (database: Database<'school'>): Promise<number> => {
  const records = plannedClass(7, books)
  await saveSchoolYear(database, records, { now: new Date('2026-09-01T08:00:00+07:00'), by: 'bench' })
  const tenant = await writingSchool(database, records.school.code, (_, own) => Promise.resolve(own))
  await fillClass({ database, tenant }, records)
  const drafts = (await reportsOf({ database }, records)).map((report) => draftOf(report))
  await putDrafts({ database, tenant }, level, drafts)
  return tenant
}

interface Sitting {
  readonly planned: number
  readonly begun: number
  readonly ran: number
  /** The most memory that the process held between two batches, in megabytes. */
  readonly peak: number
}

interface Scene {
  readonly database: Database<'school'>
  readonly desk: SigningDesk
  readonly tenant: number
}

const sit = async (
  { database, desk, tenant }: Scene,
  who: Colleague,
  kind: SittingKind,
): Promise<Sitting> => {
  const request = { tenant, schoolYear, level, staffCode: who.staffCode, kind, now: clock() } as const
  const start = performance.now()
  const { digest, eligible } = await planSitting(database, request)
  if (eligible !== books) throw new Error(`${eligible} books are ready for ${who.fullName}`)
  const planned = performance.now()
  const sittingId = randomUUID()
  const account = { accountId: who.accountId, fullName: who.fullName }
  await beginSitting(database, { ...request, sittingId, account, digest, classIds: null, leaveOut: [] })
  const begun = performance.now()
  let peak = 0
  const onBatch = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss() / 1e6)
  }
  const end = await runSitting(database, desk, { tenant, sittingId, clock, onBatch })
  if (end !== 'ended') throw new Error(`the sitting of ${who.fullName} is ${end}`)
  return { planned: planned - start, begun: begun - planned, ran: performance.now() - begun, peak }
}

const preparing = ({ planned, begun }: Sitting): Figure => ({
  what: `Prepare ${books} books for one signer: the plan, then the sitting`,
  measured: milliseconds(planned + begun),
  beside: `${milliseconds(planned)} and ${milliseconds(begun)}`,
  ratio: '',
  target: '< 5 s',
  reached: planned + begun < 5000,
})

const signing = ({ ran }: Sitting, { keys }: Parts): Figure => ({
  what: `… the principal signs them, RSA-2048, each signature kept as it is made`,
  measured: milliseconds(ran),
  beside: `the key’s own operations: ${milliseconds(keys)}`,
  ratio: times(ran / keys),
  target: '',
})

const sealing = ({ ran }: Sitting, { keys, timestamps, pages, rendered }: Parts): Figure => {
  const parts = keys + timestamps + pages
  return {
    what: `… the clerk seals and issues them, data and page: signed, stamped, set, verified, put on record`,
    measured: `${milliseconds(ran)}, ${milliseconds(ran / books)} a book`,
    beside:
      `the key ${milliseconds(keys)}, the timestamps ${milliseconds(timestamps)}, ` +
      `${rendered} renderings ${milliseconds(pages)}`,
    ratio: times(ran / parts),
    target: '≤ 1.3×',
    reached: ran / parts <= 1.3,
  }
}

const memory = ({ peak }: Sitting): Figure => ({
  what: '… memory meanwhile',
  measured: `${peak.toFixed(0)} MB`,
  beside: '',
  ratio: '',
  target: '< 600 MB',
  reached: peak < 600,
})

const none = (): Parts => ({ keys: 0, timestamps: 0, pages: 0, rendered: 0 })

const measure = async ({ url }: Embedded): Promise<readonly Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'hocba-bench-files-'))
  const database = await connect(url, 'school')
  const parts = none()
  try {
    const scene = { database, desk: await openDesk(url, folder, parts), tenant: await layReady(database) }
    const { subjectTeacher, artsTeacher, homeroomTeacher, principal, clerk } = colleagues
    for (const who of [subjectTeacher, artsTeacher, homeroomTeacher]) await sit(scene, who, 'sign')
    Object.assign(parts, none())
    const signed = await sit(scene, principal, 'sign')
    const ofSigning = { ...parts }
    Object.assign(parts, none())
    const sealed = await sit(scene, clerk, 'seal')
    return [
      headlined(preparing(signed), 'sitting-plan', milliseconds(signed.planned + signed.begun)),
      signing(signed, ofSigning),
      headlined(
        sealing(sealed, parts),
        'sitting-seal',
        times(sealed.ran / (parts.keys + parts.timestamps + parts.pages)),
      ),
      headlined(memory(sealed), 'sitting-memory', `${sealed.peak.toFixed(0)} MB`),
    ]
  } finally {
    await database.destroy()
    await rm(folder, { recursive: true })
  }
}

/** A school's books in the sittings of its people, on the program's own database: preparing, signing, sealing. */
export const run: Benchmark = () => withEmbedded(measure)

if (import.meta.main) console.table(await run())
