import { createHash } from 'node:crypto'
import { createRenderer, type RenditionInput, type Renderer } from '../src/rendition/index.ts'
import { sampleYear } from '../src/rendition/testing/years.ts'
import { milliseconds, spread, times, type Figure } from './figure.ts'
import { median, quartilesOf, type Quartiles } from './measure.ts'
import { prepareChromium } from './peers/chromium.ts'
import { preparePdfkit } from './peers/pdfkit.ts'

const books = 2_000
const rounds = 12
const levels = ['primary', 'lower-secondary', 'upper-secondary'] as const

/** An XML of ordinary size that compresses as a sealed one does: mostly base64. */
const xmlOf = (index: number): Uint8Array => {
  const line = (part: number): string => createHash('sha512').update(`${index}/${part}`).digest('base64')
  return Buffer.from(
    `<HocBa>${Array.from({ length: 500 }, (_, part) => `<ds:DigestValue>${line(part)}</ds:DigestValue><ds:Transform></ds:Transform>`).join('')}</HocBa>`,
  )
}

const samples = levels.map(sampleYear)

/** The book number `index`: another pupil, another code, comments that no other book has. */
const bookNumber = (index: number): RenditionInput => {
  const base = samples[index % samples.length] ?? sampleYear('primary')
  const { report, sealed } = base
  const code = createHash('md5').update(`${index}`).digest('hex')
  const fullName = `${report.identity.fullName} ${index}`
  return {
    ...base,
    report: {
      ...report,
      cover: { ...report.cover, student: { ...report.cover.student, fullName } },
      identity: { ...report.identity, yearLookupCode: code, fullName },
      subjects: report.subjects.map((subject, place) => ({
        ...subject,
        comment: `${subject.comment ?? ''} (${index}, ${place})`,
      })),
      summary: { ...report.summary, comment: `${report.summary.comment ?? ''} (${index})` },
    },
    sealed: { ...sealed, xml: xmlOf(index) },
  }
}

const countPages = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length ?? 0

const elapsed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const before = performance.now()
  const result = await work()
  return [result, performance.now() - before]
}

interface LongRun {
  readonly first: number
  readonly last: number
  readonly peakMegabytes: number
}

/** Sets so many books one after the other: time per book at the start and at the end, and the most memory held. */
const runLong = async (renderer: Renderer): Promise<LongRun> => {
  const spans: number[] = []
  let peak = 0
  for (let index = 0; index < books; index++) {
    const book = bookNumber(index)
    const [, span] = await elapsed(() => renderer.render(book))
    spans.push(span)
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  // The first dozen books warm up the code; they are part of the run but not of the comparison.
  return { first: median(spans.slice(12, 212)), last: median(spans.slice(-200)), peakMegabytes: peak / 1e6 }
}

/** Milliseconds a page of one tool in one round of three books, one of each level. */
type PerPage = (from: number) => Promise<number>

const perPage =
  (pages: (input: RenditionInput) => Promise<number>): PerPage =>
  async (from) => {
    let [count, spent] = [0, 0]
    for (const place of levels.keys()) {
      const book = bookNumber(from + place)
      const [pagesMade, span] = await elapsed(() => pages(book))
      count += pagesMade
      spent += span
    }
    return spent / count
  }

interface Beside {
  readonly own: number
  readonly peer: number
  readonly ratio: number
  readonly quartiles: Quartiles
}

/** Both tools by turns on the same books; the ratio is the median of the ratios within a round. */
const compare = async (own: PerPage, peer: PerPage): Promise<Beside> => {
  const pairs: (readonly [number, number])[] = []
  for (let round = -2; round < rounds; round++) {
    const from = books + 3 * (round + 2)
    const pair = round % 2 === 0 ? ([await own(from), await peer(from)] as const) : undefined
    const [theirs, ours] = pair?.toReversed() ?? [await peer(from), await own(from)]
    if (round >= 0) pairs.push([ours ?? 0, theirs ?? 0])
  }
  const ratios = pairs.map(([ours, theirs]) => theirs / ours)
  return {
    own: median(pairs.map(([ours]) => ours)),
    peer: median(pairs.map(([, theirs]) => theirs)),
    ratio: median(ratios),
    quartiles: quartilesOf(ratios),
  }
}

const besideFigure = (name: string, { own, peer, ratio, quartiles }: Beside, least: number): Figure => ({
  what: 'A page of a book, tagged PDF/A-3a, own comments, XML attached',
  measured: milliseconds(own),
  beside: `${name}: ${milliseconds(peer)}`,
  ratio: `${times(ratio)} as fast (${spread(quartiles)})`,
  target: `≥ ${least}×`,
  reached: ratio >= least,
  headline: { key: name.startsWith('pdfkit') ? 'page-pdfkit' : 'page-chromium', short: times(ratio) },
})

const notThere = (name: string, error: unknown): Figure => ({
  what: 'A page of a book',
  measured: '',
  beside: `${name} is not there: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`,
  ratio: '',
  target: '',
})

/** Peers are loaded only when it is their turn; one that is not installed is said so. */
const besidePeer = async (name: string, least: number, measure: () => Promise<Beside>): Promise<Figure> => {
  try {
    return besideFigure(name, await measure(), least)
  } catch (error) {
    return notThere(name, error)
  }
}

const longRunFigures = ({ first, last, peakMegabytes }: LongRun): readonly Figure[] => [
  {
    what: `A book, at the end of ${books} books`,
    measured: milliseconds(last),
    beside: `at the start: ${milliseconds(first)}`,
    ratio: times(last / first),
    target: '≤ 1.1×',
    reached: last / first <= 1.1,
    headline: { key: 'page-constant', short: times(last / first) },
  },
  {
    what: `Memory throughout ${books} books`,
    measured: `${peakMegabytes.toFixed(0)} MB`,
    beside: '',
    ratio: '',
    target: '< 300 MB',
    reached: peakMegabytes < 300,
    headline: { key: 'page-memory', short: `${peakMegabytes.toFixed(0)} MB` },
  },
]

/** The official page: time a page beside pdfkit and headless Chromium, and whether a long run stays as it began. */
export const run = async (): Promise<readonly Figure[]> => {
  const renderer = await createRenderer()
  const long = await runLong(renderer)
  const own = perPage(async (input) => countPages(await renderer.render(input)))
  const pdfkit = await besidePeer('pdfkit', 1.7, async () => compare(own, perPage(await preparePdfkit())))
  const chromium = await besidePeer('Chromium', 4, async () => {
    const { print, close } = await prepareChromium()
    try {
      return await compare(own, perPage(print))
    } finally {
      await close()
    }
  })
  return [pdfkit, chromium, ...longRunFigures(long)]
}
