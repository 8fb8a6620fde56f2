import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalize, type YearReport } from '../../src/bookfile/index.ts'
import { issueReport, openOffice, type TestOffice } from '../builders/issuing.ts'
import { createRandom } from '../builders/mutations.ts'
import { primaryReport, secondaryReport } from '../builders/reports.ts'
import { damages } from './support/damage.ts'
import { judge } from './support/judge.ts'

/**
 * Ten thousand damaged files: none is taken for genuine, none stops the program. The one exception: what is the
 * same content in another spelling, whose canonical form equals the original bytes. The slowest is printed.
 */
const seed = 20_260_529
const inputs = 10_000
const algorithms = ['rsa-pkcs1-sha256', 'ecdsa-p256-sha256', 'rsa-pss-sha256'] as const

let office: TestOffice
beforeAll(async () => {
  office = await openOffice((index) => algorithms[index % algorithms.length] ?? 'rsa-pkcs1-sha256')
})

const isSameContent = async (damaged: Buffer, original: Buffer): Promise<boolean> => {
  const canonical = await canonicalize(damaged)
  return 'bytes' in canonical && original.equals(canonical.bytes)
}

interface Tally {
  verdicts: Map<string, number>
  codes: Set<string>
  slowest: number
}

/** Damages until something has changed. */
const damageOf = (original: Buffer, index: number, random: () => number): Buffer => {
  const damage = damages[index % damages.length]
  if (damage === undefined) throw new Error('there is always some damage')
  for (let attempt = 0; attempt < 100; attempt++) {
    const damaged = damage(original, random)
    if (!damaged.equals(original)) return damaged
  }
  throw new Error(`${damage.name} never changes anything`)
}

const judgeDamaged = async (original: Buffer, damaged: Buffer, tally: Tally): Promise<void> => {
  const start = performance.now()
  const { verdict, findings } = await judge(damaged, office.context)
  tally.slowest = Math.max(tally.slowest, performance.now() - start)
  tally.verdicts.set(verdict, (tally.verdicts.get(verdict) ?? 0) + 1)
  for (const { code } of findings) tally.codes.add(code)
  if (verdict === 'passed') expect(await isSameContent(damaged, original)).toBe(true)
}

describe.each<readonly [string, () => YearReport, number]>([
  ['primary', primaryReport, 1],
  ['secondary', secondaryReport, 2],
])('a %s book, damaged', (name, report, part) => {
  it(`is never taken for genuine in ${inputs / 2} ways`, { timeout: 600_000 }, async () => {
    const original = Buffer.from((await issueReport(report(), office)).bytes)
    const random = createRandom(seed + part)
    const tally: Tally = { verdicts: new Map(), codes: new Set(), slowest: 0 }
    for (let index = 0; index < inputs / 2; index++)
      await judgeDamaged(original, damageOf(original, index, random), tally)
    process.stdout.write(
      `${name}: ${JSON.stringify([...tally.verdicts])}, slowest ${tally.slowest.toFixed(1)} ms\n`,
    )
    // Damage that mostly changes nothing, or always breaks in the same place, would prove little.
    expect(tally.verdicts.get('failed') ?? 0).toBeGreaterThan((inputs / 2) * 0.8)
    expect(tally.codes.size).toBeGreaterThan(20)
  })
})
