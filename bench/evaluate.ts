import { Readable, Writable } from 'node:stream'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { evaluateCommand } from '../src/apps/cli/evaluate.ts'
import { evaluateLine } from '../src/evaluation/index.ts'
import { gradeOf, inventCase } from './evaluation-cases.ts'

/** What the evaluation is measured by: lines a second beside JSON.parse + JSON.stringify, and memory. */
export interface EvaluateFigures {
  readonly speeds: readonly EvaluateSpeed[]
  readonly memory: readonly EvaluateMemory[]
}

/** `ratio` is evaluations over round trips on one core: 0.55 is required, 0.7 the aim. */
export interface EvaluateSpeed {
  readonly cases: string
  readonly charactersPerLine: number
  readonly roundTripsPerSecond: number
  readonly evaluationsPerSecond: number
  readonly ratio: number
}

/** The most memory seen while so many lines streamed through the command: what lives after collection, and all. */
export interface EvaluateMemory {
  readonly lines: number
  readonly liveHeapMB: number
  readonly residentMB: number
}

const caseCount = 20_000
const rounds = 7
const streamedCounts = [20_000, 200_000] as const

// Reading one character makes the engine finish the text that it has only promised to put together.
const roundTrip = (line: string): number => JSON.stringify(JSON.parse(line)).charCodeAt(9)
const evaluated = (line: string): number => evaluateLine(line).charCodeAt(9)

const millisecondsFor = (lines: readonly string[], work: (line: string) => number): number => {
  const start = performance.now()
  let sum = 0
  for (const line of lines) sum += work(line)
  if (Number.isNaN(sum)) throw new Error('a line came out empty')
  return performance.now() - start
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** Both works by turns, so that a busy machine slows them alike; the first round only warms up. */
const measureSpeed = (cases: string, lines: readonly string[]): EvaluateSpeed => {
  const trips: number[] = []
  const evaluations: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const trip = millisecondsFor(lines, roundTrip)
    const evaluation = millisecondsFor(lines, evaluated)
    if (round === 0) continue
    trips.push(trip)
    evaluations.push(evaluation)
  }
  return {
    cases,
    charactersPerLine: Math.round(lines.reduce((sum, line) => sum + line.length, 0) / lines.length),
    roundTripsPerSecond: Math.round((lines.length / medianOf(trips)) * 1000),
    evaluationsPerSecond: Math.round((lines.length / medianOf(evaluations)) * 1000),
    ratio: medianOf(trips) / medianOf(evaluations),
  }
}

const mega = 1024 * 1024
const linesPerChunk = 25

/** Cases made while they are read, as from a file of any length. */
function* inventLines(count: number): Generator<Buffer> {
  for (let number = 0; number < count; number += linesPerChunk) {
    const chunk = Array.from({ length: linesPerChunk }, (_, index) => number + index)
    yield Buffer.from(chunk.map((one) => `${JSON.stringify(inventCase(one, gradeOf(one)))}\n`).join(''))
  }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const samples = 20

const measureMemory = async (lines: number): Promise<EvaluateMemory> => {
  let writes = 0
  let live = 0
  let resident = 0
  const writesPerSample = Math.ceil(lines / linesPerChunk / samples)
  const output = new Writable({
    decodeStrings: false,
    write(_chunk, _encoding, done) {
      if (++writes % writesPerSample === 0) {
        resident = Math.max(resident, process.memoryUsage.rss())
        collectGarbage()
        live = Math.max(live, process.memoryUsage().heapUsed)
      }
      done()
    },
  })
  const status = await evaluateCommand([], { input: Readable.from(inventLines(lines)), output })
  if (status !== 0) throw new Error(`the command ended with ${status}`)
  return { lines, liveHeapMB: Math.round(live / mega), residentMB: Math.round(resident / mega) }
}

const inventAll = (): readonly string[] =>
  Array.from({ length: caseCount }, (_, number) => JSON.stringify(inventCase(number, gradeOf(number))))

/** Measures streaming first, in a small heap, then speed on 20,000 cases held in memory. */
export const run = async (): Promise<EvaluateFigures> => {
  const memory: EvaluateMemory[] = []
  for (const lines of streamedCounts) memory.push(await measureMemory(lines))
  const lines = inventAll()
  const speeds = [
    measureSpeed('TT27/2020 and TT22/2021 mixed', lines),
    measureSpeed(
      'TT27/2020',
      lines.filter((line) => line.includes('"TT27/2020"')),
    ),
    measureSpeed(
      'TT22/2021',
      lines.filter((line) => line.includes('"TT22/2021"')),
    ),
  ]
  return { speeds, memory }
}

if (import.meta.main) {
  const { speeds, memory } = await run()
  console.table(speeds.map((speed) => ({ ...speed, ratio: speed.ratio.toFixed(2) })))
  console.table(memory)
}
