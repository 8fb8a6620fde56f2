/** Whether one more is allowed now; else in how many whole seconds. */
export type Allowance =
  { readonly isAllowed: true } | { readonly isAllowed: false; readonly retryAfter: number }

/** Counts attempts by key (port; in memory here, in the database where several servers stand side by side). */
export interface RateLimiter {
  take(key: string, now: Date): Promise<Allowance>
  /** Undoes one `take`: the attempt turned out not to count. */
  giveBack(key: string): Promise<void>
}

/** How many in how long; `mostKeys` bounds the memory, the oldest windows go first. */
export interface RateLimit {
  readonly most: number
  readonly windowSeconds: number
  readonly mostKeys?: number
}

interface Window {
  readonly endsAt: number
  count: number
}

/** Counts in memory, in windows that begin with a key's first attempt. */
export const createMemoryLimiter = ({ most, windowSeconds, mostKeys = 100_000 }: RateLimit): RateLimiter => {
  const windows = new Map<string, Window>()
  // Windows are of one length and kept in the order of their beginning, so the first is always the oldest.
  const openWindow = (key: string, now: number): Window => {
    const window = { endsAt: now + windowSeconds * 1000, count: 0 }
    windows.delete(key)
    windows.set(key, window)
    const [oldest] = windows.keys()
    if (windows.size > mostKeys && oldest !== undefined) windows.delete(oldest)
    return window
  }
  return {
    take: (key, at) => {
      const now = at.getTime()
      const known = windows.get(key)
      const window = known === undefined || known.endsAt <= now ? openWindow(key, now) : known
      if (window.count >= most)
        return Promise.resolve({ isAllowed: false, retryAfter: Math.ceil((window.endsAt - now) / 1000) })
      window.count += 1
      return Promise.resolve({ isAllowed: true })
    },
    giveBack: (key) => {
      const window = windows.get(key)
      if (window !== undefined && window.count > 0) window.count -= 1
      return Promise.resolve()
    },
  }
}
