import type { PdfTrust } from '../../crypto/pdf/index.ts'
import type { CollectionContext } from '../collect.ts'
import type { TrustStore } from '../trust.ts'

type Anchors = Pick<PdfTrust, 'anchors' | 'intermediates'>

// Results about certificates are remembered by these arrays, so one store always gives the same ones.
const remembered = new WeakMap<TrustStore, Anchors>()

const anchorsOf = (trust: TrustStore): Anchors => {
  const known = remembered.get(trust)
  if (known) return known
  const { schools, persons } = trust
  const joined = {
    anchors: [...schools.anchors, ...persons.anchors],
    intermediates: [...schools.intermediates, ...persons.intermediates],
  }
  remembered.set(trust, joined)
  return joined
}

/** Whom the reader of PDF signatures trusts: schools and persons; which of them signed is judged afterwards. */
export const pageTrustOf = ({ trust, now }: CollectionContext): PdfTrust => ({
  ...anchorsOf(trust),
  timestamps: trust.timestamps,
  evidence: trust.evidence,
  now,
})
