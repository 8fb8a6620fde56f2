import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport, openOffice } from '../../test/builders/issuing.ts'
import { contentOf } from '../../test/builders/pages.ts'
import { secondaryReport } from '../../test/builders/reports.ts'
import { createRenderer } from '../rendition/index.ts'
import type { PageContent, Renderer } from '../verification/index.ts'
import { createPageRenderer } from './page-renderer.ts'

let renderer: Renderer
let content: PageContent
beforeAll(async () => {
  renderer = createPageRenderer(await createRenderer())
  content = contentOf(await issueReport(secondaryReport(), await openOffice()))
})

describe('the renderer that verification is given', () => {
  it('makes the page of a year, with the place of its seal, the same bytes every time', async () => {
    const [one, other] = [
      await renderer.render([content], 'tt22-2021-lower/1'),
      await renderer.render([content], 'tt22-2021-lower/1'),
    ]
    expect(Buffer.from(one?.bytes ?? []).equals(Buffer.from(other?.bytes ?? []))).toBe(true)
    expect(one?.bytes.length).toBeGreaterThan(10_000)
    expect(one?.sealPlace.page).toBeGreaterThan(1)
  })

  it('leaves no place for a seal on a book compiled over years', async () => {
    const before: PageContent = {
      ...content,
      sealed: { ...content.sealed, fileName: 'truoc.xml' },
      report: { ...content.report, identity: { ...content.report.identity, schoolYear: '2024-2025' } },
    }
    const book = await renderer.render([before, content], 'tt22-2021-lower/1')
    expect(book?.sealPlace).toMatchObject({ width: 0, height: 0 })
  })

  it.each([
    ['a version that is not known', 'tt22-2021-lower/99'],
    ['a version of another level', 'tt22-2021-upper/1'],
    ['a version of another circular', 'tt27-2020/1'],
    ['a name that every object has', 'constructor'],
  ])('makes no page of %s', async (_, version) => {
    expect(await renderer.render([content], version)).toBeUndefined()
  })

  it('makes no page of nothing', async () => {
    expect(await renderer.render([], 'tt22-2021-lower/1')).toBeUndefined()
  })
})
