import { describe, expect, it } from 'vitest'
import { isSessionAlive, sessionLife } from './sessions.ts'

const start = Date.parse('2025-09-05T01:00:00Z')
const at = (milliseconds: number): Date => new Date(start + milliseconds)
const hour = 3_600_000

describe('a session', () => {
  const fresh = { lastSeenAt: at(0), expiresAt: at(sessionLife.whole) }

  it('counts while it is in use', () => {
    expect(isSessionAlive(fresh, at(0))).toBe(true)
  })

  it('ends once it has not been used for twelve hours', () => {
    expect(isSessionAlive(fresh, at(12 * hour - 1))).toBe(true)
    expect(isSessionAlive(fresh, at(12 * hour))).toBe(false)
  })

  it('ends after seven days, used or not', () => {
    const end = 7 * 24 * hour
    const used = { ...fresh, lastSeenAt: at(end - 1) }
    expect(isSessionAlive(used, at(end - 1))).toBe(true)
    expect(isSessionAlive(used, at(end))).toBe(false)
  })

  it('counts where another machine’s clock was a little ahead when it was last seen', () => {
    expect(isSessionAlive({ ...fresh, lastSeenAt: at(60_000) }, at(0))).toBe(true)
  })
})
