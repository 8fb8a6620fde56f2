import { competencesOfGrade, qualities } from '../src/shared/traits.ts'
import { isGrade, levelOfGrade, type Grade } from '../src/shared/education-level.ts'
import type { Rating } from '../src/shared/ratings.ts'
import { subjectsOfLevel, type Subject } from '../src/shared/subjects.ts'
import type {
  CommentSubjectInput,
  CommentTermInput,
  EvaluationInput,
  LeveledSubjectInput,
  MarkedSubjectInput,
  MarkedTermInput,
} from '../src/evaluation/index.ts'

/** Random numbers in [0, 1) that are the same on every run (a 32-bit mixing generator, "mulberry32"). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Random = () => number

/** A made-up student-year with every mark given; the same for the same number. Good and weak pupils both occur. */
export const inventCase = (number: number, grade: Grade): EvaluationInput => {
  const random = randomFrom(number * 31 + grade)
  // Most pupils do well, as in real classes.
  const ability = 3.5 + 6.3 * Math.sqrt(random())
  return grade <= 5
    ? primaryCase(number, grade, ability, random)
    : secondaryCase(number, grade, ability, random)
}

/** Every grade from 1 to 12 in turn. */
export const gradeOf = (number: number): Grade => {
  const grade = (number % 12) + 1
  return isGrade(grade) ? grade : 1
}

const primaryCase = (number: number, grade: Grade, ability: number, random: Random): EvaluationInput => ({
  id: `HS${number}`,
  circular: 'TT27/2020',
  schoolYear: '2025-2026',
  grade,
  subjects: subjectsOfLevel.primary
    .filter((subject) => subject.grades.includes(grade) && !subject.optionalInGrades.includes(grade))
    .map((subject) => leveledSubject(subject, grade, ability, random)),
  qualities: Object.fromEntries(qualities.map(({ code }) => [code, random() * 10 < ability + 2 ? 'T' : 'Đ'])),
  competences: Object.fromEntries(
    competencesOfGrade(grade).map(({ code }) => [code, random() * 10 < ability + 2 ? 'T' : 'Đ']),
  ),
  outstanding: random() < 0.2,
})

const leveledSubject = (
  subject: Subject,
  grade: Grade,
  ability: number,
  random: Random,
): LeveledSubjectInput => {
  const score = Math.min(10, Math.max(0, Math.round(ability + 2 * random())))
  const level = score >= 7 ? 'T' : score >= 5 ? 'H' : 'C'
  return subject.testedInGrades?.includes(grade)
    ? { code: subject.code, level, finalScore: score }
    : { code: subject.code, level }
}

const secondaryCase = (number: number, grade: Grade, ability: number, random: Random): EvaluationInput => ({
  id: `HS${number}`,
  circular: 'TT22/2021',
  schoolYear: '2025-2026',
  grade,
  absences: { excused: Math.floor(random() * 20), unexcused: Math.floor(random() * 4) },
  conduct: { 1: ratingAt(ability + 2 * random()), 2: ratingAt(ability + 2 * random()) },
  subjects: subjectsTaken(grade).map((subject) =>
    subject.assessedBy === 'mark'
      ? markedSubject(subject, grade, ability, random)
      : commentSubject(subject, ability, random),
  ),
})

const ratingAt = (ability: number): Rating =>
  ability >= 7 ? 'good' : ability >= 5.5 ? 'fair' : ability >= 4.2 ? 'pass' : 'not-pass'

const chosenSubjects: ReadonlySet<string> = new Set(['VAT_LI', 'HOA_HOC', 'SINH_HOC', 'TIN_HOC'])

const subjectsTaken = (grade: Grade): readonly Subject[] =>
  subjectsOfLevel[levelOfGrade(grade)].filter(
    ({ code, optionalInGrades }) => !optionalInGrades.includes(grade) || chosenSubjects.has(code),
  )

const markedSubject = (
  subject: Subject,
  grade: Grade,
  ability: number,
  random: Random,
): MarkedSubjectInput => {
  const periodsPerYear = subject.periodsPerYear[grade] ?? 70
  const talent = ability + 2 * random() - 1
  return {
    code: subject.code,
    assessedBy: 'mark',
    periodsPerYear,
    terms: { 1: markedTerm(periodsPerYear, talent, random), 2: markedTerm(periodsPerYear, talent, random) },
  }
}

const markedTerm = (periodsPerYear: number, talent: number, random: Random): MarkedTermInput => ({
  regularMarks: Array.from({ length: periodsPerYear <= 35 ? 2 : periodsPerYear <= 70 ? 3 : 4 }, () =>
    markAround(talent, random, 2),
  ),
  midtermMark: markAround(talent, random, 4),
  finalMark: markAround(talent, random, 4),
})

/** A mark near the talent, in steps of a half or a quarter point rounded to one decimal, as teachers give them. */
const markAround = (talent: number, random: Random, steps: number): string => {
  const mark = Math.min(10, Math.max(0, talent + 3 * random() - 1.5))
  return String(Math.round((Math.round(mark * steps) / steps) * 10) / 10)
}

const commentSubject = (subject: Subject, ability: number, random: Random): CommentSubjectInput => ({
  code: subject.code,
  assessedBy: 'comment',
  terms: { 1: commentTerm(ability, random), 2: commentTerm(ability, random) },
})

const commentTerm = (ability: number, random: Random): CommentTermInput => ({
  regularResults: ['pass', 'pass'],
  midtermResult: 'pass',
  finalResult: random() * 4 > ability - 0.5 ? 'not-pass' : 'pass',
})
