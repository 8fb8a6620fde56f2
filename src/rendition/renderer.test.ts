import { beforeAll, describe, expect, it } from 'vitest'
import { createRenderer, type Renderer } from './renderer.ts'
import { longest, withName } from './testing/cases.ts'
import { sampleReport } from './testing/reports.ts'
import { sampleYear, sealedYear } from './testing/years.ts'

let renderer: Renderer

beforeAll(async () => {
  renderer = await createRenderer()
})

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const pageCount = (bytes: Uint8Array): number => textOf(bytes).match(/\/Type\s*\/Page\b/g)?.length ?? 0

describe('the page of a year', () => {
  it.each(['primary', 'lower-secondary', 'upper-secondary'] as const)(
    'has the same bytes for the same %s book, whatever was set before and whichever renderer sets it',
    async (level) => {
      const first = await renderer.render(sampleYear(level))
      await renderer.render(sealedYear(longest(sampleReport(level))))
      const again = await renderer.render(sampleYear(level))
      const elsewhere = await (await createRenderer()).render(sampleYear(level))
      expect(Buffer.compare(first, again)).toBe(0)
      expect(Buffer.compare(first, elsewhere)).toBe(0)
    },
  )

  it('differs when one letter of the record differs', async () => {
    const changed = withName('Nguyễn Thị Thùy Dươnq')(sampleReport('primary'))
    const [one, other] = [
      await renderer.render(sampleYear('primary')),
      await renderer.render(sealedYear(changed)),
    ]
    expect(Buffer.compare(one, other)).not.toBe(0)
  })

  it('ends in a classical cross-reference table, so that a signature can be appended', async () => {
    const text = textOf(await renderer.render(sampleYear('primary')))
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1])
    expect(text.slice(start, start + 4)).toBe('xref')
    expect(text).not.toContain('/ObjStm')
  })

  it('records by which rendition version it was set', async () => {
    expect(textOf(await renderer.render(sampleYear('primary')))).toContain('hocba-rendition:tt27-2020/1')
  })

  it('claims PDF/A-3a and is dated by the seal', async () => {
    const text = textOf(await renderer.render(sampleYear('primary')))
    expect(text).toMatch(/pdfaid:part>3<\/pdfaid:part/)
    expect(text).toMatch(/pdfaid:conformance>A</)
    expect(text).toContain('D:20260529021530')
  })

  it('keeps a place for the seal inside the sheet, on the page of the principal’s approval', async () => {
    const { sealPlace } = await renderer.renderForSealing(sampleYear('lower-secondary'))
    expect(sealPlace.page).toBe(6)
    expect(sealPlace.width).toBeCloseTo(96.4, 0)
    expect(sealPlace.x + sealPlace.width).toBeLessThan(595)
    expect(sealPlace.y).toBeGreaterThan(90)
  })

  it('cannot be set by a version that is not known', async () => {
    await expect(renderer.render({ ...sampleYear('primary'), version: 'tt27-2020/99' })).rejects.toThrow(
      'no form',
    )
  })
})

describe('the whole book', () => {
  const earlier = () => {
    const report = sampleReport('primary')
    return sealedYear({
      ...report,
      identity: { ...report.identity, schoolYear: '2024-2025', grade: 3, className: '3A' },
    })
  }

  it('has the front pages once and the pages of every year, in whatever order they come', async () => {
    const years = [sampleYear('primary'), earlier()]
    const book = await renderer.renderBook(years)
    const single = await renderer.render(sampleYear('primary'))
    expect(Buffer.compare(book, await renderer.renderBook(years.toReversed()))).toBe(0)
    // Three front pages and the history once; three pages and the annex for each year.
    expect([pageCount(single), pageCount(book)]).toEqual([8, 12])
  })

  it('carries the file of every year', async () => {
    const text = textOf(await renderer.renderBook([sampleYear('primary'), earlier()]))
    expect(text.match(/\/AFRelationship\s*\/Source/g)).toHaveLength(2)
  })

  it('is of one pupil', async () => {
    const report = sampleReport('primary')
    const other = sealedYear({ ...report, identity: { ...report.identity, bookLookupCode: 'f'.repeat(32) } })
    await expect(renderer.renderBook([sampleYear('primary'), other])).rejects.toThrow('one pupil')
  })

  it('has at least one year', async () => {
    await expect(renderer.renderBook([])).rejects.toThrow('at least one year')
  })
})
