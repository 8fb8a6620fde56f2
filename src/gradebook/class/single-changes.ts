import type {
  EvaluationInput,
  EvaluationResult,
  PrimaryInput,
  SecondaryInput,
} from '../../evaluation/index.ts'
import { levelOfGrade, type EducationLevel } from '../../shared/education-level.ts'
import { ratingNames, ratings, subjectLevels, traitLevels, type Rating } from '../../shared/ratings.ts'
import { findSubject, type SubjectCode } from '../../shared/subjects.ts'
import { competences, qualities } from '../../shared/traits.ts'

/** One thing of a pupil's year that could be better, step by step, all else as it is. */
export interface Change {
  readonly path: string
  readonly unit: 'mark' | 'level' | 'session'
  readonly unitSize: number
  readonly mostSteps: number
  readonly after: (step: number) => EvaluationInput
  readonly describe: (step: number) => string
  /** Where the condition has an article of its own. */
  readonly article?: string
}

const nameOf = (level: EducationLevel, code: SubjectCode): string => findSubject(level, code)?.name ?? code
const comma = (tenths: number): string => (tenths / 10).toFixed(1).replace('.', ',')

/** What could be better in a secondary year: one subject, the conduct of one term, the sessions missed. */
export const listSecondaryChanges = (input: SecondaryInput, result: EvaluationResult): readonly Change[] => {
  const level = levelOfGrade(input.grade)
  const subjects = input.subjects.flatMap((subject): readonly Change[] => {
    const year = result.subjects?.[subject.code]?.year
    if ('exempt' in subject || year === null || year === undefined) return []
    const name = nameOf(level, subject.code)
    return subject.assessedBy === 'mark'
      ? [betterAverage(input, subject.code, name, Math.round(Number(year) * 10))]
      : year === 'pass'
        ? []
        : [betterComment(input, subject.code, name)]
  })
  return [...subjects, ...betterConduct(input), ...fewerAbsences(input)]
}

const withSubject = (input: SecondaryInput, code: SubjectCode, change: object): SecondaryInput => ({
  ...input,
  subjects: input.subjects.map((subject) => (subject.code === code ? { ...subject, ...change } : subject)),
})

// An average that both terms have is also the year's.
const betterAverage = (input: SecondaryInput, code: SubjectCode, name: string, tenths: number): Change => ({
  path: `subjects.${code}`,
  unit: 'mark',
  unitSize: 0.1,
  mostSteps: 100 - tenths,
  after: (step) => {
    const average = ((tenths + step) / 10).toFixed(1)
    return withSubject(input, code, { terms: { 1: { average }, 2: { average } } })
  },
  describe: (step) => `${name}: điểm trung bình cả năm ${comma(tenths)}, cần ${comma(tenths + step)}`,
})

const betterComment = (input: SecondaryInput, code: SubjectCode, name: string): Change => ({
  path: `subjects.${code}`,
  unit: 'level',
  unitSize: 1,
  mostSteps: 1,
  after: () => withSubject(input, code, { terms: { 1: { result: 'pass' }, 2: { result: 'pass' } } }),
  describe: () => `${name}: cả năm Chưa đạt, cần Đạt`,
})

const betterConduct = (input: SecondaryInput): readonly Change[] =>
  ([2, 1] as const).flatMap((term) => {
    const rating = input.conduct?.[term]
    if (rating === null || rating === undefined) return []
    const rank = ratings.indexOf(rating)
    const better = (step: number): Rating => ratings[rank - step] ?? 'good'
    return [
      {
        path: `conduct.${term}`,
        unit: 'level' as const,
        unitSize: 1,
        mostSteps: rank,
        after: (step: number) => ({ ...input, conduct: { ...input.conduct, [term]: better(step) } }),
        describe: (step: number) =>
          `Rèn luyện học kì ${term === 1 ? 'I' : 'II'}: ${ratingNames[rating]}, cần ${ratingNames[better(step)]}`,
      },
    ]
  })

