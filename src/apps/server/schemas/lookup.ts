import { Type, type Static } from 'typebox'
import { RecordSchema } from './record.ts'
import { CheckSchema, SignatureSchema, StatusSchema, VerdictSchema, Named, refTo } from './shared.ts'

/** What a lookup asks: the code, and the second datum where the caller has it. */
export const LookupRequestSchema = Type.Object(
  {
    code: Type.String({
      maxLength: 100,
      description: 'As on the page; upper case and hyphens are accepted.',
    }),
    birthDate: Type.Optional(
      Type.String({ pattern: '^\\d{4}(-\\d{2}){0,2}$', description: 'ISO date of the pupil’s birth.' }),
    ),
    lastFourDigits: Type.Optional(
      Type.String({
        pattern: '^\\d{4}$',
        description: 'Of the personal number; without one, of the sector’s pupil code.',
      }),
    ),
  },
  { additionalProperties: false },
)

const HistorySchema = Type.Array(
  Type.Object({
    version: Type.Integer(),
    status: refTo(StatusSchema),
    at: Type.String({ format: 'date-time', description: 'Since when it stands so.' }),
  }),
)

/** A year of a code without the second datum. */
export const MaskedYearSchema = Named('MaskedYear', {
  verdict: refTo(VerdictSchema),
  maskedName: Type.String({ description: 'Initials only.' }),
  schoolName: Type.String(),
  schoolYear: Type.String(),
  version: Type.Integer(),
  history: HistorySchema,
  checks: Type.Array(refTo(CheckSchema)),
})

/** A year opened by the second datum. */
export const OpenedYearSchema = Named('OpenedYear', {
  verdict: refTo(VerdictSchema),
  version: Type.Integer(),
  issuedAt: Type.String({ format: 'date-time' }),
  history: HistorySchema,
  checks: Type.Array(refTo(CheckSchema)),
  signatures: Type.Array(refTo(SignatureSchema)),
  record: refTo(RecordSchema),
  files: Type.Object(
    { xml: Type.String(), pdf: Type.Optional(Type.String()) },
    { description: 'Paths on this server, good for ten minutes.' },
  ),
})

const MaskedSchema = Type.Object({ kind: Type.Literal('masked'), years: Type.Array(refTo(MaskedYearSchema)) })
const OpenedSchema = Type.Object({ kind: Type.Literal('opened'), years: Type.Array(refTo(OpenedYearSchema)) })

/** Masked without the second datum, opened with it; a book's code leads to all its years, oldest first. */
export const LookupAnswerSchema = Type.Union([MaskedSchema, OpenedSchema])

export type LookupAnswer = Static<typeof LookupAnswerSchema>
export type MaskedYearAnswer = Static<typeof MaskedYearSchema>
export type OpenedYearAnswer = Static<typeof OpenedYearSchema>
