import { Type } from 'typebox'
import { refTo, Named } from '../../schemas/shared.ts'
import { Body, Code, orNull, Words } from '../set-up/writing.ts'
import { YearParams } from '../gradebook/schemas.ts'

const Instant = Type.String({ format: 'date-time' })
const Day = Type.String({ format: 'date' })
const Drawn = Type.String({
  format: 'uuid',
  description: 'Drawn by the caller. The same again is answered as it was.',
})
const Value = Type.String({ maxLength: 20_000 })
const Path = Type.String({ minLength: 1, maxLength: 100 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })

const parts = ['midterm1', 'term1', 'midterm2', 'year', 'summer'] as const
const roles = [
  'subject-teacher',
  'homeroom-teacher',
  'principal',
  'vice-principal-on-behalf',
  'principal-for-absent-teacher',
  'school-seal',
] as const

/** Which of a list are asked for. */
export const StateQuery = Type.Object({
  state: Type.Optional(Words(['open', 'closed'] as const)),
})

/** Open ones, closed ones, or both where nothing is said. */
export const isOpenOf = ({ state }: { readonly state?: 'open' | 'closed' }): boolean | null =>
  state === undefined ? null : state === 'open'

export const SendBackParams = Type.Object({
  ...YearParams.properties,
  sendBackId: Type.String({ format: 'uuid' }),
})
export const OrderParams = Type.Object({ ...YearParams.properties, orderId: Type.String({ format: 'uuid' }) })
export const CorrectionParams = Type.Object({
  ...YearParams.properties,
  correctionId: Type.String({ format: 'uuid' }),
})

export const FallenSignatureSchema = Named(
  'FallenSignature',
  { slotId: Type.String(), role: Words(roles), fullName: orNull(Type.String()) },
  'A signature that must be made anew, and whose; null for the school’s seal.',
)

export const SentBackSchema = Named('SentBack', {
  sendBackId: Type.String(),
  classId: Type.String(),
  className: Type.String(),
  sheet: Type.String(),
  sheetTitle: Type.String(),
  studentCode: Type.String(),
  studentName: Type.String(),
  path: Type.String(),
  columnTitle: Type.String(),
  valueThen: orNull(Type.String()),
  reason: Type.String(),
  byName: Type.String(),
  at: Instant,
  responsible: orNull(Type.String({ description: 'Who answers for the sheet.' })),
  answer: orNull(Words(['changed', 'kept'] as const)),
  answerWords: orNull(Type.String()),
  valueAfter: orNull(Type.String()),
  answeredBy: orNull(Type.String()),
  answeredAt: orNull(Instant),
  canAnswer: Type.Boolean(),
  isOwn: Type.Boolean({ description: 'Sent back by whoever asks.' }),
})

export const SentBackListSchema = Named('SentBackList', { sendBacks: Type.Array(refTo(SentBackSchema)) })

export const AnsweredSendBackSchema = Named('AnsweredSendBack', {
  sendBack: refTo(SentBackSchema),
  fallen: Type.Array(refTo(FallenSignatureSchema)),
  notMade: orNull(
    Type.String({ description: 'Why the year can no longer be reported with the changed value.' }),
  ),
})

export const SendBackBody = Body({ sendBackId: Drawn, studentCode: Code, path: Path, reason: Reason })

export const AnswerBody = Body({
  keep: Type.Boolean({ description: 'True: the cell stays as it is, and the words say why.' }),
  value: orNull(Value),
  words: Type.String({ maxLength: 500 }),
})

export const EntryOrderSchema = Named('EntryOrder', {
  orderId: Type.String(),
  orderNumber: Type.String(),
  reason: Type.String(),
  classId: orNull(Type.String({ description: 'Null: every class.' })),
  className: orNull(Type.String()),
  sheet: orNull(Type.String({ description: 'Null: every sheet.' })),
  sheetTitle: orNull(Type.String()),
  part: orNull(Words(parts)),
  partTitle: orNull(Type.String()),
  opensAt: Instant,
  endsAt: Instant,
  closedAt: orNull(Instant),
  byName: Type.String(),
  state: Words(['in-force', 'ended', 'countersigned'] as const),
  countersignedAt: orNull(Instant),
  countersignedBy: orNull(Type.String()),
})

