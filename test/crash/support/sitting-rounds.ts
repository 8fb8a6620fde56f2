import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { withTenant } from '../../../src/adapters/postgres/connect.ts'
import { writingSchool } from '../../../src/adapters/postgres/school/enter-school.ts'
import { saveSchoolYear } from '../../../src/adapters/postgres/school/save-school-year.ts'
import { withClient } from '../../../src/adapters/postgres/session.ts'
import { readBook } from '../../../src/bookfile/index.ts'
import { draftOf, levelOf, putDrafts, reportsOf } from '../../database/support/drafts.ts'
import { fillClass, plannedClass } from '../../database/support/planned-class.ts'
import { killTree, serverOf, treeOf } from '../../database/support/programs.ts'
import { openPlace, type Place } from './open-place.ts'

/** Lays a school's reports ready to be signed; gives the school's number. */
export const layReady = async (folder: string, pupils: number): Promise<number> => {
  const place = await openPlace(folder)
  try {
    const records = plannedClass(7, pupils)
    const { school: database } = place
    await saveSchoolYear(database, records, { now: new Date('2026-09-01T08:00:00+07:00'), by: 'Nhập sổ' })
    const tenant = await writingSchool(database, records.school.code, (_, own) => Promise.resolve(own))
    await fillClass({ database, tenant }, records)
    const reports = await reportsOf({ database }, records)
    await putDrafts(
      { database, tenant },
      levelOf(records),
      reports.map((report) => draftOf(report)),
    )
    return tenant
  } finally {
    await place.close()
  }
}

const program = fileURLToPath(new URL('sitting-program.ts', import.meta.url))

/** When a run is killed: after so many words of its, and then so many milliseconds. */
export interface Kill {
  readonly words: number
  readonly milliseconds: number
}

/** How a run ended: killed with its database, and at what it was then, or by itself. */
export interface RunEnd {
  readonly wasKilled: boolean
  readonly lastWord: string
}

