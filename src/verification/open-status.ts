import type { Certificate } from '../crypto/certificate.ts'
import { validatePath } from '../crypto/certificate-path.ts'
import type { TimestampResult } from '../crypto/timestamp.ts'
import type { TrustStore } from './trust.ts'

/** A certificate whose status the evidence at hand leaves open, and who would tell it. */
export interface OpenStatus {
  readonly certificate: Certificate
  readonly issuer: Certificate
}

/** The members of a path, leaf first, that an issuer above them answers for. */
export const listMembers = (path: readonly Certificate[]): readonly OpenStatus[] =>
  path.slice(0, -1).map((certificate, index) => ({ certificate, issuer: path[index + 1] as Certificate }))

/** Whose status keeps a timestamp from being settled. */
export const listOpenOfTimestamp = (
  timestamp: TimestampResult | undefined,
  trust: TrustStore,
): readonly OpenStatus[] => {
  if (timestamp?.ok !== false || timestamp.code !== 'revocation-unknown') return []
  const { authority, at = new Date(0) } = timestamp
  if (authority === undefined) return []
  const path = validatePath(authority, { ...trust.timestamps, at, purpose: 'timestamping' })
  return path.ok ? listMembers(path.path) : []
}

export const eachOnce = (open: readonly OpenStatus[]): readonly OpenStatus[] => [
  ...new Map(open.map((one) => [one.certificate.sha256, one])).values(),
]
