import { describe, expect, it } from 'vitest'
import { english } from './en/index.ts'
import { vietnamese } from './vi/index.ts'

interface Words {
  readonly [key: string]: string | Words
}

/** 'shell.home.title' and what is put in: 'shell.home.remaining {{count}} {{sheets}}'. */
const keysOf = (words: Words, above = ''): readonly string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[above + key, ...putInto(value)].join(' ')]
      : keysOf(value, `${above}${key}.`),
  )

const putInto = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name))].sort()

const textsOf = (words: Words): readonly string[] =>
  Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : textsOf(value)))

/** English has a form for one and a form for many; Vietnamese has one for all. */
const singular = (key: string): string => key.replace(/_(one|other)\b/, '')

const sorted = (keys: readonly string[]): readonly string[] => [...new Set(keys.map(singular))].sort()

describe('the words of the pages', () => {
  it('are there in both languages, with the same things put into them', () => {
    expect(sorted(keysOf(english))).toEqual(sorted(keysOf(vietnamese)))
  })

  it('are composed as everything is compared (NFC), and none is empty', () => {
    const texts = [...textsOf(vietnamese), ...textsOf(english)]
    expect(texts.filter((text) => text === '' || text.normalize('NFC') !== text)).toEqual([])
  })
})
