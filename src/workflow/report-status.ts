/** One signature that a report calls for, as far as its status follows from it. */
export interface StatusSlot {
  readonly id: string
  /** In which capacity somebody signs, as the file names it. */
  readonly role: string
  readonly isSigned: boolean
}

/** How far a report is (trạng thái học bạ năm học), each state after the one before. */
export const reportStatuses = ['entered', 'subjects-signed', 'homeroom-signed', 'approved', 'issued'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/** How far a cover is (trạng thái bìa): made, signed by the head of the school, sealed. */
export const coverStatuses = ['made', 'signed', 'sealed'] as const
export type CoverStatus = (typeof coverStatuses)[number]

const coverIds = { head: 's-bia-ht', seal: 's-bia-truong' } as const

/** Whether a slot closes the cover, by itself or in the year's report. */
export const isCoverSlot = ({ id }: Pick<StatusSlot, 'id'>): boolean =>
  id === coverIds.head || id === coverIds.seal

const heads = ['principal', 'vice-principal-on-behalf']
const teachers = ['subject-teacher', 'principal-for-absent-teacher']

/** The status of a report by its signatures; once it is issued nothing else counts. */
export const reportStatus = (slots: readonly StatusSlot[], isIssued: boolean): ReportStatus => {
  if (isIssued) return 'issued'
  const own = slots.filter((slot) => !isCoverSlot(slot))
  const areSigned = (roles: readonly string[]): boolean =>
    own.filter(({ role }) => roles.includes(role)).every(({ isSigned }) => isSigned)
  if (!areSigned(teachers)) return 'entered'
  if (!areSigned(['homeroom-teacher'])) return 'subjects-signed'
  return areSigned(heads) ? 'approved' : 'homeroom-signed'
}

/** The status of a cover by its two signatures; undefined where none are called for. */
export const coverStatus = (slots: readonly StatusSlot[]): CoverStatus | undefined => {
  const [head, seal] = [coverIds.head, coverIds.seal].map((id) => slots.find((slot) => slot.id === id))
  if (head === undefined || seal === undefined) return undefined
  if (seal.isSigned) return 'sealed'
  return head.isSigned ? 'signed' : 'made'
}
