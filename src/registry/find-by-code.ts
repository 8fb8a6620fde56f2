import { parseLookupCode } from '../shared/ids.ts'
import { lookupKey } from './lookup-key.ts'
import type { YearSource } from './ports.ts'
import type { RegisteredVersion, RegisteredYear, YearIdentity, RegistryAct } from './registered-year.ts'
import { statusOf, type RegistryStatus } from './status.ts'

/** A version with where it stands now. */
export interface FoundVersion extends RegisteredVersion {
  readonly status: RegistryStatus
}

/** One year that a code leads to: newest version first. */
export interface FoundYear {
  readonly identity: YearIdentity
  readonly versions: readonly FoundVersion[]
  readonly acts: readonly RegistryAct[]
}

const asFound = ({ identity, versions, acts }: RegisteredYear): FoundYear => ({
  identity,
  acts,
  versions: versions
    .map((version) => ({ ...version, status: getStatus(acts, version) }))
    .sort((one, other) => other.version - one.version),
})

const getStatus = (acts: readonly RegistryAct[], { version }: RegisteredVersion): RegistryStatus => {
  const status = statusOf(acts, version)
  if (status === undefined) throw new Error(`version ${version} came without an act`)
  return status
}

/**
 * Finds what a lookup code leads to, as people type it (upper case, hyphens): a year's code to that year, a book's code
 * to all its years, oldest first. Empty when it leads nowhere or is no code: a stranger cannot tell the two apart.
 */
export const findByCode = async (years: YearSource, typed: string): Promise<readonly FoundYear[]> => {
  const code = parseLookupCode(typed)
  return code === undefined ? [] : (await years.list([lookupKey(code)])).map(asFound)
}
