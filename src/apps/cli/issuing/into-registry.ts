import { join } from 'node:path'
import { openFileStore } from '../../../adapters/file-store/open-file-store.ts'
import type { Database } from '../../../adapters/postgres/connect.ts'
import { recordIssued } from '../../../adapters/postgres/books/record-issued.ts'
import { createRegistryStore } from '../../../adapters/postgres/registry.ts'
import { keepLookupCodes } from '../../../adapters/postgres/school/lookup-codes.ts'
import { drawCode, openOfficeOf, prepareIssuing } from '../../../demo/index.ts'
import { calendarOfNow, issueYear, type YearOutcome } from '../../../issuing/index.ts'
import type { SchoolYearRecords } from '../../../records/index.ts'
import type { RegistryPorts } from '../../../registry/index.ts'
import { readRecords, type YearRequest } from '../read-records.ts'
import { withConnection, withDatabase, withSchoolDatabase, type DatabasePlace } from '../school-database.ts'
import { openTypesetter } from './typesetter.ts'

/** How a year is issued into the registry. */
export interface RegistryIssuing {
  /** What stands before the lookup code in the QR codes: where the registry is looked up. */
  readonly verificationUrl: string
  readonly clock: () => Date
  readonly onProgress: (done: number, total: number) => void
}

/** What was done, and for whom. */
export interface IssuedIntoRegistry {
  readonly records: SchoolYearRecords
  readonly outcome: YearOutcome
}

/** Both bodies of data and the files, where the server keeps them too. */
const withPlace = <T>(
  place: DatabasePlace,
  work: (school: Database<'school'>, registry: RegistryPorts) => Promise<T>,
): Promise<T> =>
  withDatabase(place, (url) =>
    withConnection(url, 'school', (school) =>
      withConnection(url, 'registry', async (registered) => {
        const store = createRegistryStore(registered)
        const files = await openFileStore(join(place.dataFolder, 'tep'))
        return work(school, { years: store, entries: store, files })
      }),
    ),
  )

/** The stored records, each pupil with its lookup codes: kept before the first signature, never drawn again. */
const readCoded = async (database: Database<'school'>, year: YearRequest): Promise<SchoolYearRecords> =>
  keepLookupCodes(database, await readRecords(database, year), { draw: drawCode })

/** The same for a folder, which needs no registry. */
export const readCodedRecords = (place: DatabasePlace, year: YearRequest): Promise<SchoolYearRecords> =>
  withSchoolDatabase(place, (database) => readCoded(database, year))

/**
 * Issues a stored school year and puts it on record, with the demonstration's keys that the data folder keeps. Cut off
 * and called again it goes on; called once more it issues nothing.
 */
export const issueIntoRegistry = (
  year: YearRequest,
  place: DatabasePlace,
  { verificationUrl, clock, onProgress }: RegistryIssuing,
): Promise<IssuedIntoRegistry> =>
  withPlace(place, async (school, registry) => {
    const typesetter = await openTypesetter()
    const records = await readCoded(school, year)
    const office = await openOfficeOf(place.dataFolder, clock)
    const calendar = calendarOfNow(clock())
    const own = { office, registry, typesetter, verificationUrl, calendar, clock }
    const issuing = await prepareIssuing(records, own)
    const outcome = await issueYear(records, { ...issuing, onProgress })
    await recordIssued(school, registry, records, { by: records.school.name, now: clock() })
    return { records, outcome }
  })
