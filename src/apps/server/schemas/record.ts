import { Type, type Static } from 'typebox'
import { Named } from './shared.ts'

const Optional = (description: string) => Type.Optional(Type.String({ description }))

const TermsSchema = Type.Object({
  term1: Type.Optional(Type.String()),
  term2: Type.Optional(Type.String()),
  year: Type.Optional(Type.String()),
})

const SubjectSchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  term1: Optional('Average with one decimal, or pass / not-pass.'),
  term2: Type.Optional(Type.String()),
  year: Type.Optional(Type.String()),
  reassessed: Optional('After reassessment in summer.'),
  level: Optional('Primary: T, H or C.'),
  finalScore: Type.Optional(Type.Number({ description: 'Primary: the final test, 0 to 10.' })),
  exemption: Type.Optional(Type.String()),
  comment: Type.Optional(Type.String()),
  teacher: Type.String(),
})

const TraitSchema = Type.Object({ code: Type.String(), level: Type.String() })

/**
 * What a book's year says, for who may read it. The personal number and the family are left out: who needs them reads
 * the file itself.
 */
export const RecordSchema = Named('Record', {
  student: Type.Object({
    code: Type.String(),
    fullName: Type.String(),
    birthDate: Type.String({ description: 'ISO date; year or year and month where no more is known.' }),
    gender: Type.String(),
  }),
  school: Type.Object({ code: Type.String(), name: Type.String(), province: Type.String() }),
  schoolYear: Type.String(),
  grade: Type.Integer(),
  className: Type.String(),
  version: Type.Integer(),
  circular: Type.String(),
  expectedEffectiveDate: Type.String(),
  isDemonstration: Type.Boolean({ description: 'Made with demonstration keys: without legal value.' }),
  subjects: Type.Array(SubjectSchema),
  conduct: Type.Optional(TermsSchema),
  learning: Type.Optional(TermsSchema),
  qualities: Type.Array(TraitSchema),
  competences: Type.Array(TraitSchema),
  excusedAbsences: Type.Optional(Type.Integer()),
  unexcusedAbsences: Type.Optional(Type.Integer()),
  decision: Type.String({ description: 'promoted or retained.' }),
  award: Type.Optional(Type.String()),
  comment: Type.Optional(Type.String()),
  homeroomTeacher: Type.String(),
  approver: Type.String(),
})

export type RecordAnswer = Static<typeof RecordSchema>
