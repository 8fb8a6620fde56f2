import type { Amendment } from '../bookfile/index.ts'
import type { MarkAmendment, StudentYear, SubjectRecord } from '../records/index.ts'
import { Refusal } from '../shared/refusal.ts'

/** The corrections that one decision made to one pupil's year: together they make the next version. */
export interface AmendmentSet {
  readonly decisionNumber: string
  readonly amendments: readonly MarkAmendment[]
}

/** A pupil's corrections in the order of their decisions. */
export const listAmendmentSets = (amendments: readonly MarkAmendment[], studentCode: string): readonly AmendmentSet[] =>
  [...Map.groupBy(amendments.filter((one) => one.studentCode === studentCode), (one) => one.decisionNumber)].map(
    ([decisionNumber, own]) => ({ decisionNumber, amendments: own }),
  )

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const refuseAmendment = ({ studentCode, subject, field, oldValue }: MarkAmendment, found: unknown): Refusal =>
  new Refusal(
    'workbook-not-accepted',
    `Đính chính ${subject} (${field}) của học sinh ${studentCode}: giá trị cũ ghi «${oldValue}» nhưng sổ đang có ` +
      `«${found === undefined || found === null ? 'chưa có' : String(found)}». Hãy sửa cột «Giá trị cũ» cho khớp với sổ.`,
  )

const sameKindAs = (old: unknown, text: string): unknown => (typeof old === 'number' ? Number(text) : text)

/** Replaces the one value at a path of a subject record, leaving the record it was given untouched. */
const replaceAt = (record: Fields, [key = '', ...rest]: readonly string[], amendment: MarkAmendment): Fields => {
  const old = record[key]
  if (rest.length === 0) {
    if (old === undefined || old === null || String(old) !== amendment.oldValue) throw refuseAmendment(amendment, old)
    return { ...record, [key]: sameKindAs(old, amendment.newValue) }
  }
  if (Array.isArray(old)) {
    const changed = replaceAt({ ...old } as Fields, rest, amendment)
    return { ...record, [key]: Object.values(changed) }
  }
  if (!isFields(old)) throw refuseAmendment(amendment, old)
  return { ...record, [key]: replaceAt(old, rest, amendment) }
}

/** Applies one decision's corrections to a pupil's records; refused when an old value is not what the book has. */
export const amendRecords = (student: StudentYear, { amendments }: AmendmentSet): StudentYear => ({
  ...student,
  subjects: student.subjects.map((record) =>
    amendments
      .filter(({ subject }) => subject === record.subject)
      .reduce((current, amendment) => {
        const path = amendment.field.split('.')
        return replaceAt(current as unknown as Fields, path, amendment) as unknown as SubjectRecord
      }, record),
  ),
})

/**
 * The amendments as the book lists them: one for each subject and decision, numbered on from those before, so that
 * every subject's LanSua can be counted.
 */
export const listAmendments = (sets: readonly AmendmentSet[]): readonly Amendment[] => {
  const revisions = new Map<string, number>()
  return sets.flatMap(({ amendments }) =>
    [...Map.groupBy(amendments, ({ subject }) => subject)].map(([subject, [first]]) => {
      const revision = (revisions.get(subject) ?? 0) + 1
      revisions.set(subject, revision)
      const { reason, decisionNumber, decidedOn } = first as MarkAmendment
      return { subject, revision, reason, decisionNumber, decidedOn }
    }),
  )
}
