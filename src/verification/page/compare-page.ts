import { extractUnsignedRevision, type DocumentFacts } from '../../crypto/pdf/index.ts'
import { finding, type Finding } from '../findings.ts'
import type { VerifiedFile } from '../verified-file.ts'
import { hostOf, listAddresses } from './address.ts'
import type { PageReport } from './page-report.ts'
import { pageContentOf, type RenderedPage, type Renderer } from './renderer.ts'
import { judgeSealPlace } from './seal-place.ts'
import { compareByText, describeDifference, runsOf } from './text/compare-text.ts'

/** What the comparison of a page with its data gave. */
export interface Comparison extends Omit<PageReport, 'signatures'> {
  readonly findings: readonly Finding[]
}

/** What a page is compared by. */
export interface ComparisonContext {
  readonly renderer?: Renderer
  /** Where this verifier's own lookup stands; a page that leads elsewhere says so. */
  readonly verificationUrl?: string
}

/** A page that was read, and the books whose data it carries. */
export interface CarriedPage {
  readonly pdf: Uint8Array
  readonly facts: DocumentFacts
  readonly files: readonly VerifiedFile[]
}

const versionPattern = /hocba-rendition:([a-z0-9-]{1,40}\/\d{1,4})(?![\w/-])/

/** The rendition version as the file's keywords name it; a claim that only decides how the page is compared. */
const versionOf = ({ content: { keywords, information } }: DocumentFacts): string | undefined =>
  versionPattern.exec(keywords ?? information.get('Keywords') ?? '')?.[1]

const notCompared = (version: string | undefined, detail: string): Comparison => ({
  agreement: 'not-compared',
  renditionVersion: version ?? null,
  verificationUrl: null,
  findings: [finding('page-not-compared', 'pdf', detail)],
})

interface Trial {
  readonly rendered: RenderedPage
  readonly address: string
}

const render = async (
  { files }: CarriedPage,
  renderer: Renderer,
  version: string,
  address: string,
): Promise<Trial | undefined> => {
  const contents = files.map((file) => pageContentOf(file, address))
  const known = contents.filter((content) => content !== undefined)
  const rendered = known.length === contents.length ? await renderer.render(known, version) : undefined
  return rendered && { rendered, address }
}

/** The page made anew with the first address that gives the same bytes, or else with the first of them. */
const findTrial = async (
  page: CarriedPage,
  renderer: Renderer,
  version: string,
  addresses: Iterable<string>,
): Promise<{ readonly trial: Trial; readonly isSame: boolean } | undefined> => {
  const unsigned = extractUnsignedRevision(page.pdf)
  let first: Trial | undefined
  for (const address of addresses) {
    const trial = await render(page, renderer, version, address)
    if (trial === undefined) return undefined
    if (unsigned !== undefined && Buffer.compare(unsigned, trial.rendered.bytes) === 0)
      return { trial, isSame: true }
    first ??= trial
  }
  return first && { trial: first, isSame: false }
}

const otherAddress = (address: string, own: string | undefined): readonly Finding[] =>
  own === undefined || hostOf(own) === hostOf(address)
    ? []
    : [finding('page-other-address', 'pdf', hostOf(address))]

const byText = ({ files, facts }: CarriedPage, version: string | undefined): Comparison => {
  const runs = runsOf(facts)
  const [file, ...others] = files
  // Text proves nothing about a page that nobody sealed: its letters need not be what it shows.
  if (file === undefined || others.length > 0 || facts.signatures.length === 0 || runs === undefined)
    return notCompared(version, 'trang do chương trình khác dựng')
  const findings = compareByText(runs, file.book.data.report)
  const codes = new Set(findings.map(({ code }) => code))
  const agreement = codes.has('page-disagrees')
    ? 'disagrees'
    : codes.has('page-not-compared')
      ? 'not-compared'
      : 'same-text'
  return { agreement, renditionVersion: version ?? null, verificationUrl: null, findings }
}

/**
 * Do the page and the data inside it say the same? The page is made anew from the data by the version it names and
 * compared byte for byte with the file as it was before anybody signed; the address is the one it prints. A page of an
 * unknown version is compared by its text. Only books that did not fail are compared.
 */
export const comparePage = async (
  page: CarriedPage,
  { renderer, verificationUrl }: ComparisonContext,
): Promise<Comparison> => {
  const version = versionOf(page.facts)
  if (page.files.some(({ verification }) => verification.verdict === 'failed'))
    return { ...notCompared(version, ''), findings: [] }
  if (renderer === undefined) return notCompared(version, 'nơi kiểm tra không có bộ dàn trang')
  if (page.files.some(({ verification }) => verification.record?.issuedAt == null))
    return notCompared(version, 'chưa chứng minh được thời điểm phát hành')
  if (version === undefined) return byText(page, version)
  const addresses = listAddresses(page.facts, verificationUrl, () => runsOf(page.facts) ?? [])
  const found = await findTrial(page, renderer, version, addresses)
  if (found === undefined) return byText(page, version)
  return found.isSame
    ? agreed(page, version, found.trial, verificationUrl)
    : disagreed(page, version, found.trial)
}

const agreed = (
  { facts }: CarriedPage,
  version: string,
  { rendered, address }: Trial,
  own: string | undefined,
): Comparison => ({
  agreement: 'same-bytes',
  renditionVersion: version,
  verificationUrl: address,
  findings: [...otherAddress(address, own), ...judgeSealPlace(facts, rendered.sealPlace)],
})

const disagreed = ({ facts }: CarriedPage, version: string, { rendered }: Trial): Comparison => ({
  agreement: 'disagrees',
  renditionVersion: version,
  verificationUrl: null,
  findings: [finding('page-disagrees', 'pdf', describeDifference(runsOf(facts), rendered.bytes))],
})
