import { describe, expect, it } from 'vitest'
import { extractUnsignedRevision } from '../../../src/crypto/pdf/index.ts'
import type { SealedBook } from '../../../src/sealing/index.ts'
import { verifyDocument, type PageContent } from '../../../src/verification/index.ts'
import { createRandom, mutate } from '../../builders/mutations.ts'
import { contentOf, findingsOf } from '../../builders/pages.ts'
import { schoolOfTests } from '../../builders/reports.ts'
import { appendRevision } from './support/build-pdf.ts'
import { setDocumentScene, withMark } from './support/document-scene.ts'

const scene = setDocumentScene()

const withData = (content: PageContent, { bytes }: SealedBook): PageContent => ({
  ...content,
  sealed: { ...content.sealed, xml: bytes },
})

const latin1 = (pdf: Uint8Array, change: (text: string) => string): Uint8Array => {
  const text = Buffer.from(pdf).toString('latin1')
  const changed = change(text)
  if (changed === text) throw new Error('nothing was changed')
  return Buffer.from(changed, 'latin1')
}

/** Appends a revision in which the first page is another one. */
const withOtherPage = (pdf: Uint8Array): Uint8Array => {
  const text = Buffer.from(pdf).toString('latin1')
  const [, page = '0'] = /(\d+) 0 obj\s*<<\s*\/Type \/Page\s/.exec(text) ?? []
  const kept = ['Root', 'Info', 'ID'].map((key): readonly [string, string | undefined] => [
    key,
    new RegExp(`/${key} (\\d+ 0 R|\\[[^\\]]*\\])`).exec(text.slice(text.lastIndexOf('trailer')))?.[1],
  ])
  return appendRevision(
    pdf,
    { [page]: '<< /Type /Page /MediaBox [0 0 595 842] >>' },
    { trailer: Object.fromEntries(kept) },
  )
}

/** Hides the rendition version, so that the page passes for another program's: same length, nothing else moves. */
const asForeign = (pdf: Uint8Array): Uint8Array =>
  latin1(pdf, (text) => text.replaceAll('hocba-rendition:', 'other-rendition:'))

describe('the genuine page', () => {
  it('passes, with nothing found, and is the same page made anew', async () => {
    const verification = await scene.now().verify(scene.now().page)
    expect(findingsOf(verification)).toEqual([])
    expect(verification).toMatchObject({
      format: 'pdf',
      verdict: 'passed',
      page: {
        agreement: 'same-bytes',
        renditionVersion: 'tt22-2021-lower/1',
        verificationUrl: 'https://tracuu.example/hoc-ba/',
        signatures: [{ field: 'con-dau', signer: schoolOfTests.name, verdict: 'passed' }],
      },
    })
    expect(verification.record?.student.name).toBe('Nguyễn Thị Thùy Dương')
  })

  it('is made by a forger’s tools too, where nothing is forged', async () => {
    expect(
      findingsOf(await scene.now().verify(await scene.now().forge(contentOf(scene.now().book)))),
    ).toEqual([])
  })

  it('is left open where nobody can make the page anew', async () => {
    const { context } = scene.now().office
    const verification = await verifyDocument(scene.now().page, context)
    expect(verification.verdict).toBe('indeterminate')
    expect(findingsOf(verification)).toEqual(['page-not-compared@pdf'])
    expect(verification.page?.agreement).toBe('not-compared')
  })

  it('that leads to another lookup passes, and says where it leads', async () => {
    const verification = await verifyDocument(scene.now().page, {
      ...scene.now().office.pageContext,
      verificationUrl: 'https://khac.example/',
    })
    expect(verification.verdict).toBe('passed')
    expect(findingsOf(verification)).toEqual(['page-other-address@pdf'])
    expect(verification.findings.find(({ code }) => code === 'page-other-address')?.text).toContain(
      'tracuu.example',
    )
  })
})

type Attack = readonly [
  name: string,
  file: () => Uint8Array | Promise<Uint8Array>,
  findings: readonly string[],
]

const failed: readonly Attack[] = [
  [
    'shows 9,0 while its data say 8,5, under the genuine seal',
    () => scene.now().forge(withMark(contentOf(scene.now().book), '9.0')),
    ['page-disagrees@pdf'],
  ],
  [
    'does so as another program’s page',
    () => scene.now().forge(withMark(contentOf(scene.now().book), '9.9'), { spoil: asForeign }),
    ['page-disagrees@pdf'],
  ],
  [
    'carries another pupil’s data under the genuine seal',
    () => scene.now().forge(withData(contentOf(scene.now().book), scene.now().other)),
    ['page-disagrees@pdf'],
  ],
  [
    'carries the data of an earlier version under the genuine seal',
    () => scene.now().forge(withData(contentOf(scene.now().second), scene.now().book)),
    ['page-disagrees@pdf'],
  ],
  [
    'has lost its seal',
    () => extractUnsignedRevision(scene.now().page) ?? new Uint8Array(),
    ['pdf-not-signed@pdf'],
  ],
  [
    'was changed after sealing',
    () => latin1(scene.now().page, (text) => text.replace('hocba-rendition:tt22', 'hocba-rendition:tt27')),
    ['pdf-digest@con-dau'],
  ],
  [
    'has a revision behind its seal that shows another page',
    () => withOtherPage(scene.now().page),
    ['pdf-revision-not-allowed@revision 2'],
  ],
  [
    'has bytes behind its end',
    () => Buffer.concat([scene.now().page, Buffer.from('9,0')]),
    ['pdf-not-covered-to-end@pdf'],
  ],
]

