import { createRenderer } from '../rendition/index.ts'
import { answerInThread } from './thread.ts'
import type { Typesetting } from './typesetting-thread.ts'

const starting = createRenderer()
// A missing engine is told with the first page.
starting.catch(() => undefined)

answerInThread<Typesetting>(async ({ kind, pages }) => {
  const renderer = await starting
  const [page] = pages
  if (kind === 'book' || page === undefined) return { bytes: await renderer.renderBook(pages) }
  return renderer.renderForSealing(page)
})
