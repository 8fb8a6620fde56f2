import type { EntryRecorder, RegisteredYear, YearSource } from '../../registry/index.ts'
import type { SchoolYear } from '../../shared/school-year.ts'
import type { Database } from './connect.ts'
import { listByKeys, listOfSchool } from './registry/find-years.ts'
import { recordEntry } from './registry/record-entry.ts'

/** CSDL học bạ in PostgreSQL. */
export interface RegistryStore extends YearSource, EntryRecorder {
  /** What one school has on record for one school year, by student code; empty where there is no such school. */
  listRegistered(schoolCode: string, schoolYear: SchoolYear): Promise<readonly RegisteredYear[]>
}

/** Answers the registry's ports from its schema; `database` comes from `connect(url, 'registry')`. */
export const createRegistryStore = (database: Database<'registry'>): RegistryStore => ({
  list: (keys) => listByKeys(database, keys),
  record: (entry) => recordEntry(database, entry),
  listRegistered: (schoolCode, schoolYear) => listOfSchool(database, schoolCode, schoolYear),
})
