import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg } from 'node:os'
import type { Benchmark, Figure } from './figure.ts'
import { fromRoot } from './paths.ts'
import { printTable, toMarkdown, type Results } from './results.ts'

/** Every benchmark by name, loaded only in the process that runs it. */
const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  evaluate: async () => (await import('./other-figures.ts')).evaluate,
  seal: async () => (await import('./seal.ts')).run,
  verify: async () => (await import('./verify.ts')).run,
  check: async () => (await import('./check.ts')).run,
  workbook: async () => (await import('./other-figures.ts')).workbook,
  rendition: async () => (await import('./rendition.ts')).run,
  pades: async () => (await import('./pades.ts')).run,
  database: async () => (await import('./database.ts')).run,
  lookup: async () => (await import('./lookup.ts')).run,
  portal: async () => (await import('./portal.ts')).run,
  'gradebook-save': async () => (await import('./gradebook-save.ts')).run,
  'school-lists': async () => (await import('./school-lists.ts')).run,
  sittings: async () => (await import('./sittings.ts')).run,
  grid: async () => (await import('./grid.ts')).run,
}

const failed = (name: string, reason: string): Figure => ({
  what: name,
  measured: 'not measured',
  beside: reason.trim().split('\n').at(-1) ?? '',
  ratio: '',
  target: '',
  reached: false,
})

/** One benchmark in a process of its own: no heap, cache or compiled code of another one helps or hinders it. */
const runApart = (name: string): readonly Figure[] => {
  process.stderr.write(`${name} …\n`)
  const { status, stdout, stderr } = spawnSync(process.execPath, [fromRoot('bench/run.ts'), '--one', name], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  return status === 0 ? (JSON.parse(stdout) as readonly Figure[]) : [failed(name, stderr)]
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1)

const runAll = (names: readonly string[]): Results => {
  const before = load()
  const figures = names.flatMap(runApart)
  return {
    date: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    cpu: cpus()[0]?.model ?? 'unknown',
    node: process.versions.node,
    openssl: process.versions.openssl,
    load: `${before} before, ${load()} after`,
    figures,
  }
}

const keep = (results: Results): void => {
  mkdirSync(fromRoot('bench/results'), { recursive: true })
  writeFileSync(fromRoot('bench/results/latest.json'), `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(fromRoot('bench/results/latest.md'), toMarkdown(results))
}

const [mode, ...named] = process.argv.slice(2)
if (mode === '--one') {
  const benchmark = await benchmarks[named[0] ?? '']?.()
  process.stdout.write(JSON.stringify(await benchmark?.()))
} else {
  const chosen = [mode, ...named].filter((name) => name !== undefined)
  const unknown = chosen.filter((name) => !(name in benchmarks))
  if (unknown.length > 0)
    throw new Error(`no benchmark ${unknown.join(', ')}; there are ${Object.keys(benchmarks).join(', ')}`)
  const results = runAll(chosen.length > 0 ? chosen : Object.keys(benchmarks))
  // Only a whole run is kept: figures of different hours do not belong in one table.
  if (chosen.length === 0) keep(results)
  printTable(results)
}
