import type { SignatureSlot, SignerRole, YearReport } from '../../bookfile/index.ts'
import type { RenditionInput, SealedSignature } from '../input.ts'
import { exact, type Content } from '../printable.ts'
import { slotsOf } from './signatures.ts'
import { instantText, orderText } from './words.ts'

const roleNames: Record<SignerRole, string> = {
  'subject-teacher': 'Giáo viên môn học',
  'homeroom-teacher': 'Giáo viên chủ nhiệm',
  principal: 'Hiệu trưởng',
  'vice-principal-on-behalf': 'Phó Hiệu trưởng, ký thay Hiệu trưởng (KT.)',
  'principal-for-absent-teacher': 'Hiệu trưởng ký thay giáo viên đã chuyển đi',
  'school-seal': 'Con dấu nhà trường',
}

const subjectName = ({ subjects }: YearReport, covered: string): string | undefined =>
  subjects.find(({ code }) => `mon-${code}` === covered)?.name

/** What a signature answers for, in the form's words. */
const coverageText = (report: YearReport, { id, covers }: SignatureSlot): string => {
  const subjects = covers.flatMap((covered) => subjectName(report, covered) ?? [])
  if (subjects.length > 0) return subjects.join('; ')
  return id.startsWith('s-bia') ? 'Bìa và trang thông tin' : 'Toàn bộ học bạ năm học'
}

/** The orders by which a signer signs in others' places: one for the principal's, one for each departed teacher's subject. */
const ordersOf = ({ cover, summary, subjects }: YearReport, { id }: SignatureSlot): readonly string[] => {
  const onBehalf =
    id === 's-bia-ht'
      ? cover.approver.onBehalf
      : id === 's-hieutruong'
        ? summary.approver.onBehalf
        : undefined
  const substituted = subjects.flatMap(({ name, teacher, substitute }) =>
    substitute !== undefined && id === `s-gv-${substitute.staffCode}`
      ? [`${name}: thay giáo viên ${teacher.fullName}. ${orderText(substitute)}`]
      : [],
  )
  return [...(onBehalf === undefined ? [] : [orderText(onBehalf)]), ...substituted]
}

/** A serial number has at most 20 octets (RFC 5280, 4.1.2.2), which fit on a line; a longer one may be broken. */
const serialContent = (serial: string): Content => (serial.length <= 40 ? exact(serial) : serial)

const signatureRow = (
  report: YearReport,
  slot: SignatureSlot | undefined,
  { role, signer, signedAt, provenAt, certificateSerial }: SealedSignature,
  isProvenBySeal: boolean,
): Content => ({
  signer,
  role: roleNames[role],
  covers: slot && coverageText(report, slot),
  orders: slot === undefined ? [] : ordersOf(report, slot),
  signedAt: exact(instantText(signedAt)),
  provenAt: provenAt === null || isProvenBySeal ? undefined : exact(instantText(provenAt)),
  serial: certificateSerial === null ? undefined : serialContent(certificateSerial.toUpperCase()),
})

/**
 * Every signature in the order of the file. A person's signature is mostly proven by the seal over it, which the page
 * says once; a timestamp of its own gets a line.
 */
export const signatureRows = (input: RenditionInput): readonly Content[] => {
  const slots = slotsOf(input)
  const { signatures } = input.sealed
  const seals = signatures.filter(({ role }) => role === 'school-seal')
  const sealTimes = new Set(seals.map(({ provenAt }) => provenAt))
  return signatures.map((signature) =>
    signatureRow(
      input.report,
      slots.find(({ id }) => id === signature.id),
      signature,
      signature.role !== 'school-seal' && sealTimes.has(signature.provenAt),
    ),
  )
}
