import { writeCover, writeData, type CoverData } from '../../../bookfile/index.ts'
import { makeCover, makeReport, versionToMake } from '../../../issuing/index.ts'
import type { StudentYear } from '../../../records/index.ts'
import { keepSignatures, openCoverSheet, openSheet, type SigningSheet } from '../../../signing/index.ts'
import type { SignedData } from '../../../bookfile/index.ts'
import type { ClassInMaking } from './book-making.ts'
import type { SignedDraft, PupilDrafts } from './current-drafts.ts'
import type { DraftKey } from './stored-turns.ts'
import type { NewDraft, Retirement } from './write-reports.ts'

/** A pupil for whom there is nothing to sign, and why. */
export interface NotMade {
  readonly studentCode: string
  readonly fullName: string
  readonly reason: string
}

/** What is to become of pupils' drafts. */
export interface DraftPlan {
  readonly drafts: readonly NewDraft[]
  readonly retired: readonly Retirement[]
  /** Pupils whose current draft says the same already, or whose year is issued. */
  readonly unchanged: readonly string[]
  readonly notMade: readonly NotMade[]
}

type PupilPlan = Partial<DraftPlan>

const joinPlans = (plans: readonly PupilPlan[]): DraftPlan => ({
  drafts: plans.flatMap(({ drafts = [] }) => drafts),
  retired: plans.flatMap(({ retired = [] }) => retired),
  unchanged: plans.flatMap(({ unchanged = [] }) => unchanged),
  notMade: plans.flatMap(({ notMade = [] }) => notMade),
})

/** Decides for every pupil whether a report is to be made; pure. */
export const planReports = (
  { classRecords, making }: ClassInMaking,
  standing: ReadonlyMap<string, PupilDrafts>,
): DraftPlan =>
  joinPlans(
    classRecords.students.map((student) => {
      const own = standing.get(student.profile.studentCode) ?? { issuedVersion: 0, earlier: [] }
      return planReport({ classRecords, making }, student, own)
    }),
  )

const planReport = (
  { classRecords, making }: ClassInMaking,
  student: StudentYear,
  standing: PupilDrafts,
): PupilPlan => {
  const { studentCode, fullName } = student.profile
  const isIssued = standing.issuedVersion > 0
  const version = versionToMake(classRecords, student, isIssued)
  // What went out is never touched; only a correction that was granted since leads to another version.
  if (version <= standing.issuedVersion) return { unchanged: [studentCode] }
  const made = makeReport(classRecords, student, { ...making, isIssued })
  if ('notIssued' in made) {
    // Once a version is out, the next one stays as it was decided.
    const retired = isIssued ? [] : retireOf(standing.report)
    return { retired, notMade: [{ studentCode, fullName, reason: made.notIssued }] }
  }
  const data = writeData(made.report)
  const digest = data.digestOf('hb') ?? ''
  if (standing.report?.version === version && standing.report.digest === digest)
    return { unchanged: [studentCode] }
  const kept = keepFrom(openSheet(data), standing.earlier)
  return {
    drafts: [{ studentCode, version, digest, text: data.text, exceptions: made.exceptions, ...kept }],
    retired: isTakenOver(kept, standing.cover) ? [] : retireOf(standing.cover),
  }
}

/** A draft that no longer agrees with the records is not to be signed. */
const retireOf = (current: SignedDraft | undefined): readonly Retirement[] =>
  current === undefined ? [] : [{ studentCode: current.studentCode, isCover: current.version === 0 }]

type Kept<Data extends SignedData> = Pick<NewDraft, 'keptFrom'> & { readonly sheet: SigningSheet<Data> }

/** The sheet with every signature of the earlier drafts, first come first, that covers what it shows. */
const keepFrom = <Data extends SignedData>(
  opened: SigningSheet<Data>,
  earlier: readonly SignedDraft[],
): Kept<Data> => {
  const texts = new Map(earlier.toReversed().flatMap(({ signatures }) => [...signatures]))
  const sheet = keepSignatures(opened, texts)
  const keptFrom = new Map(
    [...sheet.made].map(([slotId, { text }]): readonly [string, DraftKey] => {
      const from = earlier.find(({ signatures }) => signatures.get(slotId) === text)
      if (from === undefined) throw new Error(`${slotId} was kept from nowhere`)
      return [slotId, from]
    }),
  )
  return { sheet, keptFrom }
}

/** Whether a cover that is signed by itself lives on in the report: signed to the end, with the same bytes. */
const isTakenOver = ({ sheet }: Kept<SignedData>, cover: SignedDraft | undefined): boolean =>
  cover === undefined ||
  ['s-bia-ht', 's-bia-truong'].every((id) => {
    const text = sheet.made.get(id)?.text
    return text !== undefined && text === cover.signatures.get(id)
  })

/** Decides for every pupil whether a cover is to be made; a pupil who has a report has the cover in it. */
export const planCovers = (
  { classRecords, making }: ClassInMaking,
  standing: ReadonlyMap<string, PupilDrafts>,
): DraftPlan =>
  joinPlans(
    classRecords.students.map((student): PupilPlan => {
      const { studentCode, fullName } = student.profile
      const { cover: current, report, issuedVersion = 0, earlier = [] } = standing.get(studentCode) ?? {}
      if (report !== undefined || issuedVersion > 0) return { unchanged: [studentCode] }
      const made = makeCover(classRecords, student, making)
      if ('notIssued' in made) {
        const retired = retireOf(current)
        return { retired, notMade: [{ studentCode, fullName, reason: made.notIssued }] }
      }
      const data = writeCover(made.cover)
      if (current?.digest === data.digest) return { unchanged: [studentCode] }
      return { drafts: [coverDraft(studentCode, data, earlier)] }
    }),
  )

const coverDraft = (studentCode: string, data: CoverData, earlier: readonly SignedDraft[]): NewDraft => ({
  studentCode,
  version: 0,
  digest: data.digest,
  text: data.text,
  exceptions: [],
  ...keepFrom(openCoverSheet(data), earlier),
})
