import { run as runEvaluate, type EvaluateMemory, type EvaluateSpeed } from './evaluate.ts'
import type { Benchmark, Figure } from './figure.ts'
import { limits, run as runWorkbook } from './workbook.ts'

const thousands = (value: number): string => `${Math.round(value / 1000)} 000`

const speedFigure = (speed: EvaluateSpeed, index: number): Figure => ({
  what: index === 0 ? `Evaluate, with reasons, ${speed.cases}` : `… ${speed.cases}`,
  measured: `${thousands(speed.evaluationsPerSecond)} lines/s`,
  beside: `JSON.parse + JSON.stringify of the same lines: ${thousands(speed.roundTripsPerSecond)}/s`,
  ratio: `${speed.ratio.toFixed(2)}×`,
  ...(index === 0 ? { target: '≥ 0.55×, aim 0.7×', reached: speed.ratio >= 0.55 } : { target: '' }),
})

/** How much more memory may be held for ten times the lines, and still be called flat. */
const flat = 1.5

const memoryFigure = (memory: readonly EvaluateMemory[]): readonly Figure[] => {
  const [few, many] = [memory.at(0), memory.at(-1)]
  if (few === undefined || many === undefined) return []
  const grown = many.liveHeapMB / few.liveHeapMB
  return [
    {
      what: '… its live memory while lines stream through',
      measured: `${many.liveHeapMB} MB for ${thousands(many.lines)} lines`,
      beside: `${few.liveHeapMB} MB for ${thousands(few.lines)}; ${many.residentMB} and ${few.residentMB} MB resident`,
      ratio: `${grown.toFixed(2)}×`,
      target: `flat (≤ ${flat}×)`,
      reached: grown <= flat,
    },
  ]
}

/** Evaluation beside a JSON round trip. */
export const evaluate: Benchmark = async () => {
  const { speeds, memory } = await runEvaluate()
  return [...speeds.map(speedFigure), ...memoryFigure(memory)]
}

/** Reading one large workbook: its share of `issue --check`. */
export const workbook: Benchmark = async () => {
  const { students, readSeconds, readProcessorSeconds, readPeakMegabytes, writeSeconds } = await runWorkbook()
  return [
    {
      what: `… reading the workbook of ${students} pupils alone`,
      measured: `${readSeconds.toFixed(1)} s, ${Math.round(readPeakMegabytes)} MB`,
      beside: `${readProcessorSeconds.toFixed(1)} s of processor time; writing it took ${writeSeconds.toFixed(1)} s`,
      ratio: '',
      target: `≤ ${limits.readSeconds} s, ${limits.readPeakMegabytes} MB`,
      reached: readSeconds <= limits.readSeconds && readPeakMegabytes <= limits.readPeakMegabytes,
    },
  ]
}
