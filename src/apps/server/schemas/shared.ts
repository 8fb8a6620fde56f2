import { Type, type Static, type TSchema } from 'typebox'
import { checkNames } from '../../../lookup/index.ts'
import { registryStatuses } from '../../../registry/index.ts'

/** Stands for a schema that is described once, by its name, wherever it is used. */
export const refTo = <const S extends TSchema>(schema: S & { readonly $id: string }) =>
  Type.Unsafe<Static<S>>({ $ref: `${schema.$id}#` })

/** A closed list of words. */
const Words = <const W extends readonly string[]>(words: W, description: string) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...words], description })

/** The same with a name. */
const NamedWords = <const W extends readonly string[]>($id: string, words: W, description: string) => ({
  ...Words(words, description),
  $id,
})

/** An object with a name. */
export const Named = <const P extends Record<string, TSchema>>(
  $id: string,
  properties: P,
  description = '',
) => ({
  ...Type.Object(properties, description === '' ? {} : { description }),
  $id,
})

/** The first line of an answer. */
export const VerdictSchema = NamedWords(
  'Verdict',
  ['in-force', 'replaced', 'revoked', 'unregistered', 'not-genuine', 'not-checked'] as const,
  'Genuine and in force; genuine but replaced; genuine but revoked; genuine but unknown to this registry; not genuine; could not be checked. Only the first may be relied on.',
)

/** Where a version stands. */
export const StatusSchema = NamedWords('Status', registryStatuses, 'Where a version stands in the registry.')

/** One thing that was found. */
export const FindingSchema = Named('Finding', {
  code: Type.String({ description: 'Stable; described in docs/findings.md.' }),
  at: Type.String({ description: 'The part or signature concerned; empty in masked answers.' }),
  text: Type.String({ description: 'One Vietnamese sentence.' }),
})

/** One check by name. */
export const CheckSchema = Named('Check', {
  name: Words(checkNames, 'What was checked, in the order in which people read it.'),
  outcome: Words(
    ['passed', 'failed', 'indeterminate', 'not-done'] as const,
    '“not-done” was not tried at all.',
  ),
  findings: Type.Array(refTo(FindingSchema)),
})

/** One signature of a book. */
export const SignatureSchema = Named('Signature', {
  id: Type.String(),
  role: Type.Union([Type.String(), Type.Null()], {
    description: 'Null for a signature that the book does not call for.',
  }),
  signer: Type.String(),
  signedAt: Type.String({ description: 'As the signer claims; ISO 8601.' }),
  provenAt: Type.Union([Type.String(), Type.Null()], {
    description: 'By a timestamp; null where no time is proven.',
  }),
  certificateSerial: Type.Union([Type.String(), Type.Null()]),
  verdict: Words(['passed', 'failed', 'indeterminate'] as const, 'Of this signature by itself.'),
})

/** Every error. */
export const ProblemSchema = Named(
  'Problem',
  {
    type: Type.String({ description: 'Path that describes the kind of problem; stable.' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String()),
    retryAfter: Type.Optional(Type.Integer({ description: 'Seconds.' })),
    findings: Type.Optional(
      Type.Array(
        Type.Object({
          sheet: Type.Optional(Type.String()),
          cell: Type.Optional(Type.String({ description: 'As Excel names it: H6.' })),
          value: Type.Optional(Type.String({ description: 'What stands there.' })),
          message: Type.String({ description: 'What is wrong, and the remedy.' }),
        }),
        { description: 'Every place of a workbook that has to be corrected.' },
      ),
    ),
  },
  'RFC 9457; title and detail in Vietnamese.',
)

export type CheckAnswer = Static<typeof CheckSchema>
export type SignatureAnswer = Static<typeof SignatureSchema>

/** One problem answer as the description of a route has it. */
interface ProblemAnswer {
  readonly description: string
  readonly content: { readonly 'application/problem+json': { readonly schema: TSchema } }
}

const problemAnswer: ProblemAnswer = {
  description: 'Problem',
  content: { 'application/problem+json': { schema: refTo(ProblemSchema) } },
}

/** A route's answers that are problems, by status. */
export const problemAnswers = <const S extends number>(...statuses: readonly S[]): Record<S, ProblemAnswer> =>
  Object.fromEntries(statuses.map((status) => [status, problemAnswer])) as Record<S, ProblemAnswer>
