import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { headlined, type Benchmark, type Figure, type HeadlineKey } from './figure.ts'
import { classes, pupils } from './make-school.ts'
import { median } from './measure.ts'
import { fromRoot, runScript, temporary } from './paths.ts'

interface Cost {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly megabytes: number
}

const runs = 3

/** `hocba issue SCHOOL.xlsx --check` as a clerk calls it, from start to exit. */
const checkOnce = (workbook: string, folder: string): Cost => {
  const usage = `${folder}/peak.json`
  const args = [
    '--import',
    fromRoot('bench/report-peak.ts'),
    fromRoot('bin/hocba.js'),
    'issue',
    workbook,
    '--check',
  ]
  const before = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, HOCBA_BENCH_PEAK: usage },
    maxBuffer: 1 << 26,
  })
  const seconds = (performance.now() - before) / 1000
  if (status !== 0) throw new Error(`issue --check ended with ${String(status)}: ${stderr.slice(-2000)}`)
  if (!stdout.includes(`${pupils} học sinh`))
    throw new Error(`not all pupils were checked: ${stdout.slice(0, 500)}`)
  const { peakKilobytes, cpuMicroseconds } = JSON.parse(readFileSync(usage, 'utf8')) as Record<string, number>
  return {
    seconds,
    cpuSeconds: (cpuMicroseconds ?? Number.NaN) / 1e6,
    megabytes: (peakKilobytes ?? Number.NaN) / 1024,
  }
}

const figure = (
  key: HeadlineKey,
  what: string,
  measured: number,
  unit: 's' | 'MB',
  most: number,
  beside: string,
): Figure => {
  const short = `${measured.toFixed(unit === 's' ? 1 : 0)} ${unit}`
  const ratio = `${(measured / most).toFixed(2)} of the target`
  return headlined(
    { what, measured: short, beside, ratio, target: `< ${most} ${unit}`, reached: measured < most },
    key,
    short,
  )
}

/** Checking a large school's workbook: reading, evaluating and assembling, without signing. */
export const run: Benchmark = () => {
  const folder = temporary('check')
  const workbook = `${folder}/so.xlsx`
  runScript(fromRoot('bench/make-school.ts'), [workbook])
  const costs = Array.from({ length: runs }, () => checkOnce(workbook, folder))
  const middle = (of: (cost: Cost) => number): number => median(costs.map(of))
  const size = (statSync(workbook).size / (1 << 20)).toFixed(1)
  const what = `issue --check, ${pupils} pupils × 12 subjects, ${classes} classes`
  return Promise.resolve([
    figure(
      'check-time',
      what,
      middle(({ seconds }) => seconds),
      's',
      10,
      `${middle(({ cpuSeconds }) => cpuSeconds).toFixed(1)} s of processor time; workbook of ${size} MB`,
    ),
    figure(
      'check-memory',
      '… its peak memory',
      Math.max(...costs.map(({ megabytes }) => megabytes)),
      'MB',
      500,
      `the most of ${runs} runs`,
    ),
  ])
}

if (import.meta.main) console.table(await run())
