import type { Certificate } from './certificate.ts'
import type { RevocationReason, RevokedEntry } from './crl.ts'
import type { RevocationEvidence } from './ports.ts'
import { readEvidence, statementOf, type Statement } from './revocation-evidence.ts'

/** Whether a certificate was in force at a moment. Unknown is an answer of its own and never good. */
export type RevocationStatus =
  | { readonly status: 'good' }
  | { readonly status: 'revoked'; readonly since: Date; readonly reason?: RevocationReason }
  | { readonly status: 'unknown'; readonly why: 'no-evidence' | 'stale' | 'bad-evidence' }

/** The moment asked about, and the moment of asking. */
export interface RevocationTimes {
  /** The proven time of the signature. */
  readonly at: Date
  readonly now: Date
}

/** How far another machine's clock may be ahead of ours. */
export const clockTolerance = 5 * 60 * 1000

const keyLosses: readonly (RevocationReason | undefined)[] = ['keyCompromise', 'cACompromise', 'aACompromise']

// RFC 5280 §5.3.2: a lost key was lost before anyone noticed.
const effectiveSince = ({ at, reason, invalidityDate }: RevokedEntry): Date =>
  invalidityDate && invalidityDate < at && keyLosses.includes(reason) ? invalidityDate : at

/**
 * Whether a statement of "not revoked" reaches `at`: made at or after it, or in force at it. Issuers drop expired
 * certificates from their lists, so silence after expiry means nothing unless the issuer says that it keeps them.
 */
const reaches = (statement: Statement, certificate: Certificate, at: Date): boolean => {
  const { thisUpdate, nextUpdate, keepsExpiredSince, revoked } = statement
  // It is listed, so it was not dropped; `at` lies before the revocation, or that would have counted.
  if (revoked) return thisUpdate >= at
  const isAboutExpired = thisUpdate > certificate.notAfter
  if (isAboutExpired && (!keepsExpiredSince || keepsExpiredSince > certificate.notAfter)) return false
  return thisUpdate >= at || (nextUpdate !== undefined && at <= nextUpdate)
}

type Stated = readonly (Statement | 'bad')[]

interface Remembered {
  readonly issuer: Certificate
  readonly stated: Stated
}

const statedAbout = (
  certificate: Certificate,
  issuer: Certificate,
  evidence: readonly RevocationEvidence[],
): Stated => {
  const all = evidence.map(readEvidence)
  return all.map((one) => statementOf(one, certificate, issuer, all)).filter((one) => one !== undefined)
}

// The same list of evidence is asked about the same certificate for everything that its holder signed.
const remembered = new WeakMap<readonly RevocationEvidence[], WeakMap<Certificate, Remembered>>()

const rememberStated = (
  certificate: Certificate,
  issuer: Certificate,
  evidence: readonly RevocationEvidence[],
): Stated => {
  const byCertificate = remembered.get(evidence) ?? new WeakMap<Certificate, Remembered>()
  const known = byCertificate.get(certificate)
  if (known?.issuer === issuer) return known.stated
  const stated = statedAbout(certificate, issuer, evidence)
  remembered.set(evidence, byCertificate.set(certificate, { issuer, stated }))
  return stated
}

// A suspension (certificateHold) ends when a later statement no longer has it; every other revocation is for good.
const isLifted = (entry: RevokedEntry, madeAt: Date, statements: readonly Statement[]): boolean =>
  entry.reason === 'certificateHold' &&
  statements.some(({ thisUpdate, revoked }) => !revoked && thisUpdate > madeAt)

const revocationsIn = (statements: readonly Statement[]): RevokedEntry[] =>
  statements.flatMap(({ revoked, thisUpdate }) =>
    revoked && !isLifted(revoked, thisUpdate, statements) ? [revoked] : [],
  )

const revokedStatus = (entry: RevokedEntry): RevocationStatus => ({
  status: 'revoked',
  since: effectiveSince(entry),
  ...(entry.reason ? { reason: entry.reason } : {}),
})

type CountsAt = (entry: RevokedEntry, at: Date) => boolean

const countsWhenEarlier: CountsAt = (entry, at) => effectiveSince(entry) <= at

// RFC 3161 §4: a timestamp's time is the word of the very key in question. Only when the authority says that the
// key was not lost do its earlier tokens stand; without a reason none does.
const harmlessReasons: readonly (RevocationReason | undefined)[] = [
  'unspecified',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
]
const countsForTimestamps: CountsAt = (entry, at) =>
  !harmlessReasons.includes(entry.reason) || countsWhenEarlier(entry, at)

const judge = (
  certificate: Certificate,
  issuer: Certificate,
  evidence: readonly RevocationEvidence[],
  { at, now }: RevocationTimes,
  counts: CountsAt,
): RevocationStatus => {
  const stated = rememberStated(certificate, issuer, evidence)
  const latest = now.getTime() + clockTolerance
  const statements = stated
    .filter((one) => one !== 'bad')
    .filter(({ thisUpdate }) => thisUpdate.getTime() <= latest)
  const revocation = revocationsIn(statements).find((entry) => counts(entry, at))
  if (revocation) return revokedStatus(revocation)
  if (statements.some((statement) => reaches(statement, certificate, at))) return { status: 'good' }
  if (statements.length > 0) return { status: 'unknown', why: 'stale' }
  return { status: 'unknown', why: stated.length > 0 ? 'bad-evidence' : 'no-evidence' }
}

/**
 * Whether `certificate`, issued by `issuer`, was revoked at the proven time `at` (RFC 5280, RFC 6960). A revocation
 * after `at` leaves the signature good, unless the key was lost at or before it. Evidence that is not authentic
 * counts for nothing; evidence about other certificates is passed over. What a list of evidence says is remembered
 * by the array, so pass the same one again and never change it. Never throws.
 */
export const revocationStatus = (
  certificate: Certificate,
  issuer: Certificate,
  evidence: readonly RevocationEvidence[],
  times: RevocationTimes,
): RevocationStatus => judge(certificate, issuer, evidence, times, countsWhenEarlier)

/** The status of a whole path (leaf first, anchor last), and the certificate that decided it. */
export type PathRevocation = RevocationStatus & { readonly certificate: Certificate }

const rank = { revoked: 0, unknown: 1, good: 2 } as const

const judgePath = (
  path: readonly Certificate[],
  evidence: readonly RevocationEvidence[],
  times: RevocationTimes,
  countsForLeaf: CountsAt,
): PathRevocation | undefined =>
  path
    .slice(0, -1)
    .map((certificate, index) => ({
      ...judge(
        certificate,
        path[index + 1] ?? certificate,
        evidence,
        times,
        index === 0 ? countsForLeaf : countsWhenEarlier,
      ),
      certificate,
    }))
    .toSorted((a, b) => rank[a.status] - rank[b.status])[0]

/** The worst status along a path; the anchor answers for itself. Undefined when the path is the anchor alone. */
export const pathRevocationStatus = (
  path: readonly Certificate[],
  evidence: readonly RevocationEvidence[],
  times: RevocationTimes,
): PathRevocation | undefined => judgePath(path, evidence, times, countsWhenEarlier)

/** `pathRevocationStatus` for a timestamp authority, whose lost key could have dated tokens back. */
export const timestampRevocationStatus = (
  path: readonly Certificate[],
  evidence: readonly RevocationEvidence[],
  times: RevocationTimes,
): PathRevocation | undefined => judgePath(path, evidence, times, countsForTimestamps)
