import { beforeAll, describe, expect, it } from 'vitest'
import { extractUnsignedRevision, readPdf, verifyPdfSignatures } from '../../../src/crypto/pdf/index.ts'
import { createRandom, mutate } from '../../builders/mutations.ts'
import { buildPdf } from './support/build-pdf.ts'
import { countersign, openPdfOffice, sealPdf, type PdfOffice } from './support/office.ts'

/** Five thousand damaged files: none is taken for genuine, none stops the program. The slowest is printed. */
const seed = 20_260_529
const inputs = 2500

let office: PdfOffice
beforeAll(async () => {
  office = await openPdfOffice()
})

type Damage = (pdf: Buffer, random: () => number) => Buffer

/** Exchanges one character where it counts: in the last revision, its signature included. */
const inLastRevision: Damage = (pdf, random) => {
  const damaged = Buffer.from(pdf)
  const from = pdf.lastIndexOf('%%EOF', pdf.length - 10)
  damaged[from + (random() % (pdf.length - from))] = 0x20 + (random() % 0x5f)
  return damaged
}

/** Exchanges one hexadecimal digit of a signature for another. */
const inHole: Damage = (pdf, random) => {
  const damaged = Buffer.from(pdf)
  const from = pdf.indexOf('/Contents <30') + '/Contents <'.length
  const at = from + (random() % (pdf.indexOf('>', from) - from))
  damaged.write('0123456789abcdefABCDEF'[random() % 22] ?? '0', at, 'latin1')
  return damaged
}

const exchangeDigits: Damage = (pdf, random) => {
  const text = pdf.toString('latin1')
  const numbers = [...text.matchAll(/\d+/g)]
  const [one, other] = [numbers[random() % numbers.length], numbers[random() % numbers.length]]
  if (!one || !other) return pdf
  return Buffer.from(text.slice(0, one.index) + other[0] + text.slice(one.index + one[0].length), 'latin1')
}

const damages: readonly Damage[] = [mutate, inLastRevision, inHole, exchangeDigits]

const damageOf = (pdf: Buffer, index: number, random: () => number): Buffer => {
  for (;;) {
    const damaged = damages[index % damages.length]?.(pdf, random) ?? pdf
    if (!damaged.equals(pdf)) return damaged
  }
}

describe.each([
  ['one signature', 1],
  ['two signatures', 2],
] as const)('a page with %s, damaged', (name, signatures) => {
  it(`is never taken for genuine in ${inputs} ways`, async () => {
    const sealed = await sealPdf(buildPdf(), office)
    const pdf = Buffer.from(signatures === 1 ? sealed : await countersign(sealed, office))
    const random = createRandom(seed + signatures)
    const codes = new Map<string, number>()
    let slowest = 0
    for (let index = 0; index < inputs; index++) {
      const damaged = damageOf(pdf, index, random)
      const start = performance.now()
      const { findings } = verifyPdfSignatures(damaged, office.trust)
      slowest = Math.max(slowest, performance.now() - start)
      expect(findings, damaged.toString('latin1')).not.toEqual([])
      expect(() => [readPdf(damaged), extractUnsignedRevision(damaged)]).not.toThrow()
      for (const { code } of findings) codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    process.stdout.write(`${name}: ${JSON.stringify([...codes])}, slowest ${slowest.toFixed(1)} ms\n`)
    // Damage that always breaks in the same place would prove little.
    expect(codes.size).toBeGreaterThan(8)
  })
})
