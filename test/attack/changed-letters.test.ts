import { beforeAll, describe, expect, it } from 'vitest'
import type { YearReport } from '../../src/bookfile/index.ts'
import { primaryReport, secondaryReport } from '../builders/reports.ts'
import { setScene, type Scene } from './support/judge.ts'

/** No letter and no digit of what was signed can be another one. */
const places = 500

/** What is signed: the data, and of each signature what its value is made over. */
const signedRanges =
  /<DuLieu .*<\/DuLieu>|<ds:SignedInfo>.*?<\/ds:SignedInfo>|<xades:SignedProperties .*?<\/xades:SignedProperties>/gs

/** Where the letters and digits of the signed content stand, tags and attributes included. */
const listPlaces = (text: string): readonly number[] =>
  [...text.matchAll(signedRanges)].flatMap(({ 0: range, index }) =>
    [...range.matchAll(/[\p{L}\p{N}]/gu)].map((letter) => index + letter.index),
  )

const spread = (all: readonly number[]): readonly number[] =>
  Array.from({ length: places }, (_, index) => all[Math.floor((index * all.length) / places)] ?? 0)

const neighbours: Readonly<Record<string, string>> = { '9': '8', z: 'y', Z: 'Y', ỹ: 'ỳ', Ỹ: 'Ỳ' }

/** The next digit or letter; the one before at the end of the row. */
const another = (letter: string): string =>
  neighbours[letter] ?? String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1)

const changeAt = (text: string, at: number): string =>
  text.slice(0, at) + another(text.charAt(at)) + text.slice(at + 1)

const books: readonly (readonly [string, () => YearReport])[] = [
  ['primary', primaryReport],
  ['secondary', secondaryReport],
]

describe.each(books)('a %s book', (_, report) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await setScene(report())
  })

  it(`fails with any one of ${places} letters or digits changed`, async () => {
    const chosen = spread(listPlaces(scene.text))
    expect(new Set(chosen).size).toBe(places)
    for (const at of chosen) {
      const changed = changeAt(scene.text, at)
      expect(changed).not.toBe(scene.text)
      const { verdict } = await scene.judge(changed)
      expect(verdict, `…${scene.text.slice(at - 30, at)}[${changed.charAt(at)}]…`).toBe('failed')
    }
  })

  it('passes unchanged', async () => {
    expect((await scene.judge(scene.text)).verdict).toBe('passed')
  })
})
