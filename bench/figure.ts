import type { Quartiles, Ratio, Timing } from './measure.ts'

/** One line of the results: what was measured, what stood beside it in the same run, and what was to be reached. */
export interface Figure {
  readonly what: string
  readonly measured: string
  /** The limit or the peer of the same run. */
  readonly beside: string
  readonly ratio: string
  readonly target: string
  /** Absent where nothing was set as a target. */
  readonly reached?: boolean
  readonly headline?: Headline
}

/** A figure that the README names: which, and its one number. */
export interface Headline {
  readonly key: HeadlineKey
  readonly short: string
}

export type HeadlineKey =
  | 'evaluate'
  | 'seal-rsa'
  | 'seal-p256'
  | 'seal-class'
  | 'verify-layer'
  | 'verify-whole'
  | 'verify-p256'
  | 'xmlsec1'
  | 'xadesjs'
  | 'xml-crypto'
  | 'threads'
  | 'check-time'
  | 'check-memory'
  | 'page-chromium'
  | 'page-pdfkit'
  | 'page-constant'
  | 'page-memory'
  | 'pades'
  | 'lookup'
  | 'lookup-many'
  | 'portal'
  | 'portal-bytes'
  | 'paste'
  | 'paste-saved'
  | 'gradebook-bytes'
  | 'teachers'
  | 'school-lists'
  | 'sitting-plan'
  | 'sitting-seal'
  | 'sitting-memory'

/** The same figure, to be named in the README by its ratio or another number. */
export const headlined = (figure: Figure, key: HeadlineKey, short: string): Figure => ({
  ...figure,
  headline: { key, short },
})

/** A benchmark: measures, and gives its lines. */
export type Benchmark = () => Promise<readonly Figure[]>

const digits = (value: number): string =>
  value < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(2) : value.toFixed(0)

export const milliseconds = (value: number): string => `${digits(value)} ms`

export const timed = ({ wall, quartiles: [first, third] }: Timing): string =>
  `${milliseconds(wall)} (${digits(first)}–${digits(third)})`

export const times = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)}×`

export const spread = ([first, third]: Quartiles): string => `${times(first)}–${times(third)}`

/** A ratio with its quartiles and the ratio of processor time. */
export const ratioText = ({ wall, cpu, quartiles }: Ratio): string =>
  `${times(wall)} (${spread(quartiles)}; CPU ${times(cpu)})`

/** Target: our time over the limit's is at most so much. */
export const atMost = (ratio: Ratio, most: number): Pick<Figure, 'ratio' | 'target' | 'reached'> => ({
  ratio: ratioText(ratio),
  target: `≤ ${most}×`,
  reached: ratio.wall <= most,
})

/** Target: the peer's time over ours is at least so much. */
export const timesFaster = (
  { wall, quartiles }: Pick<Ratio, 'wall' | 'quartiles'>,
  least?: number,
): Pick<Figure, 'ratio' | 'target' | 'reached'> => {
  const ratio = `${times(wall)} as fast (${spread(quartiles)})`
  return least === undefined
    ? { ratio, target: '' }
    : { ratio, target: `≥ ${least}×`, reached: wall >= least }
}

/** No target: told for the reader's sake. */
export const onlyTold = (ratio: Ratio): Pick<Figure, 'ratio' | 'target'> => ({
  ratio: ratioText(ratio),
  target: '',
})
