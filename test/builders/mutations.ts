/** A small generator of numbers from 0 to 2³², the same for the same seed. */
export const createRandom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

type Mutation = (bytes: Buffer, at: number, random: () => number) => Buffer

const mutations: readonly Mutation[] = [
  (bytes, at, random) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.from([random() & 0xff]), bytes.subarray(at + 1)]),
  (bytes, at) => bytes.subarray(0, at),
  (bytes, at, random) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + (random() % 16))]),
  (bytes, at, random) => Buffer.concat([bytes.subarray(0, at), bytes.subarray(random() % bytes.length)]),
  (bytes, at, random) =>
    Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from([0x84, 0xff, 0xff, random() & 0xff]),
      bytes.subarray(at),
    ]),
  (bytes, at, random) =>
    Buffer.concat([bytes.subarray(0, at), Buffer.alloc(random() % 64, 0x30), bytes.subarray(at)]),
]

/** Damages bytes in one to three places: changed, cut off, left out, repeated, filled with lengths or nesting. */
export const mutate = (bytes: Uint8Array, random: () => number): Buffer =>
  Array.from({ length: 1 + (random() % 3) }).reduce<Buffer>((damaged) => {
    const mutation = mutations[random() % mutations.length]
    return mutation && damaged.length > 0 ? mutation(damaged, random() % damaged.length, random) : damaged
  }, Buffer.from(bytes))