const fewerAbsences = (input: SecondaryInput): readonly Change[] => {
  const { excused, unexcused } = input.absences ?? {}
  if (typeof excused !== 'number' || typeof unexcused !== 'number') return []
  const all = excused + unexcused
  return [
    {
      path: 'absences',
      unit: 'session',
      unitSize: 1,
      mostSteps: all,
      after: (step) => ({ ...input, absences: { excused: 0, unexcused: all - step } }),
      describe: (step) => `Nghỉ ${all} buổi, chỉ được nghỉ nhiều nhất ${all - step} buổi`,
      article: 'TT22/2021 Điều 12.1.c',
    },
  ]
}

/** What could be better in a primary year: one level, one score, one quality or competence, the class's recognition. */
export const listPrimaryChanges = (input: PrimaryInput): readonly Change[] => [
  ...input.subjects.flatMap((subject) => ('exempt' in subject ? [] : betterSubject(input, subject))),
  ...betterTraits(input, 'qualities', qualities),
  ...betterTraits(input, 'competences', competences),
  ...recognised(input),
]

type Leveled = Exclude<PrimaryInput['subjects'][number], { readonly exempt: true }>

const withLeveled = (input: PrimaryInput, code: SubjectCode, change: Partial<Leveled>): PrimaryInput => ({
  ...input,
  subjects: input.subjects.map((subject) => (subject.code === code ? { ...subject, ...change } : subject)),
})

const betterSubject = (input: PrimaryInput, { code, level, finalScore }: Leveled): readonly Change[] => {
  const name = nameOf('primary', code)
  return [
    ...(level === null || level === undefined
      ? []
      : [
          stepwise(`subjects.${code}`, `${name}: mức đạt được`, subjectLevels, level, (better) =>
            withLeveled(input, code, { level: better }),
          ),
        ]),
    ...(typeof finalScore === 'number' ? [betterScore(input, code, name, finalScore)] : []),
  ]
}

const betterScore = (input: PrimaryInput, code: SubjectCode, name: string, score: number): Change => ({
  path: `subjects.${code}.finalScore`,
  unit: 'mark',
  unitSize: 1,
  mostSteps: 10 - score,
  after: (step) => withLeveled(input, code, { finalScore: score + step }),
  describe: (step) => `${name}: điểm kiểm tra cuối năm ${score}, cần ${score + step}`,
})

const stepwise = <Level extends string>(
  path: string,
  name: string,
  levels: readonly Level[],
  level: Level,
  after: (better: Level) => EvaluationInput,
): Change => {
  const rank = levels.indexOf(level)
  const better = (step: number): Level => levels[rank - step] ?? level
  return {
    path,
    unit: 'level',
    unitSize: 1,
    mostSteps: rank,
    after: (step) => after(better(step)),
    describe: (step) => `${name} ${level}, cần ${better(step)}`,
  }
}

const betterTraits = (
  input: PrimaryInput,
  key: 'qualities' | 'competences',
  traits: readonly { readonly code: string; readonly name: string }[],
): readonly Change[] =>
  traits.flatMap(({ code, name }) => {
    const levels: Readonly<Record<string, (typeof traitLevels)[number] | null>> = input[key] ?? {}
    const level = levels[code]
    if (level === null || level === undefined) return []
    return [
      stepwise(`${key}.${code}`, `${name}:`, traitLevels, level, (better) => ({
        ...input,
        [key]: { ...levels, [code]: better },
      })),
    ]
  })

const recognised = (input: PrimaryInput): readonly Change[] =>
  input.outstanding === true
    ? []
    : [
        {
          path: 'outstanding',
          unit: 'level',
          unitSize: 1,
          mostSteps: 1,
          after: () => ({ ...input, outstanding: true }),
          describe: () => 'Chưa được tập thể lớp công nhận tiêu biểu',
        },
      ]
