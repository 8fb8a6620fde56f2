import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport, openOffice } from '../../test/builders/issuing.ts'
import { contentOf } from '../../test/builders/pages.ts'
import { secondaryReport } from '../../test/builders/reports.ts'
import { createRenderer, type RenditionInput } from '../rendition/index.ts'
import { createTypesettingThread } from './typesetting-thread.ts'

let page: RenditionInput
beforeAll(async () => {
  page = contentOf(await issueReport(secondaryReport(), await openOffice()))
})

const leadingTo = (place: number): RenditionInput => ({
  ...page,
  verificationUrl: `https://tracuu-${place}.example/`,
})

describe('a typesetter on a thread of its own', () => {
  it('sets what the typesetter beside it sets, each of many for who asked for it', async () => {
    const [thread, here] = [createTypesettingThread(), await createRenderer()]
    const pages = [1, 2, 3, 4, 5, 6].map(leadingTo)
    const set = await Promise.all(pages.map((one) => thread.renderForSealing(one)))
    for (const [index, one] of pages.entries()) {
      const { bytes, sealPlace } = await here.renderForSealing(one)
      expect(set[index]?.sealPlace).toEqual(sealPlace)
      expect(Buffer.from(set[index]?.bytes ?? []).equals(bytes)).toBe(true)
    }
    expect(Buffer.from(await thread.renderBook([page])).equals(await here.renderBook([page]))).toBe(true)
  })

  it('tells who asked for what it cannot set, and goes on with the next', async () => {
    const thread = createTypesettingThread()
    const [failed, set] = await Promise.allSettled([
      thread.renderForSealing({ ...page, version: 'tt22-2021-lower/99' }),
      thread.render(page),
    ])
    expect(failed).toMatchObject({ status: 'rejected' })
    expect(String(failed.status === 'rejected' && failed.reason)).toContain('no form tt22-2021-lower/99')
    expect(set.status).toBe('fulfilled')
  })
})
