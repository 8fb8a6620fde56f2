import { Buffer } from 'node:buffer'
import type { Certificate } from './certificate.ts'
import {
  checkConstraints,
  checkValidity,
  type PathFailure,
  type PathPurpose,
} from './certificate-path-checks.ts'
import { isStrongKey } from './certificate-key.ts'
import { isSignatureValid } from './certificate-signature.ts'

export type { PathFailure, PathFailureCode, PathPurpose } from './certificate-path-checks.ts'

/** What a path is looked for with. Pass the same `anchors` array again: results are remembered by it. */
export interface PathContext {
  /** Certificates that may help and are not trusted in themselves. */
  readonly intermediates: readonly Certificate[]
  /** What is trusted for this use, and for this use alone: a timestamp authority's root vouches for no person. */
  readonly anchors: readonly Certificate[]
  /** The moment at which every certificate of the path must be valid. */
  readonly at: Date
  readonly purpose: PathPurpose
}

/** The path, the leaf first and the anchor last; or the best-known reason why there is none. */
export type PathResult =
  { readonly ok: true; readonly path: readonly Certificate[] } | ({ readonly ok: false } & PathFailure)

type Path = readonly Certificate[]

/** The longest path, anchor included; real ones have three or four. */
const maxPathLength = 8
/** How many issuers are tried for one leaf, so that crafted webs of certificates stay cheap. */
const maxTrials = 64

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0

const verdicts = new WeakMap<Certificate, WeakMap<Certificate, boolean>>()

const checkSigned = (certificate: Certificate, issuer: Certificate): boolean =>
  // A weak link is followed, unchecked, to be reported as weak: `checkConstraints` refuses every path with it.
  certificate.signed.scheme.kind === 'refused' ||
  !isStrongKey(issuer) ||
  isSignatureValid(certificate.signed, issuer.publicKey)

const isSignedBy = (certificate: Certificate, issuer: Certificate): boolean => {
  const known = verdicts.get(certificate) ?? new WeakMap<Certificate, boolean>()
  verdicts.set(certificate, known)
  const verdict = known.get(issuer) ?? checkSigned(certificate, issuer)
  known.set(issuer, verdict)
  return verdict
}

const keyIdFits = ({ authorityKeyId }: Certificate, { subjectKeyId }: Certificate): boolean =>
  authorityKeyId !== undefined && authorityKeyId === subjectKeyId

/** Those whose name fits; where key identifiers agree too, first: a CA may have several keys under one name. */
const issuersAmong = (candidates: Path, certificate: Certificate): Certificate[] => {
  const named = candidates.filter(({ subjectDer }) => isSame(subjectDer, certificate.issuerDer))
  const isHinted = (candidate: Certificate) => keyIdFits(certificate, candidate)
  return [...named.filter(isHinted), ...named.filter((candidate) => !isHinted(candidate))]
}

interface Search {
  readonly context: PathContext
  trialsLeft: number
  /** The last certificate of the longest path that led nowhere. */
  deadEnd: Path
}

function* issuersOf(certificate: Certificate, candidates: Path, search: Search): Generator<Certificate> {
  for (const issuer of issuersAmong(candidates, certificate)) {
    if (search.trialsLeft-- <= 0) return
    if (isSignedBy(certificate, issuer)) yield issuer
  }
}

/** Every path upwards from the last certificate that ends in an anchor, shortest branches first. */
function* pathsFrom(path: Path, search: Search): Generator<Path> {
  const last = path.at(-1)
  if (!last || path.length >= maxPathLength) return
  if (path.length > search.deadEnd.length) search.deadEnd = path
  for (const anchor of issuersOf(last, search.context.anchors, search)) yield [...path, anchor]
  for (const issuer of issuersOf(last, search.context.intermediates, search)) {
    if (!path.some(({ der }) => isSame(der, issuer.der))) yield* pathsFrom([...path, issuer], search)
  }
}

const search = (leaf: Certificate, context: PathContext): PathResult => {
  const state: Search = { context, trialsLeft: maxTrials, deadEnd: [leaf] }
  let failure: PathFailure | undefined
  for (const path of pathsFrom([leaf], state)) {
    const found = checkConstraints(path, context.purpose) ?? checkValidity(path, context.at)
    if (!found) return { ok: true, path }
    failure ??= found
  }
  return { ok: false, ...(failure ?? { code: 'untrusted', certificate: state.deadEnd.at(-1) ?? leaf }) }
}

type Found = Extract<PathResult, { ok: true }>

// A path that once held holds again whatever other intermediates are offered; only the time is asked anew. The
// entries go when the certificate itself falls out of its own, bounded, cache.
const found = new WeakMap<Certificate, WeakMap<readonly Certificate[], Map<PathPurpose, Found>>>()

const rememberedFor = (leaf: Certificate, anchors: readonly Certificate[]): Map<PathPurpose, Found> => {
  const byAnchors = found.get(leaf) ?? new WeakMap<readonly Certificate[], Map<PathPurpose, Found>>()
  const byPurpose = byAnchors.get(anchors) ?? new Map<PathPurpose, Found>()
  found.set(leaf, byAnchors.set(anchors, byPurpose))
  return byPurpose
}

/**
 * Looks for a path from `leaf` to one of the anchors (RFC 5280 §6, for what is used here): names, signatures,
 * validity of every certificate at `at`, basic constraints, path length, key usages, no critical extension left
 * unread. Revocation is `revocationStatus`'s question. Bounded in length and in trials; never throws.
 */
export const validatePath = (leaf: Certificate, context: PathContext): PathResult => {
  const remembered = rememberedFor(leaf, context.anchors)
  const known = remembered.get(context.purpose)
  if (known && !checkValidity(known.path, context.at)) return known
  const result = search(leaf, context)
  if (result.ok) remembered.set(context.purpose, result)
  return result
}

/**
 * Whether a certificate is its own issuer: same name, and its own key fits. An old root's SHA-1 signature is not
 * checked, since nothing rests on it: roots are trusted for being in a trust folder.
 */
export const isSelfSigned = (certificate: Certificate): boolean =>
  isSame(certificate.issuerDer, certificate.subjectDer) && isSignedBy(certificate, certificate)
