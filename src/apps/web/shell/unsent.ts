import { useSyncExternalStore } from 'react'

/** How many cells on this computer the server has not acknowledged, by sheet: the gradebook tells, the shell shows. */
const counts = new Map<string, number>()
const listeners = new Set<() => void>()

/** Says how many cells of a sheet wait to be sent; 0 takes it off. */
export const setUnsent = (sheet: string, count: number): void => {
  if ((counts.get(sheet) ?? 0) === count) return
  if (count === 0) counts.delete(sheet)
  else counts.set(sheet, count)
  for (const listener of listeners) listener()
}

/** All cells that wait. */
export const countUnsent = (): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

type Wipe = () => Promise<void>
const wipes = new Set<Wipe>()

/** Registers what forgets the drafts of this computer when somebody signs out; gives what unregisters it. */
export const onWipe = (wipe: Wipe): (() => void) => {
  wipes.add(wipe)
  return () => wipes.delete(wipe)
}

/** Forgets every draft: whoever uses the computer next must not find them. */
export const wipeDrafts = async (): Promise<void> => {
  await Promise.all([...wipes].map((wipe) => wipe()))
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useUnsent = (): number => useSyncExternalStore(subscribe, countUnsent)
