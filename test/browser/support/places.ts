import type { FastifyInstance } from 'fastify'
import type { ServerParts } from '../../../src/apps/server/create-server.ts'
import { portal } from '../../../src/apps/server/pages/index.ts'
import type { SealedBook } from '../../../src/sealing/index.ts'
import { examineDocument } from '../../../src/verification/index.ts'
import { issueReport } from '../../builders/issuing.ts'
import { makePages, openPageOffice, type PageOffice } from '../../builders/pages.ts'
import { amendedReport, primaryReport, secondaryReport, yearLookupCode } from '../../builders/reports.ts'
import { openTestServer, settingsOfTests } from '../../server/support/server.ts'
import { openSmallRegistry, type SmallRegistry } from '../../server/support/small-registry.ts'
import { earlierReport } from './reports.ts'

/** Books really sealed, of the tests' one pupil. */
export interface Books {
  readonly office: PageOffice
  readonly secondary: SealedBook
  readonly amended: SealedBook
  readonly primary: SealedBook
  readonly earlier: SealedBook
  /** The page of `secondary`. */
  readonly pdf: Uint8Array
}

/** Seals them once for all states. */
export const sealBooks = async (): Promise<Books> => {
  const office = await openPageOffice()
  const secondary = await issueReport(secondaryReport(), office)
  const changes = { term2: '8.8', year: '8.7' }
  const amended = await issueReport(amendedReport(secondaryReport(), 'TOAN', changes), office, secondary.book)
  const primary = await issueReport(primaryReport(), office)
  const earlier = await issueReport(earlierReport(), office)
  const [page] = await makePages(office, [secondary])
  if (page === undefined) throw new Error('no page was made')
  return { office, secondary, amended, primary, earlier, pdf: page.bytes }
}

/** Where each state is met: a registry of its own, behind a portal of its own. */
export type PlaceName =
  'usual' | 'primary' | 'replaced' | 'revoked' | 'years' | 'empty' | 'unsettled' | 'crowded' | 'broken'

/** Every place's address on this machine, and what went wrong behind it. */
export interface Places {
  readonly addressOf: (place: PlaceName) => string
  readonly bugs: readonly unknown[]
  close(): Promise<void>
}

const accepted = new Date('2026-06-20T08:00:00+07:00')
const later = new Date('2026-06-25T08:00:00+07:00')

const settings = {
  ...settingsOfTests,
  sampleCodes: [
    {
      code: yearLookupCode,
      birthDate: '2012-03-09',
      lastFour: '0009',
      text: 'Lớp 8, học bạ đang có hiệu lực',
    },
  ],
}

const fillers: Readonly<Record<PlaceName, (place: SmallRegistry, books: Books) => Promise<unknown>>> = {
  usual: (place, { secondary, pdf }) => place.accept(secondary.bytes, accepted, pdf),
  primary: (place, { primary }) => place.accept(primary.bytes, accepted),
  replaced: async (place, { secondary, amended }) => {
    await place.accept(secondary.bytes, accepted)
    await place.accept(amended.bytes, later)
  },
  revoked: async (place, { secondary }) => {
    await place.accept(secondary.bytes, accepted)
    await place.revoke(yearLookupCode, 1, 'Nhập sai điểm', later)
  },
  years: async (place, { secondary, earlier }) => {
    await place.accept(earlier.bytes, accepted)
    await place.accept(secondary.bytes, accepted)
  },
  empty: () => Promise.resolve(),
  unsettled: (place, { secondary }) => place.accept(secondary.bytes, accepted),
  crowded: (place, { secondary }) => place.accept(secondary.bytes, accepted),
  broken: () => Promise.resolve(),
}

/** What a place has otherwise: no word on revocation, a limit that is used up, a registry that fails. */
const changesOf = (name: PlaceName, { lookup }: SmallRegistry, { office }: Books): Partial<ServerParts> => {
  const { trust } = office.context
  if (name === 'crowded')
    return { settings: { ...settings, limits: { ...settings.limits, requestsPerMinute: 0 } } }
  if (name === 'broken')
    return { lookup: { ...lookup, years: { list: () => Promise.reject(new Error('the registry is away')) } } }
  if (name !== 'unsettled') return {}
  const context = { ...office.pageContext, trust: { ...trust, evidence: [] } }
  return { lookup: { ...lookup, verify: (bytes, { now }) => examineDocument(bytes, { ...context, now }) } }
}

interface Opened {
  readonly name: PlaceName
  readonly address: string
  readonly server: FastifyInstance
  readonly bugs: readonly unknown[]
}

const open = async (name: PlaceName, books: Books): Promise<Opened> => {
  const { pageContext: context } = books.office
  const place = openSmallRegistry({ context })
  await fillers[name](place, books)
  const changes = changesOf(name, place, books)
  const { server, bugs } = openTestServer(place, { portal, settings, ...changes })
  return { name, server, bugs, address: await server.listen({ host: '127.0.0.1', port: 0 }) }
}

/** Opens a portal for every place. */
export const openPlaces = async (books: Books): Promise<Places> => {
  const names = Object.keys(fillers) as PlaceName[]
  const opened = await Promise.all(names.map((name) => open(name, books)))
  return {
    addressOf: (place) => opened.find(({ name }) => name === place)?.address ?? '',
    get bugs() {
      return opened.filter(({ name }) => name !== 'broken').flatMap(({ bugs }) => bugs)
    },
    close: async () => {
      await Promise.all(opened.map(({ server }) => server.close()))
    },
  }
}
