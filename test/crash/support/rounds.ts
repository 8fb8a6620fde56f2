import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { withClient } from '../../../src/adapters/postgres/session.ts'
import { killTree, serverOf, treeOf } from '../../database/support/programs.ts'
import { openPlace } from './open-place.ts'

/** A version that the program said is on record. */
export interface Acknowledged {
  readonly yearKey: string
  readonly version: number
  readonly xml: string
  readonly pdf?: string
}

/** How one run of the program ended. */
export interface RunEnd {
  readonly acknowledged: readonly Acknowledged[]
  readonly wasKilled: boolean
}

const program = fileURLToPath(new URL('issuing-program.ts', import.meta.url))

/**
 * Runs the program on a data folder and kills it with its whole database so many milliseconds after its first
 * acknowledgement; without a time it runs to its end.
 */
export const runAndKill = async (
  folder: string,
  students: number,
  after: number | undefined,
): Promise<RunEnd> => {
  const child = spawn(process.execPath, [program, folder, String(students)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const acknowledged: Acknowledged[] = []
  const lines = createInterface({ input: child.stdout })
  const allRead = once(lines, 'close')
  let kill: Promise<void> | undefined
  lines.on('line', (line) => {
    const said = JSON.parse(line) as Acknowledged | { readonly ready: true }
    if ('ready' in said) return
    acknowledged.push(said)
    if (after !== undefined)
      kill ??= pause(after).then(() => {
        if (child.exitCode === null) killTree([child.pid ?? 0, ...treeOf(serverOf(folder))])
      })
  })
  const [status] = (await ended) as [number | null]
  await allRead
  await kill
  if (status !== null && status !== 0) throw new Error(`the program ended with ${status}`)
  return { acknowledged, wasKilled: status === null }
}

/** What is on record, and what is wrong with it. */
export interface Inventory {
  readonly versions: ReadonlyMap<string, { readonly xml: string; readonly pdf: string }>
  /** Versions whose files are not both there and whole. */
  readonly halves: readonly string[]
  readonly acts: number
}

/** Opens the place as the next start of the program does, and looks at every version on record. */
export const takeInventory = async (folder: string): Promise<Inventory> => {
  const place = await openPlace(folder)
  try {
    const { rows, acts } = await withClient(place.adminUrl, async (client) => ({
      rows: (
        await client.query<{ year: string; version: number; xml: string; pdf: string }>(
          `select encode(year_key, 'hex') as year, version, encode(xml_sha256, 'hex') as xml,
             encode(pdf_sha256, 'hex') as pdf from registry.version`,
        )
      ).rows,
      acts: Number((await client.query<{ n: string }>('select count(*) as n from registry.act')).rows[0]?.n),
    }))
    const halves: string[] = []
    for (const { year, version, xml, pdf } of rows)
      for (const file of [xml, pdf])
        if ((await place.registry.files.read(file)) === undefined) halves.push(`${year}/${version}`)
    return {
      versions: new Map(rows.map(({ year, version, xml, pdf }) => [`${year}/${version}`, { xml, pdf }])),
      halves,
      acts,
    }
  } finally {
    await place.close()
  }
}

/** The acknowledged versions that an inventory lacks or holds with other files. */
export const listLost = (acknowledged: readonly Acknowledged[], { versions }: Inventory): readonly string[] =>
  acknowledged
    .filter(({ yearKey, version, xml, pdf }) => {
      const kept = versions.get(`${yearKey}/${version}`)
      return kept?.xml !== xml || kept.pdf !== pdf
    })
    .map(({ yearKey, version }) => `${yearKey}/${version}`)

/** What a number of rounds found. */
export interface CrashReport {
  readonly rounds: number
  readonly kills: number
  readonly acknowledged: number
  readonly onRecord: number
  readonly lost: readonly string[]
  readonly halves: readonly string[]
  /** Acts beyond one for each version: a version put on record twice. */
  readonly duplicates: number
}

/** Kills the issuing of a province so many times, at other moments each time, and then lets it end. */
export const crashRounds = async (
  folder: string,
  { rounds, students }: { readonly rounds: number; readonly students: number },
  onRound: (round: number, report: RunEnd) => void = () => undefined,
): Promise<CrashReport> => {
  const acknowledged: Acknowledged[] = []
  const lost = new Set<string>()
  const halves = new Set<string>()
  let kills = 0
  for (let round = 1; round <= rounds; round += 1) {
    // Any moment of the cycle: between the first version's act and that of the last of a class.
    const end = await runAndKill(folder, students, (round * 137) % 900)
    onRound(round, end)
    acknowledged.push(...end.acknowledged)
    kills += end.wasKilled ? 1 : 0
    const inventory = await takeInventory(folder)
    for (const one of listLost(acknowledged, inventory)) lost.add(one)
    for (const one of inventory.halves) halves.add(one)
    if (!end.wasKilled) break
  }
  const last = await runAndKill(folder, students, undefined)
  acknowledged.push(...last.acknowledged)
  const inventory = await takeInventory(folder)
  for (const one of listLost(acknowledged, inventory)) lost.add(one)
  for (const one of inventory.halves) halves.add(one)
  return {
    rounds,
    kills,
    acknowledged: acknowledged.length,
    onRecord: inventory.versions.size,
    lost: [...lost],
    halves: [...halves],
    // One book is revoked at the end, which is one act more.
    duplicates: inventory.acts - inventory.versions.size - 1,
  }
}
