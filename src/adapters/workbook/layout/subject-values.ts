import type { CommentedTerm, MarkedTerm, SubjectRecord } from '../../../records/index.ts'
import type { CommentResult } from '../../../shared/ratings.ts'
import type { Term } from '../../../shared/school-year.ts'
import { orNothing, present } from '../present.ts'
import type { Field, Leaf, SubjectKind } from './marks.ts'

type Slot = Pick<Leaf, 'field' | 'term' | 'index'>

/** What one cell of a subject's block holds, and the column it stands in. */
export interface Entry {
  readonly at: number
  readonly leaf: Slot
  readonly value: string | number
}

/** What a record puts in one cell of its block; undefined for an empty cell. */
export const valueIn = (record: SubjectRecord, { field, term, index }: Slot): string | number | undefined => {
  if (field === 'comment') return record.comment
  if (field === 'exemption') return record.exempt ? 'whole' : record.practiceExempt ? 'practice' : undefined
  if (record.kind === 'leveled')
    return field === 'level' ? record.level : field === 'score' ? record.finalScore : undefined
  if (field === 'reassessed')
    return record.kind === 'marked' ? record.reassessedMark : record.reassessedResult
  if (term === undefined) return undefined
  return record.kind === 'marked'
    ? markIn(record.terms[term], field, index)
    : resultIn(record.terms[term], field, index)
}

const markIn = (term: MarkedTerm | undefined, field: Field, index = 0): string | undefined =>
  ({
    regular: term?.regularMarks?.[index] ?? undefined,
    midterm: term?.midtermMark,
    final: term?.finalMark,
    topic: term?.topicMark,
    average: term?.average,
  })[field as 'regular']

const resultIn = (term: CommentedTerm | undefined, field: Field, index = 0): string | undefined =>
  ({
    regular: term?.regularResults?.[index] ?? undefined,
    midterm: term?.midtermResult,
    final: term?.finalResult,
    result: term?.result,
  })[field as 'regular']

/** Whether a cell exempts its pupil from the whole subject. */
export const saysExempt = ({ leaf, value }: Entry): boolean =>
  value === 'exempt' || (leaf.field === 'exemption' && value === 'whole')

/** Puts the filled cells of a block together again. An entry of 'exempt' anywhere exempts from the whole subject. */
export const recordFrom = (
  subject: SubjectRecord['subject'],
  kind: SubjectKind,
  entries: readonly Entry[],
): SubjectRecord => {
  const isExempt = entries.some(saysExempt)
  const isPracticeExempt = entries.some(
    ({ leaf, value }) => leaf.field === 'exemption' && value === 'practice',
  )
  const pick = (field: Field, term?: Term): string | number | undefined =>
    entries.find(({ leaf, value }) => leaf.field === field && leaf.term === term && value !== 'exempt')?.value
  const base = present({
    subject,
    comment: pick('comment') as string | undefined,
    exempt: isExempt ? true : undefined,
    practiceExempt: isPracticeExempt ? true : undefined,
  })
  if (kind === 'leveled')
    return {
      kind,
      ...base,
      ...present({
        level: pick('level') as 'T' | 'H' | 'C' | undefined,
        finalScore: pick('score') as number | undefined,
      }),
    }
  if (kind === 'marked') {
    const terms = present({ 1: markedTerm(entries, 1, pick), 2: markedTerm(entries, 2, pick) })
    return { kind, ...base, terms, ...present({ reassessedMark: pick('reassessed') as string | undefined }) }
  }
  const terms = present({ 1: commentedTerm(entries, 1, pick), 2: commentedTerm(entries, 2, pick) })
  return {
    kind,
    ...base,
    terms,
    ...present({ reassessedResult: pick('reassessed') as CommentResult | undefined }),
  }
}

type PickValue = (field: Field, term?: Term) => string | number | undefined

const regulars = (entries: readonly Entry[], term: Term): readonly (string | null)[] | undefined => {
  const written: (string | null)[] = []
  for (const { leaf, value } of entries) {
    if (leaf.field !== 'regular' || leaf.term !== term || value === 'exempt') continue
    const { index = 0 } = leaf
    while (written.length <= index) written.push(null)
    written[index] = String(value)
  }
  return written.length === 0 ? undefined : written
}

const markedTerm = (entries: readonly Entry[], term: Term, pick: PickValue): MarkedTerm | undefined =>
  orNothing(
    present({
      regularMarks: regulars(entries, term),
      midtermMark: pick('midterm', term) as string | undefined,
      finalMark: pick('final', term) as string | undefined,
      topicMark: pick('topic', term) as string | undefined,
      average: pick('average', term) as string | undefined,
    }),
  )

const commentedTerm = (entries: readonly Entry[], term: Term, pick: PickValue): CommentedTerm | undefined =>
  orNothing(
    present({
      regularResults: regulars(entries, term) as readonly (CommentResult | null)[] | undefined,
      midtermResult: pick('midterm', term) as CommentResult | 'absent' | undefined,
      finalResult: pick('final', term) as CommentResult | 'absent' | undefined,
      result: pick('result', term) as CommentResult | undefined,
    }),
  )
