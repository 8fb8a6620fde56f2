import type { EducationLevel, Grade } from '../../shared/education-level.ts'
import { gradesOfLevel } from '../../shared/education-level.ts'
import type { SubjectCode } from '../../shared/subjects.ts'
import { subjectsOfLevel } from '../../shared/subjects.ts'

/** A class of 2025-2026 before anybody sits in it; a class keeps its letter and its subjects from year to year. */
export interface ClassPlan {
  readonly grade: Grade
  /** 'A', 'B' … or 'A1', 'A2' …: what follows the grade in the name. */
  readonly letter: string
  /** Position among all classes of the school. */
  readonly index: number
  readonly size: number
  readonly subjects: readonly SubjectCode[]
  /** Upper-secondary: the three subjects with study topics (cụm chuyên đề học tập). */
  readonly topics: readonly SubjectCode[]
  /** Primary: a class of a Thái community that learns its own language. */
  readonly learnsThai: boolean
  /** The class's year 2024-2025 is a digital book too. */
  readonly hasEarlierYear: boolean
}

const usualSize = 36

/** Which grades a small school of this province has; the last grade of the level is always one of them. */
const gradesFor = (level: EducationLevel, classes: number): readonly Grade[] => {
  const all = gradesOfLevel[level]
  if (classes >= all.length) return all
  const first = all[0] as Grade
  return [first, ...all.slice(all.length - classes + 1)]
}

/** How many classes a school with so many pupils forms. */
export const countClasses = (pupils: number): number => Math.max(2, Math.round(pupils / usualSize))

const primaryLetters = 'ABCDEGHIK'.split('')

const letterOf = (level: EducationLevel, position: number, parallel: number): string =>
  level === 'primary' && parallel <= primaryLetters.length
    ? (primaryLetters[position] ?? 'A')
    : `A${position + 1}`

const groupsOfSubjects: readonly {
  readonly chosen: readonly SubjectCode[]
  readonly topics: readonly SubjectCode[]
}[] = [
  { chosen: ['DIA_LI', 'GDKTPL', 'AM_NHAC', 'MI_THUAT'], topics: ['NGU_VAN', 'LICH_SU', 'DIA_LI'] },
  { chosen: ['VAT_LI', 'HOA_HOC', 'SINH_HOC', 'TIN_HOC'], topics: ['TOAN', 'VAT_LI', 'HOA_HOC'] },
  { chosen: ['DIA_LI', 'GDKTPL', 'TIN_HOC', 'CONG_NGHE'], topics: ['NGU_VAN', 'LICH_SU', 'DIA_LI'] },
  { chosen: ['VAT_LI', 'HOA_HOC', 'CONG_NGHE', 'TIN_HOC'], topics: ['TOAN', 'VAT_LI', 'HOA_HOC'] },
]

/** Only one class in eight chooses both arts; the first class of the school is one of them. */
const groupOf = (index: number) => groupsOfSubjects[index % 8 === 0 ? 0 : 1 + ((index + 2) % 3)]

const subjectsOf = (
  level: EducationLevel,
  grade: Grade,
  index: number,
  learnsThai: boolean,
): readonly SubjectCode[] => {
  const chosen = level === 'upper-secondary' ? (groupOf(index)?.chosen ?? []) : []
  return subjectsOfLevel[level]
    .filter(({ grades }) => grades.includes(grade))
    .filter(({ code, optionalInGrades }) => {
      if (code === 'TIENG_DAN_TOC') return learnsThai
      if (level === 'primary') return true
      return !optionalInGrades.includes(grade) || chosen.includes(code)
    })
    .map(({ code }) => code)
}

/** The subjects this class had, or has, in a grade of its level: the programme differs by grade, the choice does not. */
export const subjectsInGrade = (
  level: EducationLevel,
  plan: ClassPlan,
  grade: Grade,
): readonly SubjectCode[] => subjectsOf(level, grade, plan.index, plan.learnsThai)

/** The classes of one school in 2025-2026, by grade, with sizes that differ by one at most. */
export const planClasses = (level: EducationLevel, pupils: number): readonly ClassPlan[] => {
  const count = countClasses(pupils)
  const grades = gradesFor(level, count)
  const places = grades.flatMap((grade, order) => {
    const parallel = Math.floor(count / grades.length) + (order < count % grades.length ? 1 : 0)
    return Array.from({ length: parallel }, (_, position) => ({ grade, position, parallel }))
  })
  return places.map(({ grade, position, parallel }, index) => {
    const learnsThai = level === 'primary' && index === places.length - 1
    return {
      grade,
      index,
      letter: letterOf(level, position, parallel),
      size: Math.floor(pupils / count) + (index < pupils % count ? 1 : 0),
      subjects: subjectsOf(level, grade, index, learnsThai),
      topics: level === 'upper-secondary' ? (groupOf(index)?.topics ?? []) : [],
      learnsThai,
      hasEarlierYear: grade !== grades[0] && (position % 4 === 0 || learnsThai),
    }
  })
}

/** '6A1', '5B'. */
export const classNameOf = (plan: ClassPlan, grade: Grade): string => `${grade}${plan.letter}`

/** The class of a year: '6A1-2025' is 6A1 of 2025-2026. */
export const classIdOf = (plan: ClassPlan, grade: Grade, firstYear: number): string =>
  `${classNameOf(plan, grade)}-${firstYear}`
