import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { yearLookupCode } from '../builders/reports.ts'
import { measureFirstLoad } from './support/first-load.ts'
import { openLighthouse } from './support/lighthouse.ts'
import { openPlaces, sealBooks, type Places } from './support/places.ts'

let places: Places
let lighthouse: Awaited<ReturnType<typeof openLighthouse>>

beforeAll(async () => {
  places = await openPlaces(await sealBooks())
  lighthouse = await openLighthouse()
})

afterAll(async () => {
  await lighthouse.close()
  await places.close()
})

describe('Lighthouse', () => {
  it.each([
    ['the first page', '/'],
    ['the first page in English', '/?lang=en'],
    ['a masked answer', `/${yearLookupCode}`],
  ])('finds %s accessible and well made', async (_, path) => {
    const marks = await lighthouse.judge(places.addressOf('usual') + path)
    expect(marks.accessibility).toBeGreaterThanOrEqual(0.95)
    expect(marks['best-practices']).toBeGreaterThanOrEqual(0.9)
  })
})

describe('the first page', () => {
  it.each(['br', 'gzip'] as const)('weighs at most 60 KB, packed as %s', async (encoding) => {
    const { html, css, js } = await measureFirstLoad(places.addressOf('usual'), encoding)
    expect(Math.min(html, css, js)).toBeGreaterThan(0)
    expect(html + css + js).toBeLessThanOrEqual(60_000)
  })
})
