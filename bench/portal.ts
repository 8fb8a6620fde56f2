import { yearLookupCode } from '../test/builders/reports.ts'
import { measureFirstLoad, type FirstLoad } from '../test/browser/support/first-load.ts'
import { openLighthouse, type Marks } from '../test/browser/support/lighthouse.ts'
import { openPlaces, sealBooks } from '../test/browser/support/places.ts'
import { headlined, type Benchmark, type Figure } from './figure.ts'
import { median } from './measure.ts'

const runs = 5
const aim = 95
const mostBytes = 60_000

const hundred = (mark: number): number => Math.round(mark * 100)

const performanceOf = ({ performance }: Marks): number => hundred(performance)

const marksFigure = (what: string, marks: readonly Marks[]): Figure => {
  const performance = marks.map(performanceOf)
  const [least, most] = [Math.min(...performance), Math.max(...performance)]
  const other = (category: 'accessibility' | 'best-practices'): number =>
    hundred(median(marks.map((one) => one[category])))
  return {
    what: `Lighthouse performance of ${what}, median of ${runs}`,
    measured: `${median(performance)} (${least}–${most})`,
    beside: `accessibility ${other('accessibility')}, best practices ${other('best-practices')}`,
    ratio: '',
    target: `aim ${aim}`,
    reached: median(performance) >= aim,
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`

const bytesFigure = ({ html, css, js }: FirstLoad): Figure => ({
  what: 'First page, packed: HTML, CSS and JS, fonts apart',
  measured: kilobytes(html + css + js),
  beside: `HTML ${kilobytes(html)}, CSS ${kilobytes(css)}, JS ${kilobytes(js)}`,
  ratio: '',
  target: `≤ ${mostBytes / 1000} KB`,
  reached: html + css + js <= mostBytes,
  headline: { key: 'portal-bytes', short: kilobytes(html + css + js) },
})

/** The public pages as Lighthouse sees them on a slow phone, and what the first one weighs. */
export const run: Benchmark = async () => {
  const places = await openPlaces(await sealBooks())
  const { judge, close } = await openLighthouse()
  const judgeOften = async (path: string): Promise<readonly Marks[]> => {
    const marks: Marks[] = []
    for (let n = 0; n < runs; n += 1) marks.push(await judge(places.addressOf('usual') + path))
    return marks
  }
  try {
    const first = await judgeOften('/')
    return [
      headlined(marksFigure('the first page', first), 'portal', String(median(first.map(performanceOf)))),
      marksFigure('a masked answer', await judgeOften(`/${yearLookupCode}`)),
      bytesFigure(await measureFirstLoad(places.addressOf('usual'), 'br')),
    ]
  } finally {
    await close()
    await places.close()
  }
}

if (import.meta.main) console.table(await run())
