import type { LookupCode } from '../shared/ids.ts'
import { Refusal } from '../shared/refusal.ts'
import { accept, replace, revoke, type ActContext, type RevocationOrder } from './acts.ts'
import { lookupKey } from './lookup-key.ts'
import { findPlace } from './place.ts'
import type { RegistryPorts } from './ports.ts'
import type {
  RegisteredVersion,
  RegisteredYear,
  RegistryAct,
  RegistryEntry,
  YearIdentity,
} from './registered-year.ts'
import { findInForce } from './status.ts'
import { examine, type InspectReport, type ReportedFiles, type Submission } from './submission.ts'

/** Biên nhận: what the registry answers for; the act is on record when this is given. */
export interface Receipt {
  readonly identity: YearIdentity
  readonly version: RegisteredVersion
  readonly act: RegistryAct
  /** The very same file was on record already: nothing was added. */
  readonly isRepeated: boolean
}

const mostTries = 5

/** Decides on the newest history and records; decides anew when another act came in between. */
const settle = async <T>(
  decide: () => Promise<T | RegistryEntry>,
  { entries }: RegistryPorts,
): Promise<T | RegistryEntry> => {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const decided = await decide()
    if (!isEntry(decided)) return decided
    if ((await entries.record(decided)) === 'recorded') return decided
  }
  throw new Error(`overtaken ${mostTries} times`)
}

const isEntry = (decided: unknown): decided is RegistryEntry =>
  typeof decided === 'object' && decided !== null && 'after' in decided

/** What was recorded when this very file came before, if it did. */
const findRepeated = (
  { versions, acts }: RegisteredYear,
  { identity, version }: Submission,
): Receipt | undefined => {
  const same = versions.find(
    (one) => one.version === version.version && one.xml.sha256 === version.xml.sha256,
  )
  const act = acts.find((one) => one.version === version.version && one.kind !== 'revoke')
  return same === undefined || act === undefined
    ? undefined
    : { identity, version: same, act, isRepeated: true }
}

/**
 * Receives a reported book (tiếp nhận báo cáo): verifies it, keeps its files, and only then records it – as a first
 * version, or in place of the one in force. The same file again gives the same receipt, so that a sender who heard no
 * answer just sends again. Refused: not passed, codes of another book, not the next version.
 */
export const register = async (
  ports: RegistryPorts,
  files: ReportedFiles,
  { inspect, ...context }: ActContext & { readonly inspect: InspectReport },
): Promise<Receipt> => {
  const submission = await examine(files, inspect)
  await Promise.all(
    [files.xml, ...(files.pdf === undefined ? [] : [files.pdf])].map((bytes) => ports.files.keep(bytes)),
  )
  const { identity, version } = submission
  const outcome = await settle(async () => {
    const years = await ports.years.list([identity.bookKey, identity.yearKey])
    const year = findPlace(years, identity)
    const act = findInForce(year) === undefined ? accept : replace
    return findRepeated(year, submission) ?? act(year, submission, context)
  }, ports)
  return isEntry(outcome) ? { identity, version, act: outcome.act, isRepeated: false } : outcome
}

/** Withdraws the version in force of the year with this code (thu hồi). Refused where nothing is there to withdraw. */
export const withdraw = async (
  ports: RegistryPorts,
  yearLookupCode: LookupCode,
  { order, ...context }: ActContext & { readonly order: RevocationOrder },
): Promise<RegistryAct> => {
  const yearKey = lookupKey(yearLookupCode)
  const outcome = await settle(async (): Promise<RegistryEntry> => {
    const year = (await ports.years.list([yearKey])).find(({ identity }) => identity.yearKey === yearKey)
    if (year === undefined) throw new Refusal('act-not-available', 'Không có học bạ nào mang mã tra cứu này.')
    return revoke(year, order, context)
  }, ports)
  return outcome.act
}
