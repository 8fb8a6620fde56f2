import type { Draft } from './column.ts'
import { computed, remark } from './column.ts'
import { ratingOptions } from './options.ts'
import { countLimits } from '../../shared/limits.ts'
import type { ListLengths, SheetContext } from '../sheet.ts'
import { phrase, summer, terms, wholeYear } from './terms.ts'

/** What the homeroom teacher of a secondary class writes (TT 22/2021, Điều 8, Điều 15). */
export const secondaryHomeroomColumns = ({ lengths = {} }: SheetContext): readonly Draft[] => [
  ...terms.map(({ term, name, group, part }): Draft => ({
    path: `conduct.${term}`,
    title: `Kết quả rèn luyện ${name}`,
    shortTitle: term === 1 ? 'RL HK I' : 'RL HK II',
    group,
    kind: 'choice',
    options: ratingOptions,
    term,
    part,
    isRequired: true,
  })),
  computed({
    path: 'computed.conduct',
    title: 'Kết quả rèn luyện cả năm',
    shortTitle: 'RL cả năm',
    group: wholeYear,
    options: ratingOptions,
    part: 'year',
  }),
  ...absences('buổi'),
  comment,
  ...listColumns(lengths, ['commendations', 'certificates', 'competitions']),
  {
    path: 'conduct.afterSummer',
    title: 'Kết quả rèn luyện sau rèn luyện trong kì nghỉ hè',
    shortTitle: 'RL sau hè',
    group: summer,
    kind: 'choice',
    options: ratingOptions,
    part: 'summer',
  },
  remark({
    path: 'summerComment',
    title: 'Nhận xét sau rèn luyện trong kì nghỉ hè',
    shortTitle: 'Nhận xét sau hè',
    group: summer,
    part: 'summer',
  }),
]

/** How many sessions or days were missed; counted instead where single days are written down. */
export const absences = (unit: 'buổi' | 'ngày'): readonly Draft[] =>
  (
    [
      ['excused', 'có phép', 'P'],
      ['unexcused', 'không phép', 'K'],
    ] as const
  ).map(([kind, name, shortTitle]) => ({
    path: `absences.${kind}`,
    title: `Số ${unit} nghỉ ${name}`,
    shortTitle: `Nghỉ ${shortTitle}`,
    group: wholeYear,
    kind: 'count',
    min: 0,
    max: 400,
    part: 'year',
    isRequired: true,
  }))

export const comment: Draft = remark({
  path: 'comment',
  title: 'Nhận xét của giáo viên chủ nhiệm',
  shortTitle: 'Nhận xét',
  group: wholeYear,
  part: 'year',
  isRequired: true,
})

type ListName = Exclude<keyof ListLengths, 'regular'>

/** Of each list one more column than is written, three at least, as many as a book may have at most. */
export const listColumns = (lengths: ListLengths, lists: readonly ListName[]): readonly Draft[] =>
  lists.flatMap((list) => {
    const count = Math.min(countLimits[list], Math.max(leastShown[list], (lengths[list] ?? 0) + 1))
    return Array.from({ length: count }, (_, index) => itemColumns[list](index)).flat()
  })

const leastShown = { commendations: 2, certificates: 1, competitions: 2 } as const

const item = (path: string, title: string, shortTitle: string, group: string): Draft => ({
  path,
  title,
  shortTitle,
  group,
  kind: 'text',
  maxLength: phrase,
  part: 'year',
})

const itemColumns: Readonly<Record<ListName, (index: number) => readonly Draft[]>> = {
  commendations: (index) => [
    item(`commendations.${index}`, `Khen thưởng ${index + 1}`, `KT ${index + 1}`, 'Khen thưởng'),
  ],
  certificates: (index) => [
    item(`certificates.${index}.name`, `Chứng chỉ ${index + 1}`, `CC ${index + 1}`, 'Chứng chỉ'),
    item(`certificates.${index}.grade`, `Loại của chứng chỉ ${index + 1}`, `Loại ${index + 1}`, 'Chứng chỉ'),
  ],
  competitions: (index) => [
    item(
      `competitions.${index}`,
      `Kết quả tham gia cuộc thi ${index + 1}`,
      `Cuộc thi ${index + 1}`,
      'Cuộc thi',
    ),
  ],
}
