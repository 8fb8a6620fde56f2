import { Type } from 'typebox'
import { Named, refTo } from '../../schemas/shared.ts'
import { orNull, Words } from '../set-up/writing.ts'

const Instant = Type.String({ format: 'date-time' })
export const ConfirmedPartSchema = Words(['year', 'summer'] as const)
const states = Words(['open', 'confirmed', 'changed'] as const)
/** SHA-256 of cells, in hexadecimal. */
export const CellsDigest = Type.String({ pattern: '^[0-9a-f]{64}$' })

const AcceptedWarningSchema = Named('AcceptedWarning', {
  key: Type.String(),
  text: Type.String(),
  words: Type.String({ description: 'Why it is right, in the words of who confirmed.' }),
})

const ConfirmedPartStateSchema = Named('ConfirmedPartState', {
  part: ConfirmedPartSchema,
  state: states,
  byName: orNull(Type.String()),
  at: orNull(Instant),
  accepted: Type.Array(refTo(AcceptedWarningSchema)),
  canWithdraw: Type.Boolean(),
})

const WarningSchema = Named('SheetWarning', {
  key: Type.String(),
  code: Words([
    'missing',
    'missing-earlier',
    'all-tens',
    'all-equal',
    'jump',
    'comment-against',
    'same-comment',
  ] as const),
  severity: Words(['blocking', 'confirmable'] as const),
  studentCode: orNull(Type.String()),
  path: orNull(Type.String()),
  text: Type.String(),
})

export const ConfirmationSchema = Named('SheetConfirmation', {
  title: Type.String(),
  parts: Type.Array(refTo(ConfirmedPartStateSchema)),
  digest: CellsDigest,
  warnings: Type.Array(refTo(WarningSchema)),
  canConfirm: Type.Boolean(),
  why: orNull(Type.String()),
  withoutReport: Type.Integer({ description: 'Pupils of whom the last carry-over made no report.' }),
})

export const WantedConfirmationSchema = Type.Object(
  {
    part: ConfirmedPartSchema,
    digest: CellsDigest,
    accepted: Type.Array(
      Type.Object(
        { key: Type.String({ maxLength: 3000 }), words: Type.String({ maxLength: 500 }) },
        { additionalProperties: false },
      ),
      { maxItems: 2000 },
    ),
  },
  { additionalProperties: false },
)

const SheetReadinessSchema = Named('SheetReadiness', {
  sheet: Type.String(),
  title: Type.String(),
  staffCode: orNull(Type.String()),
  teacher: orNull(Type.String()),
  missing: Type.Integer(),
  state: states,
  confirmedBy: orNull(Type.String()),
  confirmedAt: orNull(Instant),
  accepted: Type.Integer(),
  isSummerConfirmed: Type.Boolean(),
})

export const NotMadeSchema = Named('NotMade', {
  studentCode: Type.String(),
  fullName: Type.String(),
  reason: Type.String(),
})

const CarryOverStateSchema = Named('CarryOverState', {
  part: ConfirmedPartSchema,
  byName: Type.String(),
  at: Instant,
  made: Type.Integer(),
  notMade: Type.Array(refTo(NotMadeSchema)),
  differs: Type.Boolean({ description: 'The gradebook says something else than what was carried over.' }),
})

export const ReadinessSchema = Named('ClassReadiness', {
  classId: Type.String(),
  className: Type.String(),
  homeroomTeacher: orNull(Type.String()),
  sheets: Type.Array(refTo(SheetReadinessSchema)),
  digest: CellsDigest,
  carriedOver: orNull(refTo(CarryOverStateSchema)),
})

/** Every schema that others refer to. */
export const confirmationSchemas = [
  AcceptedWarningSchema,
  ConfirmedPartStateSchema,
  WarningSchema,
  ConfirmationSchema,
  SheetReadinessSchema,
  NotMadeSchema,
  CarryOverStateSchema,
  ReadinessSchema,
] as const
