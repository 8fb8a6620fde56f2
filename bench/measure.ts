/** How long one run of a piece of work took: milliseconds on the clock and of processor time, with quartiles. */
export interface Timing {
  readonly wall: number
  readonly cpu: number
  readonly quartiles: Quartiles
}

export type Quartiles = readonly [first: number, third: number]

/** How one work compares with another: the median over the rounds of the ratio within a round. */
export interface Ratio {
  readonly wall: number
  readonly cpu: number
  readonly quartiles: Quartiles
}

/** What `interleave` found out, by the names of the works. */
export interface Comparison<Name extends string> {
  readonly timings: Readonly<Record<Name, Timing>>
  readonly ratio: (one: Name, other: Name) => Ratio
}

/** A piece of work; `runs` of it make one round, long enough to time. `prepare` is not timed. */
export interface Work {
  readonly runs: number
  readonly prepare?: () => unknown
  readonly once: (run: number) => unknown
}

interface Sample {
  readonly wall: number
  readonly cpu: number
}

/** The value that so great a share of them stays under: 0.95 for all but the slowest twentieth. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export const quartilesOf = (values: readonly number[]): Quartiles => [
  quantile(values, 0.25),
  quantile(values, 0.75),
]

const sampleOf = async ({ runs, prepare, once }: Work): Promise<Sample> => {
  await prepare?.()
  const cpuBefore = process.cpuUsage()
  const before = performance.now()
  for (let run = 0; run < runs; run++) {
    const result = once(run)
    if (result instanceof Promise) await result
  }
  const wall = performance.now() - before
  const { user, system } = process.cpuUsage(cpuBefore)
  return { wall: wall / runs, cpu: (user + system) / 1000 / runs }
}

const timingOf = (samples: readonly Sample[]): Timing => ({
  wall: median(samples.map(({ wall }) => wall)),
  cpu: median(samples.map(({ cpu }) => cpu)),
  quartiles: quartilesOf(samples.map(({ wall }) => wall)),
})

const ratioOf = (one: readonly Sample[], other: readonly Sample[]): Ratio => {
  const pairs = one.flatMap((sample, round) => {
    const beside = other[round]
    return beside === undefined ? [] : [{ wall: sample.wall / beside.wall, cpu: sample.cpu / beside.cpu }]
  })
  const walls = pairs.map(({ wall }) => wall)
  return { wall: median(walls), cpu: median(pairs.map(({ cpu }) => cpu)), quartiles: quartilesOf(walls) }
}

/**
 * Runs the works by turns, each round beginning with another one, so that a busy machine slows all of them alike.
 * The first rounds only warm up.
 */
export const interleave = async <Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Comparison<Name>> => {
  const names = Object.keys(works) as Name[]
  const samples = new Map<Name, Sample[]>(names.map((name) => [name, []]))
  const samplesOf = (name: Name): Sample[] => samples.get(name) ?? []
  for (let round = 0; round < warmUp + rounds; round++) {
    const turn = round % names.length
    for (const name of [...names.slice(turn), ...names.slice(0, turn)]) {
      const sample = await sampleOf(works[name])
      if (round >= warmUp) samplesOf(name).push(sample)
    }
  }
  return {
    timings: Object.fromEntries(names.map((name) => [name, timingOf(samplesOf(name))])) as Record<
      Name,
      Timing
    >,
    ratio: (one, other) => ratioOf(samplesOf(one), samplesOf(other)),
  }
}
