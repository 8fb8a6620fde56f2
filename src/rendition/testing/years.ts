import type { SignatureSlot, YearReport } from '../../bookfile/index.ts'
import { signatureSlots } from '../../bookfile/index.ts'
import type { RenditionInput } from '../input.ts'
import { sampleReport, type SampleLevel } from './reports.ts'

const signed = (
  { id, role, signatory }: SignatureSlot,
  index: number,
  report: YearReport,
): RenditionInput['sealed']['signatures'][number] => ({
  id,
  role,
  signer: signatory?.fullName ?? report.cover.school.name,
  signedAt: id.startsWith('s-bia')
    ? '2025-09-15T08:30:00+07:00'
    : `2026-05-${20 + (index % 8)}T16:0${index % 10}:00+07:00`,
  provenAt: id.startsWith('s-bia') ? '2025-09-15T09:00:00+07:00' : '2026-05-29T02:15:30Z',
  certificateSerial: `4b14b1b947c44b7cdfd2a48c555fdab${index.toString(16)}`,
})

/** What the renderer is given for a report of `reports.ts`, as if it had been sealed on 29 May 2026. */
export const sealedYear = (report: YearReport, changes: Partial<RenditionInput> = {}): RenditionInput => ({
  report,
  sealed: {
    xml: Buffer.from(`<HocBa>${report.identity.fullName}</HocBa>`, 'utf8'),
    fileName: `${report.identity.bookLookupCode}-${report.identity.schoolYear}.xml`,
    signatures: signatureSlots(report, { coverSignedSeparately: true }).map((slot, index) =>
      signed(slot, index, report),
    ),
  },
  issuedAt: '2026-05-29T02:15:30Z',
  verificationUrl: 'https://tracuu.example/hoc-ba/',
  ...changes,
})

export const sampleYear = (level: SampleLevel): RenditionInput => sealedYear(sampleReport(level))
