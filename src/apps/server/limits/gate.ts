import { refuseTooMany } from './too-many.ts'

/** Lets work through a few at a time. */
export type Gate = <T>(work: () => Promise<T>) => Promise<T>

/** At most `atOnce` at the same moment; up to `waiting` more wait in line, the rest is refused. */
export const createGate = (
  atOnce: number,
  waiting: number,
  busy = 'Máy chủ đang xác thực quá nhiều tệp',
): Gate => {
  let running = 0
  const line: (() => void)[] = []
  const enter = async (): Promise<void> => {
    if (running < atOnce) {
      running += 1
      return
    }
    if (line.length >= waiting) throw refuseTooMany(busy, 10)
    await new Promise<void>((resolve) => line.push(resolve))
  }
  // The place of who leaves goes to the next in line, so that nobody slips in between.
  const leave = (): void => {
    const next = line.shift()
    if (next === undefined) running -= 1
    else next()
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
