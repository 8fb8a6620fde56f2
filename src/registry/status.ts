import type { ActKind, RegisteredYear, RegistryAct } from './registered-year.ts'

/** Where a version stands: đang có hiệu lực trong CSDL, đã bị thay thế, đã bị thu hồi. */
export type RegistryStatus = 'in-force' | 'replaced' | 'revoked'

/** In order; the first is the only one that may be relied on. */
export const registryStatuses = [
  'in-force',
  'replaced',
  'revoked',
] as const satisfies readonly RegistryStatus[]

/**
 * Which act is possible on the newest version, by its status. A replaced version is history. A revoked one makes room
 * for the next version, which is accepted anew (the Sở's rules for thu hồi and báo cáo thay thế before chốt).
 */
export const availableActs = {
  'in-force': ['replace', 'revoke'],
  replaced: [],
  revoked: ['accept'],
} as const satisfies Record<RegistryStatus, readonly ActKind[]>

const after = (
  version: number,
  status: RegistryStatus | undefined,
  act: RegistryAct,
): RegistryStatus | undefined => {
  if (act.kind === 'revoke') return act.version === version ? 'revoked' : status
  if (act.version === version) return 'in-force'
  return act.kind === 'replace' && act.version > version && status === 'in-force' ? 'replaced' : status
}

/** The status of one version, from the history alone; undefined when the history has no such version. */
export const statusOf = (acts: readonly RegistryAct[], version: number): RegistryStatus | undefined =>
  acts.reduce<RegistryStatus | undefined>((status, act) => after(version, status, act), undefined)

/** The number of the newest version; 0 when there is none. */
export const newestVersion = (acts: readonly RegistryAct[]): number =>
  acts.reduce((newest, { version }) => Math.max(newest, version), 0)

/** Which acts the newest version allows now; without any version the first may be accepted. */
export const listAvailableActs = (acts: readonly RegistryAct[]): readonly ActKind[] => {
  const status = statusOf(acts, newestVersion(acts))
  return status === undefined ? ['accept'] : availableActs[status]
}

/** The version that is in force, if there is one: at most one at any time. */
export const findInForce = ({
  versions,
  acts,
}: RegisteredYear): RegisteredYear['versions'][number] | undefined =>
  versions.find(({ version }) => statusOf(acts, version) === 'in-force')
