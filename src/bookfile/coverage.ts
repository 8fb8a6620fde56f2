import type { ApprovingSignatory, Signatory, SubjectResult, YearReport } from './report.ts'

/** In which capacity somebody signs. */
export type SignerRole =
  | 'subject-teacher'
  | 'homeroom-teacher'
  | 'principal'
  | 'vice-principal-on-behalf'
  | 'principal-for-absent-teacher'
  | 'school-seal'

/** The claimed role as each signature states it (XAdES SignerRoleV2). */
export const claimedRoles: Record<SignerRole, string> = {
  'subject-teacher': 'GVBM',
  'homeroom-teacher': 'GVCN',
  principal: 'HIEU_TRUONG',
  'vice-principal-on-behalf': 'PHO_HIEU_TRUONG_KT',
  'principal-for-absent-teacher': 'THAY_GV_DA_CHUYEN',
  'school-seal': 'CON_DAU',
}

/** One signature that a report must carry: who makes it and exactly which parts it covers, in this order. */
export interface SignatureSlot {
  readonly id: string
  readonly role: SignerRole
  /** The person the record names; absent for the school's seal. */
  readonly signatory?: Signatory
  /** Ids of data parts and, as `sv-…`, of earlier signatures' values. */
  readonly covers: readonly string[]
}

/** Who signs a subject: its teacher, or the one who signs in the teacher's place. */
const signerOf = (subject: SubjectResult): Signatory => subject.substitute ?? subject.teacher

const approverRole = ({ post }: ApprovingSignatory): SignerRole =>
  post === 'principal' ? 'principal' : 'vice-principal-on-behalf'

const teacherSlots = ({ subjects }: YearReport): SignatureSlot[] => {
  const bySigner = Map.groupBy(subjects, (subject) => signerOf(subject).staffCode)
  return [...bySigner].map(([staffCode, own]) => ({
    id: `s-gv-${staffCode}`,
    role: own.some(({ substitute }) => substitute !== undefined)
      ? 'principal-for-absent-teacher'
      : 'subject-teacher',
    signatory: signerOf(own[0] as SubjectResult),
    covers: ['dd', ...own.map(({ code }) => `mon-${code}`)],
  }))
}

/** The two signatures that close the cover at the start of the year. */
export const coverSlots = ({ cover }: Pick<YearReport, 'cover'>): readonly SignatureSlot[] => [
  { id: 's-bia-ht', role: approverRole(cover.approver), signatory: cover.approver, covers: ['bia'] },
  { id: 's-bia-truong', role: 'school-seal', covers: ['bia', 'sv-s-bia-ht'] },
]

/**
 * Every signature of a complete book, in the order in which they are made and stand in the file (docs/format.md).
 * Without a separately signed cover the homeroom teacher's signature is the first to cover it.
 */
export const signatureSlots = (
  report: YearReport,
  { coverSignedSeparately }: { readonly coverSignedSeparately: boolean },
): readonly SignatureSlot[] => {
  const cover = coverSignedSeparately ? coverSlots(report) : []
  const teachers = teacherSlots(report)
  const { homeroomTeacher, approver } = report.summary
  const seen = coverSignedSeparately ? ['sv-s-bia-truong'] : []
  return [
    ...cover,
    ...teachers,
    {
      id: 's-gvcn',
      role: 'homeroom-teacher',
      signatory: homeroomTeacher,
      covers: ['hb', ...seen, ...teachers.map(({ id }) => `sv-${id}`)],
    },
    { id: 's-hieutruong', role: approverRole(approver), signatory: approver, covers: ['hb', 'sv-s-gvcn'] },
    { id: 's-truong', role: 'school-seal', covers: ['hb', 'sv-s-hieutruong'] },
  ]
}
