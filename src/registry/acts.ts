import { Refusal } from '../shared/refusal.ts'
import type { ActKind, RegisteredYear, RegistryAct, RegistryEntry } from './registered-year.ts'
import { listAvailableActs, newestVersion, statusOf, type RegistryStatus } from './status.ts'
import type { Submission } from './submission.ts'

/** When an act happens and who does it. */
export interface ActContext {
  readonly now: Date
  readonly by: string
}

const statusNames: Record<RegistryStatus, string> = {
  'in-force': 'đang có hiệu lực',
  replaced: 'đã bị thay thế',
  revoked: 'đã bị thu hồi',
}

const describeNewest = ({ acts }: RegisteredYear): string => {
  const newest = newestVersion(acts)
  const status = statusOf(acts, newest)
  return status === undefined ? 'chưa có phiên bản nào' : `phiên bản ${newest} ${statusNames[status]}`
}

const refuseAct = (what: string, year: RegisteredYear): Refusal =>
  new Refusal(
    'act-not-available',
    `Không ${what} được: học bạ năm học ${year.identity.schoolYear} của học sinh ${year.identity.studentCode} ` +
      `trong CSDL ${describeNewest(year)}. Hãy tra cứu và thực hiện trên phiên bản mới nhất.`,
  )

const enter = (
  year: RegisteredYear,
  { identity, version }: Submission,
  kind: ActKind,
  { now, by }: ActContext,
): RegistryEntry => {
  const { reason } = version
  const act: RegistryAct = {
    kind,
    version: version.version,
    at: now,
    by,
    ...(reason === undefined ? {} : { reason }),
  }
  return { identity, after: year.acts.length, version, act }
}

const mustBe = (kind: ActKind, what: string, year: RegisteredYear, submission: Submission): void => {
  if (submission.verification.verdict !== 'passed') throw new Error('a submission has passed verification')
  const isNext = submission.version.version === newestVersion(year.acts) + 1
  const acts: readonly ActKind[] = listAvailableActs(year.acts)
  if (!acts.includes(kind) || !isNext)
    throw refuseAct(`${what} phiên bản ${submission.version.version}`, year)
}

/** Tiếp nhận: takes in the first version of a year, or the one after a revoked version. Refused in any other status. */
export const accept = (year: RegisteredYear, submission: Submission, context: ActContext): RegistryEntry => {
  mustBe('accept', 'tiếp nhận', year, submission)
  return enter(year, submission, 'accept', context)
}

/** Báo cáo thay thế: the next version takes the place of the one in force. Refused in any other status. */
export const replace = (year: RegisteredYear, submission: Submission, context: ActContext): RegistryEntry => {
  mustBe('replace', 'thay thế bằng', year, submission)
  if (submission.version.reason === undefined)
    throw new Refusal('book-not-accepted', 'Phiên bản thay thế phải ghi lí do. Hãy phát hành lại với lí do.')
  return enter(year, submission, 'replace', context)
}

/** Why a book is withdrawn, and by which decision. */
export interface RevocationOrder {
  readonly version: number
  readonly reason: string
  readonly decisionNumber?: string
}

/** Thu hồi: withdraws the version in force; it stays readable, as revoked. Refused in any other status. */
export const revoke = (
  year: RegisteredYear,
  { version, reason, decisionNumber }: RevocationOrder,
  { now, by }: ActContext,
): RegistryEntry => {
  if (reason.trim() === '') throw new Refusal('act-not-available', 'Thu hồi học bạ phải ghi lí do.')
  if (statusOf(year.acts, version) !== 'in-force') throw refuseAct(`thu hồi phiên bản ${version}`, year)
  const act: RegistryAct = {
    kind: 'revoke',
    version,
    at: now,
    by,
    reason,
    ...(decisionNumber === undefined ? {} : { decisionNumber }),
  }
  return { identity: year.identity, after: year.acts.length, act }
}