export const EntryOrderListSchema = Named('EntryOrderList', { orders: Type.Array(refTo(EntryOrderSchema)) })

export const EntryOrderBody = Body({
  orderId: Drawn,
  orderNumber: Type.String({ minLength: 1, maxLength: 100 }),
  reason: Reason,
  classId: orNull(Code),
  sheet: orNull(Type.String({ maxLength: 20 })),
  part: orNull(Words(parts)),
  endsAt: Instant,
})

export const OrderWritingSchema = Named('OrderWriting', {
  at: Instant,
  byName: Type.String(),
  classId: Type.String(),
  className: Type.String(),
  studentCode: Type.String(),
  studentName: Type.String(),
  sheet: Type.String(),
  path: Type.String(),
  columnTitle: Type.String(),
  before: orNull(Type.String()),
  after: orNull(Type.String()),
})

export const OrderWritingsSchema = Named('OrderWritings', {
  order: refTo(EntryOrderSchema),
  total: Type.Integer({ description: 'All of them; the latest 2,000 are listed.' }),
  writings: Type.Array(refTo(OrderWritingSchema)),
})

export const CorrectionSchema = Named('Correction', {
  correctionId: Type.String(),
  classId: Type.String(),
  className: Type.String(),
  studentCode: Type.String(),
  studentName: Type.String(),
  subject: Type.String(),
  subjectName: Type.String(),
  field: Type.String(),
  columnTitle: Type.String(),
  oldValue: Type.String(),
  newValue: Type.String(),
  reason: Type.String(),
  evidence: Type.String(),
  byName: Type.String(),
  at: Instant,
  decision: orNull(Words(['granted', 'refused'] as const)),
  decisionNumber: orNull(Type.String()),
  decidedOn: orNull(Day),
  decisionWords: orNull(Type.String()),
  decidedBy: orNull(Type.String()),
  isOwn: Type.Boolean(),
})

export const CorrectionListSchema = Named('CorrectionList', {
  corrections: Type.Array(refTo(CorrectionSchema)),
})

const change = {
  studentCode: Code,
  subject: Type.String({ minLength: 1, maxLength: 20 }),
  field: Path,
  oldValue: Value,
  newValue: Value,
}

export const ChangeBody = Body(change)

export const CorrectionBody = Body({
  correctionId: Drawn,
  ...change,
  reason: Reason,
  evidence: Type.String({ minLength: 1, maxLength: 1000 }),
})

export const CorrectionPreviewSchema = Named('CorrectionPreview', {
  version: Type.Integer({ description: 'The version it would make.' }),
  changes: Type.Array(
    Type.Object({
      part: Type.String(),
      place: Type.String(),
      what: Type.String(),
      before: orNull(Type.String()),
      after: orNull(Type.String()),
      slots: Type.Array(Type.String(), { description: 'Signatures that cover the part.' }),
    }),
  ),
  falling: Type.Array(refTo(FallenSignatureSchema)),
  deadline: Type.Object({ lockedOn: Day, daysLeft: Type.Integer() }),
  notMade: orNull(Type.String({ description: 'Why the corrected report could not be made.' })),
})

export const DecisionBody = Body({
  decision: Words(['granted', 'refused'] as const),
  decisionNumber: orNull(Type.String({ maxLength: 60, description: 'Of a granted one.' })),
  decidedOn: orNull(Day),
  words: Type.String({ maxLength: 500, description: 'Of a refused one: why.' }),
})

export const DecidedCorrectionSchema = Named('DecidedCorrection', {
  correction: refTo(CorrectionSchema),
  fallen: Type.Array(refTo(FallenSignatureSchema)),
})

/** The schemas of what opens a closed book again that have names. */
export const openAgainSchemas = [
  FallenSignatureSchema,
  SentBackSchema,
  SentBackListSchema,
  AnsweredSendBackSchema,
  EntryOrderSchema,
  EntryOrderListSchema,
  OrderWritingSchema,
  OrderWritingsSchema,
  CorrectionSchema,
  CorrectionListSchema,
  CorrectionPreviewSchema,
  DecidedCorrectionSchema,
]
