import { describe, expect, it } from 'vitest'
import { makeRandom } from './random.ts'

describe('seeded chance', () => {
  it('repeats itself for the same path and differs for another', () => {
    const draw = (path: string): readonly number[] => {
      const random = makeRandom(path)
      return Array.from({ length: 20 }, () => random.next())
    }
    expect(draw('1/a')).toEqual(draw('1/a'))
    expect(draw('1/a')).not.toEqual(draw('1/b'))
  })

  it('gives forks that do not depend on what was drawn before', () => {
    const one = makeRandom('x')
    const other = makeRandom('x')
    other.next()
    expect(one.fork('part').hex(32)).toBe(other.fork('part').hex(32))
    expect(one.fork('part').hex(32)).not.toBe(one.fork('other').hex(32))
  })

  it('is evenly spread, and its bell has mean 0 and deviation 1', () => {
    const random = makeRandom('spread')
    const count = 20_000
    const uniform = Array.from({ length: count }, () => random.next())
    const bell = Array.from({ length: count }, () => random.bell())
    const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length
    expect(mean(uniform)).toBeCloseTo(0.5, 1)
    expect(mean(bell)).toBeCloseTo(0, 1)
    expect(mean(bell.map((one) => one * one))).toBeCloseTo(1, 1)
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...uniform)).toBeLessThan(1)
  })

  it('picks whole numbers up to both ends, weights in proportion, and hexadecimal digits', () => {
    const random = makeRandom('picks')
    const dice = Array.from({ length: 600 }, () => random.integer(1, 6))
    expect(new Set(dice)).toEqual(new Set([1, 2, 3, 4, 5, 6]))
    const heavy = Array.from({ length: 1000 }, () =>
      random.weighted([
        ['a', 9],
        ['b', 1],
      ]),
    ).filter((one) => one === 'a')
    expect(heavy.length).toBeGreaterThan(850)
    expect(heavy.length).toBeLessThan(950)
    expect(random.hex(32)).toMatch(/^[0-9a-f]{32}$/)
    expect(() => random.pick([])).toThrow('empty list')
  })
})
