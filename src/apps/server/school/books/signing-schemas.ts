import { Type } from 'typebox'
import { Named, refTo } from '../../schemas/shared.ts'
import { YearParams } from '../gradebook/schemas.ts'
import { orNull, Words } from '../set-up/writing.ts'

export const SittingKindSchema = Words(['sign', 'seal'] as const)
const Instant = Type.String({ format: 'date-time' })
const Code = Type.String({ minLength: 1, maxLength: 20 })
const SittingId = Type.String({ format: 'uuid' })
const roles = [
  'subject-teacher',
  'homeroom-teacher',
  'principal',
  'vice-principal-on-behalf',
  'principal-for-absent-teacher',
  'school-seal',
] as const

/** The parts of an address that name a sitting. */
export const SittingParams = Type.Object({ ...YearParams.properties, sittingId: SittingId })

export const SittingViewSchema = Named('Sitting', {
  sittingId: SittingId,
  kind: SittingKindSchema,
  staffCode: Type.String(),
  byName: Type.String(),
  state: Words(['running', 'paused', 'ended'] as const),
  message: orNull(Type.String({ description: 'Why it stopped by itself.' })),
  beganAt: Instant,
  endedAt: orNull(Instant),
  total: Type.Integer(),
  done: Type.Integer(),
  failed: Type.Integer(),
  dropped: Type.Integer({
    description: 'Changed or signed otherwise meanwhile, so that nothing was signed.',
  }),
})

export const SittingMissSchema = Named('SittingMiss', {
  classId: Type.String(),
  className: Type.String(),
  studentCode: Type.String(),
  fullName: Type.String(),
  outcome: Words(['failed', 'dropped'] as const),
  message: Type.String(),
})

export const SittingDetailSchema = Named('SittingDetail', {
  ...SittingViewSchema.properties,
  misses: Type.Array(refTo(SittingMissSchema)),
})

export const SittingsSchema = Named('Sittings', { sittings: Type.Array(refTo(SittingViewSchema)) })

const Exceptions = (description: string) =>
  Type.Array(Type.Object({ kind: Type.String(), text: Type.String(), article: orNull(Type.String()) }), {
    description,
  })

export const PlannedItemSchema = Named('PlannedItem', {
  studentCode: Type.String(),
  fullName: Type.String(),
  version: Type.Integer({ description: '0 is the cover alone.' }),
  draft: Type.Integer(),
  slots: Type.Array(Type.Object({ slotId: Type.String(), role: Words(roles) })),
  exceptions: Exceptions(
    'What should be looked at before signing; empty for who answers for subjects alone.',
  ),
})

export const BlockedItemsSchema = Named('BlockedItems', {
  reason: Type.String(),
  students: Type.Array(Type.Object({ studentCode: Type.String(), fullName: Type.String() })),
})

export const PlannedClassSchema = Named('PlannedClass', {
  classId: Type.String(),
  className: Type.String(),
  grade: Type.Integer(),
  digest: Type.String({ description: 'Stands for the eligible reports of this class alone.' }),
  common: Exceptions('What is out of the ordinary in every eligible report, and therefore in none of them.'),
  eligible: Type.Array(refTo(PlannedItemSchema), { description: 'Those with exceptions first.' }),
  blocked: Type.Array(refTo(BlockedItemsSchema)),
})

export const SigningPlanSchema = Named('SigningPlan', {
  kind: SittingKindSchema,
  canBegin: Type.Boolean(),
  why: orNull(Type.String({ description: 'Why no sitting can be begun.' })),
  unfinished: orNull(refTo(SittingViewSchema)),
  digest: Type.String({ description: 'Stands for all eligible reports; sent back to begin.' }),
  eligible: Type.Integer(),
  blocked: Type.Integer(),
  classes: Type.Array(refTo(PlannedClassSchema)),
})

export const BegunSchema = Named('SittingBegun', { sittingId: SittingId })

/** What beginning a sitting sends. */
export const BeginSchema = Type.Object(
  {
    kind: SittingKindSchema,
    classIds: orNull(Type.Array(Code, { minItems: 1, maxItems: 200, description: 'Null: every class.' })),
    leaveOut: Type.Array(Code, { maxItems: 5000 }),
    digest: Type.String({
      pattern: '^\\d{1,6}-[0-9a-f]{64}$',
      description: 'The digest of the plan; where one class alone is chosen, also that of the class.',
    }),
  },
  { additionalProperties: false },
)

export const signingSchemas = [
  SittingViewSchema,
  SittingMissSchema,
  SittingDetailSchema,
  SittingsSchema,
  PlannedItemSchema,
  BlockedItemsSchema,
  PlannedClassSchema,
  SigningPlanSchema,
  BegunSchema,
]
