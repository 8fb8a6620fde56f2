import type { FoundVersion, FoundYear, RegistryAct, RegistryStatus } from '../registry/index.ts'
import { dayInVietnam, formatDate } from '../shared/dates.ts'
import type { MaskedYear } from './answers.ts'
import { registryFinding, type LookupFinding, type RegistryFindingCode } from './registry-findings.ts'

/** Which act put a version where it stands. */
const isAbout: Record<RegistryStatus, (act: RegistryAct, version: number) => boolean> = {
  'in-force': (act, version) => act.kind !== 'revoke' && act.version === version,
  replaced: (act, version) => act.kind === 'replace' && act.version > version,
  revoked: (act, version) => act.kind === 'revoke' && act.version === version,
}

const actBehind = ({ acts }: FoundYear, { version, status }: FoundVersion): RegistryAct => {
  const act = acts.find((one) => isAbout[status](one, version))
  if (act === undefined) throw new Error(`nothing made version ${version} ${status}`)
  return act
}

/** Every version, newest first, with where it stands and since when. */
export const historyOf = (year: FoundYear): MaskedYear['history'] =>
  year.versions.map((version) => ({
    version: version.version,
    status: version.status,
    at: actBehind(year, version).at,
  }))

const findingOfStatus: Record<Exclude<RegistryStatus, 'in-force'>, RegistryFindingCode> = {
  replaced: 'registry-replaced',
  revoked: 'registry-revoked',
}

/** What the registry has to say about one version of a year: nothing while it is in force, else when and why not. */
export const describeStanding = (year: FoundYear, version: FoundVersion): readonly LookupFinding[] => {
  if (version.status === 'in-force') return []
  const { at, reason, version: by } = actBehind(year, version)
  const day = formatDate(dayInVietnam(at))
  const what = by === version.version ? `ngày ${day}` : `ngày ${day} bằng phiên bản ${by}`
  return [
    registryFinding(
      findingOfStatus[version.status],
      reason === undefined ? what : `${what}, lí do: ${reason}`,
    ),
  ]
}
