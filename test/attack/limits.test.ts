import { beforeAll, describe, expect, it } from 'vitest'
import { maxBookBytes } from '../../src/bookfile/index.ts'
import { secondaryReport } from '../builders/reports.ts'
import { cutSignature, inside } from './support/edit.ts'
import { listFindings, setScene, type Scene } from './support/judge.ts'

/** Files made to keep the verifier busy: each is turned away at once, by size or by what no book has. */
let scene: Scene
beforeAll(async () => {
  scene = await setScene(secondaryReport())
})

const root = '<HocBa xmlns="urn:vn:edu:hoc-ba-so:1">'

/** Repeats a piece, numbered, until the file is nearly as large as one may be. */
const fill = (piece: (index: number) => string): string => {
  const pieces: string[] = []
  for (let length = 0, index = 0; length < maxBookBytes - 300; index++) {
    const next = piece(index)
    length += next.length
    pieces.push(next)
  }
  return pieces.slice(0, -1).join('')
}

const busy: readonly (readonly [string, string, () => string])[] = [
  ['four megabytes of attributes', 'too-complex@file', () => `<HocBa ${fill((index) => `a${index}="" `)}/>`],
  [
    'four megabytes of namespaces',
    'too-complex@file',
    () => `<HocBa ${fill((index) => `xmlns:a${index}="u" `)}/>`,
  ],
  [
    'namespaces in small portions',
    'too-complex@file',
    () => `<a>${fill((index) => `<a xmlns:a${index}="urn:a"/>`)}</a>`,
  ],
  ['endless nesting', 'too-complex@file', () => fill(() => '<a>')],
  ['nesting within the limit of tags', 'not-xml@file', () => '<a>'.repeat(30_000)],
  ['a million empty elements', 'too-complex@file', () => `${root}${fill(() => '<a/>')}</HocBa>`],
  [
    'a million empty elements, canonical',
    'too-complex@file',
    () => `${root}${fill(() => '<a></a>')}</HocBa>`,
  ],
  ['nothing but opening brackets', 'not-xml@file', () => fill(() => '<')],
  ['an endless declaration', 'comment-not-allowed@file', () => `<?xml ${fill(() => ' ')}`],
  [
    'endless text',
    'part-missing@HocBa.ChuKys',
    () => `${root}<DuLieu Id="hb">${fill(() => 'x')}</DuLieu></HocBa>`,
  ],
  ['half a tag, over and over', 'not-xml@file', () => `${root}<DuLieu>${fill(() => '<a b="')}`],
]

describe('a file that would keep the verifier busy', () => {
  it.each(busy)('%s: %s', { timeout: 20_000 }, async (_, finding, make) => {
    const text = make()
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(maxBookBytes)
    expect(listFindings(await scene.judge(text))).toEqual([finding])
  })

  it('one byte too many', async () => {
    expect(listFindings(await scene.judge(Buffer.alloc(maxBookBytes + 1, 0x20)))).toEqual(['too-large@file'])
  })

  it('more signatures than a book can have', async () => {
    const one = cutSignature(scene.text, 's-gv-CB003')
    const many = Array.from({ length: 70 }, (_, index) => one.replaceAll('s-gv-CB003', `s-gv-X${index}`))
    const verification = await scene.judge(scene.text.replace('</ChuKys>', `${many.join('')}</ChuKys>`))
    expect(listFindings(verification)).toEqual([expect.stringMatching(/^malformed@ChuKys:/)])
  })

  it('more certificates than a path can have', async () => {
    const one = '<ds:X509Certificate>AAAA</ds:X509Certificate>'
    const text = inside('s-gvcn', '</ds:X509Data>', `${one.repeat(7)}</ds:X509Data>`)(scene.text)
    expect(listFindings(await scene.judge(text))).toEqual([expect.stringMatching(/^malformed@ChuKys:/)])
  })

  it.each(['', ' ', '\n', 'Xin chào', '%PDF-1.7', '{}', '<', '<HocBa/>', '<?xml version="1.0"?>', '\ufeff'])(
    'nothing like a book: «%s»',
    async (text) => {
      const verification = await scene.judge(text)
      expect(verification.verdict).toBe('failed')
      expect(listFindings(verification)).toHaveLength(1)
    },
  )
})
