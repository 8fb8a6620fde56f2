import { createCertificateAuthority, type CertificateAuthority } from './certificate-authority.ts'
import { generateKeys, makeCertificate } from './certificates.ts'

/** A root and the CA under it that issues. */
export interface Hierarchy {
  readonly root: CertificateAuthority
  readonly issuing: CertificateAuthority
}

const inTenYears = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear() + 10, now.getUTCMonth(), 1))

export const rootSubject = (use: string) => ({ commonName: `CA gốc minh họa – ${use}` })
export const issuingSubject = (use: string) => ({ commonName: `CA minh họa – ${use}` })

/** Makes the two CAs for one use: a P-256 root, and an RSA-2048 CA as the country's issuers have them. */
export const createHierarchy = async (
  use: string,
  { now, validUntil }: { readonly now: Date; readonly validUntil?: Date },
): Promise<Hierarchy> => {
  const [rootKeys, issuingKeys] = await Promise.all([generateKeys('ec-p256'), generateKeys('rsa')])
  const rootIssuer = { subject: rootSubject(use), keys: rootKeys }
  const rootCertificate = await makeCertificate(
    {
      subject: rootSubject(use),
      publicKey: rootKeys.publicKey,
      profile: 'root',
      notBefore: now,
      notAfter: validUntil ?? inTenYears(now),
    },
    rootIssuer,
  )
  const root = createCertificateAuthority(rootIssuer, rootCertificate)
  const issuingCertificate = await root.issue({
    subject: issuingSubject(use),
    publicKey: issuingKeys.publicKey,
    profile: 'issuing-ca',
  })
  return {
    root,
    issuing: createCertificateAuthority(
      { subject: issuingSubject(use), keys: issuingKeys },
      issuingCertificate,
    ),
  }
}