/** Runs the program, and kills it with its whole database at some moment; without one it runs to its end. */
export const runAndKill = async (folder: string, tenant: number, kill: Kill | undefined): Promise<RunEnd> => {
  const child = spawn(process.execPath, [program, folder, String(tenant)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const allRead = once(lines, 'close')
  let words = 0
  let lastWord = ''
  let killing: Promise<void> | undefined
  lines.on('line', (line) => {
    lastWord = line
    words += 1
    if (kill === undefined || words < kill.words) return
    killing ??= pause(kill.milliseconds).then(() => {
      if (child.exitCode === null) killTree([child.pid ?? 0, ...treeOf(serverOf(folder))])
    })
  })
  const [status] = (await ended) as [number | null]
  await allRead
  await killing
  if (status !== null && status !== 0) throw new Error(`the program ended with ${status}`)
  return { wasKilled: status === null, lastWord }
}

/** What is wrong with what is there: nothing, whenever the program was killed. */
export interface SittingInventory {
  /** Books issued in the school's own data. */
  readonly issued: number
  /** Versions on record. */
  readonly onRecord: number
  /** Acts beyond one for each version. */
  readonly duplicates: number
  /** Issued books of which the record says something else, or whose file bears other signatures than the slots. */
  readonly differing: readonly string[]
  /** Slots signed by no act, or by more than one item. */
  readonly unaccounted: number
  /** Slots of current drafts without a signature. */
  readonly unsigned: number
  /** Items that did not end well, sittings that did not end. */
  readonly unfinished: number
}

interface IssuedRow {
  readonly code: string
  readonly xml: string
  readonly signatures: Readonly<Record<string, string>>
}

/** Opens the place as the next start of the program does, and compares everything with everything. */
export const takeInventory = async (folder: string, tenant: number): Promise<SittingInventory> => {
  const place = await openPlace(folder)
  try {
    const record = await withClient(place.adminUrl, async (client) => ({
      versions: (
        await client.query<{ code: string; xml: string }>(
          `select y.student_code as code, encode(v.xml_sha256, 'hex') as xml
           from registry.version v join registry.year y using (tenant_id, year_key)`,
        )
      ).rows,
      acts: Number((await client.query<{ n: string }>('select count(*) as n from registry.act')).rows[0]?.n),
    }))
    const own = await readOwn(place, tenant)
    const onRecord = new Map(record.versions.map(({ code, xml }) => [code, xml]))
    const differing: string[] = []
    for (const book of own.issued)
      if (onRecord.get(book.code) !== book.xml || !(await bearsSame(place, book))) differing.push(book.code)
    return {
      issued: own.issued.length,
      onRecord: record.versions.length,
      duplicates: record.acts - onRecord.size,
      differing,
      ...own.counts,
    }
  } finally {
    await place.close()
  }
}

const bearsSame = async ({ registry }: Place, { xml, signatures }: IssuedRow): Promise<boolean> => {
  const bytes = await registry.files.read(xml)
  const reading = bytes === undefined ? undefined : readBook(bytes)
  if (reading === undefined || 'fault' in reading) return false
  const { signatures: found, signatureTexts } = reading.book
  return (
    found.length === Object.keys(signatures).length &&
    found.every(({ id }, index) => signatures[id] === signatureTexts[index])
  )
}

type Counts = Pick<SittingInventory, 'unaccounted' | 'unsigned' | 'unfinished'>

const readOwn = (
  { school }: Place,
  tenant: number,
): Promise<{ readonly issued: readonly IssuedRow[]; readonly counts: Counts }> =>
  withTenant(school, tenant, async (transaction) => {
    const { rows: issued } = await sql<IssuedRow>`
      select r.student_code as code, encode(r.xml_sha256, 'hex') as xml,
        (select jsonb_object_agg(s.slot_id, s.signature) from school.signature_slot s
          where s.student_code = r.student_code and s.version = r.version and s.draft = r.draft) as signatures
      from school.report r where r.issued_at is not null`.execute(transaction)
    const { rows } = await sql<Counts>`
      select
        (select count(*)::int from school.signature_slot s where s.signature is not null and 1 <> (
          select count(*) from school.sitting_item i where i.student_code = s.student_code
            and i.version = s.version and i.draft = s.draft and s.slot_id = any(i.slot_ids)
            and i.outcome = 'done')) as unaccounted,
        (select count(*)::int from school.signature_slot s where s.is_current and s.signature is null) as unsigned,
        (select count(*)::int from school.sitting_item where outcome is distinct from 'done')
          + (select count(*)::int from school.sitting where state <> 'ended') as unfinished`.execute(
      transaction,
    )
    const [counts = { unaccounted: -1, unsigned: -1, unfinished: -1 }] = rows
    return { issued, counts }
  })

/** What a number of kills found. */
export interface SittingCrashReport {
  readonly kills: number
  /** At what the program was when it was killed, and how often. */
  readonly killedAt: Readonly<Record<string, number>>
  /** What was wrong after one of the kills. */
  readonly faults: readonly string[]
  readonly last: SittingInventory
}

/** What must hold at any moment, killed or not. */
const faultsOf = ({ duplicates, differing, unaccounted }: SittingInventory): readonly string[] => [
  ...(duplicates === 0 ? [] : [`${duplicates} duplicates`]),
  ...differing.map((code) => `${code} differs`),
  ...(unaccounted === 0 ? [] : [`${unaccounted} signatures unaccounted for`]),
]

/** Kills the signing and sealing of a school so many times, at other moments each time, and then lets it end. */
export const crashSittings = async (
  folder: string,
  {
    kills,
    pupils,
    wordsBetween,
  }: { readonly kills: number; readonly pupils: number; readonly wordsBetween: number },
  onKill: (kill: number, end: RunEnd) => void = () => undefined,
): Promise<SittingCrashReport> => {
  const tenant = await layReady(folder, pupils)
  const killedAt: Record<string, number> = {}
  const faults: string[] = []
  let killed = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const words = 2 + ((kill * 7) % wordsBetween)
    const end = await runAndKill(folder, tenant, { words, milliseconds: (kill * 5) % 7 })
    onKill(kill, end)
    if (!end.wasKilled) break
    killed += 1
    killedAt[end.lastWord] = (killedAt[end.lastWord] ?? 0) + 1
    faults.push(...faultsOf(await takeInventory(folder, tenant)).map((fault) => `kill ${kill}: ${fault}`))
  }
  await runAndKill(folder, tenant, undefined)
  const last = await takeInventory(folder, tenant)
  return { kills: killed, killedAt, faults: [...faults, ...faultsOf(last)], last }
}
