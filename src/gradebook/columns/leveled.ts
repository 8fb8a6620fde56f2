import type { Assessments } from '../../evaluation/index.ts'
import type { Subject } from '../../shared/subjects.ts'
import type { SheetContext } from '../sheet.ts'
import { remark, type Draft } from './column.ts'
import { levelOptions } from './options.ts'
import { momentPlaces, type MomentPlace } from './terms.ts'

/** The columns of a primary subject: level, score and comment at the four moments of the year (TT 27/2020, Điều 7). */
export const leveledColumns = (
  context: SheetContext,
  assessments: Assessments,
  subject: Subject,
): readonly Draft[] =>
  momentPlaces.flatMap((place) => [
    level(place),
    ...score(context, assessments, subject, place),
    remark({
      ...placed(place),
      path: `${place.prefix}comment`,
      title: `Nhận xét ${place.name}`,
      shortTitle: 'Nhận xét',
      isRequired: place.moment === 'year',
    }),
  ])

const placed = ({ moment, group, term }: MomentPlace) => ({ moment, group, term, part: moment }) as const

const level = (place: MomentPlace): Draft => ({
  ...placed(place),
  path: `${place.prefix}level`,
  title: `Mức đạt được ${place.name}`,
  shortTitle: 'Mức',
  kind: 'choice',
  options: levelOptions,
  isRequired: true,
})

const score = (
  { grade }: SheetContext,
  assessments: Assessments,
  subject: Subject,
  place: MomentPlace,
): readonly Draft[] => {
  const test = assessments.testAt(subject, grade, place.moment)
  if (test === 'none') return []
  return [
    {
      ...placed(place),
      path: place.moment === 'year' ? 'finalScore' : `${place.prefix}score`,
      title: `Điểm kiểm tra định kì ${place.name}`,
      shortTitle: 'Điểm',
      kind: 'score',
      min: 0,
      max: 10,
      isRequired: test === 'required',
    },
  ]
}
