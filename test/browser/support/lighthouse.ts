import { createServer } from 'node:net'
import lighthouse from 'lighthouse'
import { openChromium } from '../chromium.ts'

/** Lighthouse's marks for a page, each from 0 to 1. */
export interface Marks {
  readonly accessibility: number
  readonly 'best-practices': number
  readonly performance: number
}

const categories = ['accessibility', 'best-practices', 'performance'] as const

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      })
    })
  })

/** Has pages judged by Lighthouse as a phone on a slow line would see them, in a browser of its own. */
export const openLighthouse = async (): Promise<{
  readonly judge: (address: string) => Promise<Marks>
  readonly close: () => Promise<void>
}> => {
  const port = await freePort()
  const browser = await openChromium([`--remote-debugging-port=${port}`])
  return {
    judge: async (address) => {
      const result = await lighthouse(address, { port, logLevel: 'error', onlyCategories: [...categories] })
      const mark = (category: string): number => result?.lhr.categories[category]?.score ?? 0
      return {
        accessibility: mark('accessibility'),
        'best-practices': mark('best-practices'),
        performance: mark('performance'),
      }
    },
    close: () => browser.close(),
  }
}
