import { beforeAll, describe, expect, it } from 'vitest'
import { rememberPages } from './remember-pages.ts'
import { createRenderer, type RenditionInput, type Renderer } from '../rendition/index.ts'
import { sampleYear } from '../rendition/testing/years.ts'

/** Pages are really set; what is counted is how often. */
let typesetter: Renderer
let set = 0
const counting = (): Renderer => ({
  ...typesetter,
  renderForSealing: (page) => {
    set += 1
    return typesetter.renderForSealing(page)
  },
})

beforeAll(async () => {
  typesetter = await createRenderer()
})

const page = sampleYear('primary')
const countOf = async (renderer: Renderer, ...pages: readonly RenditionInput[]): Promise<number> => {
  set = 0
  for (const one of pages) await renderer.renderForSealing(one)
  return set
}

describe('pages that were set a moment ago', () => {
  it('are the same bytes again, and are set once', async () => {
    const renderer = rememberPages(counting())
    expect(await countOf(renderer, page, structuredClone(page), { ...page })).toBe(1)
    const again = await renderer.renderForSealing(page)
    expect(Buffer.compare(again.bytes, (await typesetter.renderForSealing(page)).bytes)).toBe(0)
  })

  it('are set anew where anything differs that is printed or attached', async () => {
    const { report, sealed } = page
    const others: readonly RenditionInput[] = [
      { ...page, issuedAt: '2026-06-02T08:00:00+07:00' },
      { ...page, verificationUrl: 'https://other.example/' },
      { ...page, report: { ...report, identity: { ...report.identity, className: '5Z' } } },
      { ...page, sealed: { ...sealed, xml: Buffer.concat([sealed.xml, Buffer.from(' ')]) } },
      { ...page, sealed: { ...sealed, signatures: sealed.signatures.slice(1) } },
    ]
    expect(await countOf(rememberPages(counting()), page, ...others)).toBe(1 + others.length)
  })

  it('are forgotten, the longest unused first', async () => {
    const renderer = rememberPages(counting(), 2)
    const other = { ...page, issuedAt: '2026-06-02T08:00:00+07:00' }
    const third = { ...page, issuedAt: '2026-06-03T08:00:00+07:00' }
    expect(await countOf(renderer, page, other, page, third)).toBe(3)
    expect(await countOf(renderer, page)).toBe(0)
    expect(await countOf(renderer, other)).toBe(1)
  })
})
