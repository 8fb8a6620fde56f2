/** How long each stage has taken so far, in seconds. */
export interface Stopwatch {
  time<T>(stage: string, work: () => Promise<T> | T): Promise<T>
  seconds(): Readonly<Record<string, number>>
}

/** Measures stages with a clock in milliseconds. */
export const createStopwatch = (clock: () => number): Stopwatch => {
  const spent = new Map<string, number>()
  return {
    time: async (stage, work) => {
      const start = clock()
      try {
        return await work()
      } finally {
        spent.set(stage, (spent.get(stage) ?? 0) + clock() - start)
      }
    },
    seconds: () =>
      Object.fromEntries([...spent].map(([stage, milliseconds]) => [stage, Math.round(milliseconds) / 1000])),
  }
}