const withOtherName = (content: PageContent): PageContent => ({
  ...content,
  sealed: { ...content.sealed, fileName: 'khac.xml' },
})

describe('a page that', () => {
  it.each(failed)('%s fails', async (_, file, findings) => {
    const verification = await scene.now().verify(await file())
    expect(verification.verdict).toBe('failed')
    expect(findingsOf(verification)).toEqual(expect.arrayContaining([...findings]))
  })

  it('shows another mark says which', async () => {
    const { findings } = await scene
      .now()
      .verify(await scene.now().forge(withMark(contentOf(scene.now().book), '9.0')))
    expect(findings.find(({ code }) => code === 'page-disagrees')?.text).toMatch(
      /hiện «9,0», dữ liệu là «8,\d»/,
    )
  })

  it('was changed in its data fails by the data’s own findings', async () => {
    const xml = Buffer.from(
      Buffer.from(scene.now().book.bytes).toString('utf8').replace('<CaNam>8.5<', '<CaNam>9.5<'),
      'utf8',
    )
    const content = contentOf(scene.now().book)
    const verification = await scene
      .now()
      .verify(await scene.now().forge({ ...content, sealed: { ...content.sealed, xml } }))
    expect(verification.verdict).toBe('failed')
    expect(findingsOf(verification)).toContain('content-changed@s-gv-CB003')
    expect(verification.page?.agreement).toBe('not-compared')
  })

  it('carries no data fails', async () => {
    const pdf = await scene.now().forge(contentOf(scene.now().book), {
      spoil: (page) => latin1(page, (text) => text.replace('/EmbeddedFiles', '/EmbeddedNones')),
    })
    const verification = await scene.now().verify(pdf)
    expect(verification.verdict).toBe('failed')
    expect(findingsOf(verification).join()).toMatch(/pdf-attachment-(missing|ambiguous)/)
  })

  it('carries two pupils’ data fails', async () => {
    const { office, book, other } = scene.now()
    const both = [contentOf(book), contentOf(other)]
    const forged = both.map((content) => ({
      ...content,
      report: {
        ...content.report,
        identity: { ...content.report.identity, bookLookupCode: 'a'.repeat(32) },
      },
    }))
    const pdf = await office.typesetter.renderBook(forged)
    expect(findingsOf(await scene.now().verify(pdf))).toContain('page-several-books@pdf')
  })

  it('carries more files than any book has years fails, and none is looked into', async () => {
    const { office, book } = scene.now()
    const content = contentOf(book)
    const many = Array.from({ length: 17 }, (_, index) => ({
      ...content,
      sealed: { ...content.sealed, fileName: `${index}.xml` },
    }))
    const verification = await scene.now().verify(await office.typesetter.renderBook(many))
    expect(verification).toMatchObject({ verdict: 'failed', record: null })
    expect(findingsOf(verification)).toContain('page-several-books@pdf')
  })

  it('carries two versions of one year fails', async () => {
    const { office, book, second } = scene.now()
    const pdf = await office.typesetter.renderBook([contentOf(book), withOtherName(contentOf(second))])
    expect(findingsOf(await scene.now().verify(pdf))).toContain('page-several-books@pdf')
  })
})

describe('a page of another program', () => {
  it('that shows every value is compared by its text, and says so', async () => {
    const verification = await scene
      .now()
      .verify(await scene.now().forge(contentOf(scene.now().book), { spoil: asForeign }))
    expect(findingsOf(verification)).toEqual(['compared-by-text@pdf'])
    expect(verification.page?.agreement).toBe('same-text')
  })

  it('that exchanges two subjects’ marks is not taken for the same', async () => {
    const content = contentOf(scene.now().book)
    const find = (code: string) => content.report.subjects.find((subject) => subject.code === code)
    const [first, second] = [find('TOAN'), find('KHTN')]
    const exchanged = content.report.subjects.map((subject) => {
      const from = subject === first ? second : subject === second ? first : subject
      return from === undefined
        ? subject
        : { ...subject, term1: from.term1 ?? '', term2: from.term2 ?? '', year: from.year ?? '' }
    })
    const forged = { ...content, report: { ...content.report, subjects: exchanged } } as PageContent
    const verification = await scene.now().verify(await scene.now().forge(forged, { spoil: asForeign }))
    expect(verification.verdict).not.toBe('passed')
  })
})

/** Damage anywhere: in the page, in the data inside it, in the seal. */
const damaged = 400
const seed = 20_260_529

describe('a damaged document', () => {
  it(`is never taken for genuine in ${damaged} ways, and never stops the program`, async () => {
    const page = Buffer.from(scene.now().page)
    const random = createRandom(seed)
    const codes = new Set<string>()
    for (let index = 0; index < damaged; index++) {
      const bytes = mutate(page, random)
      if (bytes.equals(page)) continue
      const { verdict, findings } = await scene.now().verify(bytes)
      expect(verdict).not.toBe('passed')
      for (const { code } of findings) codes.add(code)
    }
    expect(codes.size).toBeGreaterThan(2)
  })
})
