import { trustStoreFrom } from '../../../../src/adapters/trust-folder.ts'
import type { SignatureAlgorithm, Signer, TimestampAuthority } from '../../../../src/crypto/ports.ts'
import {
  signPdf,
  verifyPdfSignatures,
  type PdfSignatureOptions,
  type PdfTrust,
} from '../../../../src/crypto/pdf/index.ts'
import { createDemoAuthority, type DemoAuthority } from '../../../../src/demo/authority/index.ts'

export const signedAt = new Date('2026-05-29T09:00:00+07:00')
export const now = new Date('2026-07-01T00:00:00+07:00')
const certificatesFrom = new Date('2025-08-01T00:00:00+07:00')
const validUntil = new Date('2040-01-01T00:00:00+07:00')

/** A school with its seal, its principal, and everybody's trust. */
export interface PdfOffice {
  readonly authority: DemoAuthority
  readonly seal: Signer
  readonly principal: Signer
  readonly timestamps: TimestampAuthority
  readonly trust: PdfTrust
  readonly trustFiles: ReadonlyMap<string, Uint8Array>
}

export const trustIn = async (authority: DemoAuthority): Promise<Pick<PdfOffice, 'trust' | 'trustFiles'>> => {
  const trustFiles = await authority.trustFiles({ at: now, nextUpdate: validUntil })
  const { schools, persons, timestamps, evidence } = trustStoreFrom(trustFiles)
  const anchors = [...schools.anchors, ...persons.anchors]
  const intermediates = [...schools.intermediates, ...persons.intermediates]
  return { trust: { anchors, intermediates, timestamps, evidence, now }, trustFiles }
}

export const openPdfOffice = async (
  algorithm: SignatureAlgorithm = 'ecdsa-p256-sha256',
): Promise<PdfOffice> => {
  const authority = await createDemoAuthority({ now: certificatesFrom, validUntil })
  const seal = await authority.issueSchool({ name: 'Trường THCS Thử', schoolCode: '01000001', algorithm })
  const principal = await authority.issuePerson({
    fullName: 'Lò Thị Thử',
    citizenId: '014180000001',
    organization: 'Trường THCS Thử',
    algorithm,
  })
  const timestamps = authority.timestampAuthority(() => signedAt)
  return { authority, seal, principal, timestamps, ...(await trustIn(authority)) }
}

type Wishes = Partial<Omit<PdfSignatureOptions, 'chain' | 'algorithm'>>

/** What a signature says unless a test wishes otherwise. */
export const usualOptions = {
  fieldName: 'con-dau',
  signerName: 'Trường THCS Thử',
  reason: 'Phát hành học bạ số',
  location: 'Điện Biên',
  signingTime: signedAt,
} as const

/** Signs as the school's seal would: first, and allowing only further signatures. */
export const sealPdf = (pdf: Uint8Array, office: PdfOffice, wishes: Wishes = {}): Promise<Uint8Array> =>
  signPdf(pdf, { ...usualOptions, docMdp: 2, ...wishes }, office.seal, office.timestamps)

/** Signs as a second signer would. */
export const countersign = (pdf: Uint8Array, office: PdfOffice, wishes: Wishes = {}): Promise<Uint8Array> =>
  signPdf(
    pdf,
    { ...usualOptions, fieldName: 'hieu-truong', signerName: 'Lò Thị Thử', ...wishes },
    office.principal,
    office.timestamps,
  )

/** What is found about a file, as `code detail`, each once. */
export const findingsOf = (pdf: Uint8Array, { trust }: Pick<PdfOffice, 'trust'>): readonly string[] => [
  ...new Set(
    verifyPdfSignatures(pdf, trust).findings.map(({ code, detail }) =>
      detail === undefined ? code : `${code} ${detail}`,
    ),
  ),
]
