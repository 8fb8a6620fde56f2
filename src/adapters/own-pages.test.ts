import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport } from '../../test/builders/issuing.ts'
import { makePages, openPageOffice, verificationUrl, type PageOffice } from '../../test/builders/pages.ts'
import { primaryReport, secondaryReport } from '../../test/builders/reports.ts'
import type { InspectReport } from '../registry/index.ts'
import type { SealedBook, SealedPage } from '../sealing/index.ts'
import { createInspection, type InspectionContext } from './inspect-report.ts'
import { createOwnPages } from './own-pages.ts'
import { deskPagesOf } from './page-making.ts'

let office: PageOffice
let book: SealedBook
let other: SealedBook
beforeAll(async () => {
  office = await openPageOffice()
  book = await issueReport(secondaryReport(), office)
  other = await issueReport(primaryReport(), office)
})

interface Beside {
  readonly page: SealedPage
  readonly inspect: InspectReport
  /** How many pages the registry has made anew. */
  readonly renders: () => number
}

/** A desk that has let a page go, and the registry beside it. */
const openBeside = async (more: Partial<InspectionContext> = {}): Promise<Beside> => {
  const { typesetter, context } = office
  const clock = (): Date => context.now
  const { pages, renderer, ownPages } = deskPagesOf({ typesetter, verificationUrl, clock }, context.trust)
  if (pages === undefined || renderer === undefined || ownPages === undefined) throw new Error('no pages')
  const [page] = await makePages(office, [book], pages)
  if (page === undefined) throw new Error('no page')
  let renders = 0
  const counting: typeof renderer = {
    render: (...asked) => {
      renders += 1
      return renderer.render(...asked)
    },
  }
  const checking = { trust: context.trust, verificationUrl, renderer: counting, ownPages, ...more }
  return { page, inspect: createInspection(checking, clock), renders: () => renders }
}

const filesOf = (sealed: SealedBook, pdf: Uint8Array) => ({
  xml: sealed.bytes,
  pdf,
  book: sealed.book,
  notes: [],
})

describe('the registry beside a desk', () => {
  it('takes over what the desk found of its page, which is what it would find itself', async () => {
    const { page, inspect, renders } = await openBeside()
    const taken = await inspect(filesOf(book, page.bytes))
    expect(renders()).toBe(0)
    const found = await inspect(filesOf(book, page.bytes))
    expect(renders()).toBe(1)
    expect(found).toEqual(taken)
    expect(taken.verdict).toBe('passed')
  })

  it('verifies a page anew in which one byte differs, and finds it', async () => {
    const { page, inspect } = await openBeside()
    const changed = Uint8Array.from(page.bytes)
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1
    expect((await inspect(filesOf(book, changed))).verdict).toBe('failed')
  })

  it('refuses the page of another book', async () => {
    const { page, inspect } = await openBeside()
    await expect(inspect(filesOf(other, page.bytes))).rejects.toThrow(/không mang đúng dữ liệu XML/)
  })

  it('asks for the status of certificates where there is a source, and makes the page no second time', async () => {
    let asked = 0
    const source: InspectionContext['source'] = {
      fetch: () => {
        asked += 1
        return Promise.resolve(office.context.trust.evidence)
      },
    }
    // Without the lists of revoked certificates their status is open.
    const trust = { ...office.context.trust, evidence: [] }
    const { page, inspect, renders } = await openBeside({ trust, source })
    expect((await inspect(filesOf(book, page.bytes))).verdict).toBe('passed')
    expect(asked).toBeGreaterThan(0)
    expect(renders()).toBe(0)
  })
})

describe('pages of a desk', () => {
  it('are forgotten, the oldest first', () => {
    const pages = createOwnPages(2)
    const xml = Uint8Array.of(1)
    const rendered = { bytes: xml, sealPlace: { page: 1, x: 0, y: 0, width: 1, height: 1 } }
    const { verification } = book
    const pdfs = [1, 2, 3].map((byte) => Uint8Array.of(byte))
    for (const pdf of pdfs) pages.keep(pdf, { xml, rendered, verification })
    expect(pdfs.map((pdf) => pages.take({ xml, pdf }) !== undefined)).toEqual([false, true, true])
    expect(pages.take({ xml, pdf: Uint8Array.of(3) })).toBeUndefined()
  })
})
