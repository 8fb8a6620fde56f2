/** A seeded source of chance: the same path of labels always gives the same sequence, on any machine. */
export interface Random {
  /** Uniform in [0, 1). */
  readonly next: () => number
  /** A whole number from `from` to `to`, both included. */
  readonly integer: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of `[value, weight]`, in proportion to the weights. */
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
  /** Roughly normal with mean 0 and deviation 1, within ±4.3; without transcendental functions, so exact everywhere. */
  readonly bell: () => number
  readonly hex: (digits: number) => string
  /** An independent source for a part of the work, so that a change in one part does not shift the others. */
  readonly fork: (label: string | number) => Random
}

const laneSeeds = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const

const hashLane = (text: string, seed: number): number => {
  let hash = seed ^ text.length
  for (let i = 0; i < text.length; i++)
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) + (hash >>> 15)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return hash ^ (hash >>> 16)
}

/** Small fast counter generator with 128 bits of state, seeded by the hash of the path. */
const makeWords = (path: string): (() => number) => {
  let [a, b, c, counter] = laneSeeds.map((seed) => hashLane(path, seed)) as [number, number, number, number]
  const word = (): number => {
    const result = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  for (let i = 0; i < 8; i++) word()
  return word
}

const pickFrom = <T>(list: readonly T[], index: number): T => {
  if (list.length === 0) throw new Error('cannot pick from an empty list')
  return list[index] as T
}

const weightedFrom = <T>(list: readonly (readonly [T, number])[], share: number): T => {
  const total = list.reduce((sum, [, weight]) => sum + weight, 0)
  let left = share * total
  for (const [value, weight] of list) if ((left -= weight) < 0) return value
  return pickFrom(list, list.length - 1)[0]
}

/** The source of chance for one path of labels, such as '7/180/primary'. */
export const makeRandom = (path: string): Random => {
  const word = makeWords(path)
  const next = (): number => word() / 0x100000000
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (list) => pickFrom(list, Math.floor(next() * list.length)),
    weighted: (list) => weightedFrom(list, next()),
    bell: () => (next() + next() + next() + next() + next() + next() - 3) * Math.SQRT2,
    hex: (digits) => Array.from({ length: digits / 8 }, () => word().toString(16).padStart(8, '0')).join(''),
    fork: (label) => makeRandom(`${path}/${label}`),
  }
}
