import { trustStoreFrom } from '../../../src/adapters/trust-folder.ts'
import type { Certificate } from '../../../src/crypto/certificate.ts'
import type { Signer } from '../../../src/crypto/ports.ts'
import type { DemoAuthority } from '../../../src/demo/authority/index.ts'
import type { TrustStore } from '../../../src/verification/index.ts'
import { now, type TestOffice } from '../../builders/issuing.ts'

const farOff = new Date('2040-01-01T00:00:00+07:00')

/** What the authority would hand out as its trust folder, without the revocation lists of these names. */
export const trustWithout = async (
  authority: DemoAuthority,
  isLeftOut: (name: string) => boolean,
  at = now,
): Promise<TrustStore> => {
  const files = await authority.trustFiles({ at, nextUpdate: farOff })
  return trustStoreFrom(new Map([...files].filter(([name]) => !(name.endsWith('.crl') && isLeftOut(name)))))
}

/** The office's trust, but persons vouched for by another certification authority, whose lists come along. */
export const trustOtherPersons = (office: TestOffice, other: TrustStore): TrustStore => {
  const { trust } = office.context
  return { ...trust, persons: other.persons, evidence: [...trust.evidence, ...other.evidence] }
}

/** The office's trust, with one certificate as anchor for persons. */
export const trustAnchor = (office: TestOffice, anchor: Certificate): TrustStore => {
  const { trust } = office.context
  const { anchors, intermediates } = trust.persons
  return { ...trust, persons: { anchors: [...anchors, anchor], intermediates } }
}

/** Everyone signs for themselves but one, for whom another key does. */
export const insteadOf =
  ({ signers }: TestOffice, absent: string, by: Signer) =>
  (staffCode: string): Signer =>
    staffCode === absent ? by : signers(staffCode)
