import { expect, it } from 'vitest'
import { createRecentCache } from './lru.ts'

const entry = (name: string) => ({ name })

it('gives back what was put in', () => {
  const cache = createRecentCache<string, { name: string }>(4)
  cache.set('a', entry('a'))
  expect(cache.get('a')).toEqual(entry('a'))
  expect(cache.get('b')).toBeUndefined()
})

it('forgets what has not been asked for, and never holds more than its limit', () => {
  const cache = createRecentCache<number, { name: string }>(10)
  for (let key = 0; key < 1000; key++) cache.set(key, entry(String(key)))
  const held = Array.from({ length: 1000 }, (_, key) => cache.get(key)).filter(Boolean)
  expect(held.length).toBeLessThanOrEqual(10)
  expect(cache.get(0)).toBeUndefined()
})

it('keeps what is asked for again and again', () => {
  const cache = createRecentCache<number, { name: string }>(10)
  cache.set(-1, entry('kept'))
  for (let key = 0; key < 1000; key++) {
    cache.set(key, entry(String(key)))
    expect(cache.get(-1)).toEqual(entry('kept'))
  }
})
