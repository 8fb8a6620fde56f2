import type { Amendment } from '../bookfile/index.ts'
import type { MarkAmendment, StudentYear, SubjectRecord } from '../records/index.ts'
import { Refusal } from '../shared/refusal.ts'

/** The corrections that one decision made to one pupil's year: together they make the next version. */
export interface AmendmentSet {
  readonly decisionNumber: string
  readonly amendments: readonly MarkAmendment[]
}

/** A pupil's corrections in the order of their decisions. */
export const listAmendmentSets = (
  amendments: readonly MarkAmendment[],
  studentCode: string,
): readonly AmendmentSet[] =>
  [
    ...Map.groupBy(
      amendments.filter((one) => one.studentCode === studentCode),
      (one) => one.decisionNumber,
    ),
  ].map(([decisionNumber, own]) => ({ decisionNumber, amendments: own }))

type Leaf = string | number | boolean | null
/** A subject record seen as what it is made of, so that one cell can be replaced by its path. */
type Tree = Leaf | readonly Tree[] | { readonly [key: string]: Tree }

const isBranch = (tree: Tree | undefined): tree is { readonly [key: string]: Tree } =>
  typeof tree === 'object' && tree !== null && !Array.isArray(tree)

const isLeaf = (tree: Tree | undefined): tree is Exclude<Leaf, null> =>
  typeof tree === 'string' || typeof tree === 'number' || typeof tree === 'boolean'

const refuseAmendment = (
  { studentCode, subject, field, oldValue }: MarkAmendment,
  found: Tree | undefined,
): Refusal =>
  new Refusal(
    'workbook-not-accepted',
    `Đính chính ${subject} (${field}) của học sinh ${studentCode}: giá trị cũ ghi «${oldValue}» nhưng sổ đang có ` +
      `«${isLeaf(found) ? String(found) : 'chưa có'}». Hãy sửa cột «Giá trị cũ» cho khớp với sổ.`,
  )

/** An empty old value stands for nothing entered yet, an empty new one for taking the value away. */
const replaceLeaf = (leaf: Tree | undefined, amendment: MarkAmendment): Tree => {
  const written = isLeaf(leaf) ? String(leaf) : ''
  if (isBranch(leaf) || Array.isArray(leaf) || written !== amendment.oldValue)
    throw refuseAmendment(amendment, leaf)
  if (amendment.newValue === '') return null
  return amendment.field === 'finalScore' ? Number(amendment.newValue) : amendment.newValue
}

/** Replaces the one value at a path, leaving the tree it was given untouched. */
const replaceAt = (tree: Tree | undefined, path: readonly string[], amendment: MarkAmendment): Tree => {
  const [key, ...rest] = path
  if (key === undefined) return replaceLeaf(tree, amendment)
  if (Array.isArray(tree) && Object.hasOwn(tree, key))
    return tree.with(Number(key), replaceAt((tree as readonly Tree[])[Number(key)], rest, amendment)) as Tree
  if (!isBranch(tree)) throw refuseAmendment(amendment, tree)
  const value = replaceAt(tree[key], rest, amendment)
  return Object.fromEntries(Object.entries({ ...tree, [key]: value }).filter(([, one]) => one !== null))
}

const amendSubject = (record: SubjectRecord, amendment: MarkAmendment): SubjectRecord =>
  // The path leads to one leaf and keeps its kind, so the record keeps its form.
  replaceAt(record as unknown as Tree, amendment.field.split('.'), amendment) as unknown as SubjectRecord

/** Applies one decision's corrections to a pupil's records; refused when an old value is not what the book has. */
export const amendRecords = (student: StudentYear, { amendments }: AmendmentSet): StudentYear =>
  amendments.reduce((current, amendment) => {
    if (!current.subjects.some(({ subject }) => subject === amendment.subject))
      throw refuseAmendment(amendment, undefined)
    const subjects = current.subjects.map((record) =>
      record.subject === amendment.subject ? amendSubject(record, amendment) : record,
    )
    return { ...current, subjects }
  }, student)

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
