import { signatureSlots, type YearReport } from '../bookfile/index.ts'
import { changeLabel, changeValue } from './change-labels.ts'

/** Một chỗ khác: one value in which two drafts of a report differ, and which signatures cover it. */
export interface ReportChange {
  /** The Id of the part in the file: 'bia', 'dd', 'pb', 'mon-TOAN', 'tk'. */
  readonly part: string
  /** The part in a teacher's words: 'Toán', 'Tổng kết'. */
  readonly place: string
  readonly what: string
  readonly before: string | null
  readonly after: string | null
  /** Ids of the slots of the later draft that cover the part. */
  readonly slots: readonly string[]
}

interface Part {
  readonly id: string
  readonly place: string
  readonly value: unknown
}

const partsOf = ({ cover, identity, version, subjects, summary }: YearReport): readonly Part[] => [
  { id: 'bia', place: 'Bìa', value: cover },
  { id: 'dd', place: 'Định danh', value: identity },
  { id: 'pb', place: 'Phiên bản', value: version },
  ...subjects.map((subject) => ({ id: `mon-${subject.code}`, place: subject.name, value: subject })),
  {
    id: 'tk',
    place: 'Tổng kết',
    value: { ...summary, qualities: byCode(summary.qualities), competences: byCode(summary.competences) },
  },
]

const byCode = (traits: YearReport['summary']['qualities' | 'competences']): object =>
  Object.fromEntries(traits.map(({ code, level }) => [code, level]))

interface Leaf {
  readonly path: readonly string[]
  readonly value: unknown
}

const leavesOf = (value: unknown, path: readonly string[] = []): readonly Leaf[] => {
  if (value === undefined || value === null) return []
  if (typeof value !== 'object') return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]))
}

const leafMap = (part: Part | undefined): ReadonlyMap<string, Leaf> =>
  new Map(leavesOf(part?.value).map((leaf) => [leaf.path.join('.'), leaf]))

/** Every value in which two drafts of one pupil's report differ, part by part in the order of the file. */
export const listReportChanges = (before: YearReport, after: YearReport): readonly ReportChange[] => {
  const [earlier, later] = [before, after].map(
    (report) => new Map(partsOf(report).map((one) => [one.id, one])),
  )
  const slots = signatureSlots(after, { coverSignedSeparately: true })
  const ids = new Set([...(later?.keys() ?? []), ...(earlier?.keys() ?? [])])
  return [...ids].flatMap((id) => {
    const [was, is] = [earlier?.get(id), later?.get(id)]
    const covering = slots.filter(({ covers }) => covers.includes(id) || covers.includes('hb'))
    return changesOf(was, is).map((change) => ({
      part: id,
      place: (is ?? was)?.place ?? id,
      ...change,
      slots: covering.map((slot) => slot.id),
    }))
  })
}

const changesOf = (
  was: Part | undefined,
  is: Part | undefined,
): readonly Pick<ReportChange, 'what' | 'before' | 'after'>[] => {
  const [before, after] = [leafMap(was), leafMap(is)]
  const keys = new Set([...before.keys(), ...after.keys()])
  return [...keys].flatMap((key) => {
    const [old, now] = [before.get(key), after.get(key)]
    if (old?.value === now?.value) return []
    return [{ what: changeLabel((now ?? old)?.path ?? []), before: shown(old), after: shown(now) }]
  })
}

const shown = (leaf: Leaf | undefined): string | null =>
  leaf === undefined ? null : changeValue(leaf.path, leaf.value)
