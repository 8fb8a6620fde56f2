/** A cache that keeps the values used most recently, at most `limit` of them. */
export interface RecentCache<Key, Value extends object> {
  get(key: Key): Value | undefined
  set(key: Key, value: Value): void
}

/**
 * Two generations instead of an ordered list: a look-up is one Map read, and what has not been asked for during
 * the last `limit / 2` new entries falls out. Bounded, since a public page decides what is asked for.
 */
export const createRecentCache = <Key, Value extends object>(limit: number): RecentCache<Key, Value> => {
  const half = Math.max(1, Math.floor(limit / 2))
  let young = new Map<Key, Value>()
  let old = new Map<Key, Value>()
  const set = (key: Key, value: Value): void => {
    if (young.size >= half) {
      old = young
      young = new Map()
    }
    young.set(key, value)
  }
  const revive = (key: Key): Value | undefined => {
    const value = old.get(key)
    if (value !== undefined) set(key, value)
    return value
  }
  return { get: (key) => young.get(key) ?? revive(key), set }
}
