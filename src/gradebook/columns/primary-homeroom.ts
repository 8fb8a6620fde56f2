import { competencesOfGrade, generalCompetences, qualities, type Trait } from '../../shared/traits.ts'
import type { SheetContext } from '../sheet.ts'
import { remark, type Draft } from './column.ts'
import { absences, comment, listColumns } from './homeroom.ts'
import { traitOptions } from './options.ts'
import { momentPlaces, wholeYear, type MomentPlace } from './terms.ts'

/** What the teacher in charge of a primary class writes beside the subjects (TT 27/2020, Điều 5, Điều 13). */
export const primaryHomeroomColumns = (context: SheetContext): readonly Draft[] => [
  ...momentPlaces.flatMap((place) => traitColumns(context, place)),
  ...absences('ngày'),
  measure('heightCm', 'Chiều cao (cm)', { kind: 'count', min: 40, max: 250 }),
  measure('weightKg', 'Cân nặng (kg)', { kind: 'decimal', min: 0, max: 300 }),
  // The primary form has no room of its own for it: it goes into the annex where there is one.
  { ...comment, isRequired: false },
  {
    path: 'outstanding',
    title:
      'Có thành tích xuất sắc ở ít nhất một môn học hoặc tiến bộ rõ rệt, được tập thể lớp công nhận ' +
      '(TT 27/2020, Điều 13)',
    shortTitle: 'Tiêu biểu',
    group: wholeYear,
    kind: 'flag',
    part: 'year',
  },
  ...listColumns(context.lengths ?? {}, ['commendations']),
]

const measure = (
  path: string,
  title: string,
  bounds: Pick<Draft, 'kind' | 'min' | 'max'> & { readonly kind: 'count' | 'decimal' },
): Draft => ({ path, title, shortTitle: title, group: wholeYear, part: 'year', isRequired: true, ...bounds })

const general = new Set<string>(generalCompetences.map(({ code }) => code))

const traitColumns = ({ grade }: SheetContext, place: MomentPlace): readonly Draft[] => {
  const competences = competencesOfGrade(grade)
  return [
    ...traits(place, 'qualities', 'Phẩm chất chủ yếu', qualities),
    ...yearComment(place, 'qualitiesComment', 'Nhận xét về phẩm chất chủ yếu', 'Phẩm chất chủ yếu'),
    ...traits(
      place,
      'competences',
      'Năng lực chung',
      competences.filter(({ code }) => general.has(code)),
    ),
    ...yearComment(place, 'generalCompetencesComment', 'Nhận xét về năng lực chung', 'Năng lực chung'),
    ...traits(
      place,
      'competences',
      'Năng lực đặc thù',
      competences.filter(({ code }) => !general.has(code)),
    ),
    ...yearComment(place, 'specificCompetencesComment', 'Nhận xét về năng lực đặc thù', 'Năng lực đặc thù'),
  ]
}

const groupOf = ({ group }: MomentPlace, words: string): string => `${group}: ${words}`

const traits = (
  place: MomentPlace,
  key: 'qualities' | 'competences',
  words: string,
  of: readonly Trait<string>[],
): readonly Draft[] =>
  of.map(({ code, name }) => ({
    path: `${place.prefix}${key}.${code}`,
    title: `${name}, ${place.name}`,
    shortTitle: name,
    group: groupOf(place, words),
    kind: 'choice',
    options: traitOptions,
    term: place.term,
    moment: place.moment,
    part: place.moment,
    isRequired: true,
  }))

const yearComment = (place: MomentPlace, path: string, title: string, words: string): readonly Draft[] =>
  place.moment === 'year'
    ? [
        remark({
          path,
          title,
          shortTitle: 'Nhận xét',
          group: groupOf(place, words),
          moment: 'year',
          part: 'year',
        }),
      ]
    : []
