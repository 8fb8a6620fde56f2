import { Type } from 'typebox'
import { exceptionKinds } from '../../../../book/index.ts'
import { coverStatuses, reportStatuses } from '../../../../workflow/index.ts'
import { Named, refTo } from '../../schemas/shared.ts'
import { Body, orNull, Words } from '../set-up/writing.ts'
import { CellsDigest, ConfirmedPartSchema, NotMadeSchema } from './confirmation-schemas.ts'

const Instant = Type.String({ format: 'date-time' })
const role = Words([
  'subject-teacher',
  'homeroom-teacher',
  'principal',
  'vice-principal-on-behalf',
  'principal-for-absent-teacher',
  'school-seal',
] as const)

/** What is sent to carry a class over: what was seen of it. */
export const CarryOverBody = Body({ part: ConfirmedPartSchema, digest: CellsDigest })

const BookExceptionSchema = Named(
  'BookException',
  {
    kind: Words(exceptionKinds),
    text: Type.String(),
    article: orNull(Type.String({ description: 'On which it rests.' })),
  },
  'What a principal should look at.',
)

const AwaitedSlotSchema = Named('AwaitedSlot', {
  slotId: Type.String(),
  role,
  staffCode: orNull(Type.String({ description: 'Null for the school’s seal.' })),
  fullName: orNull(Type.String()),
})

const standing = {
  draft: Type.Integer(),
  awaits: Type.Array(refTo(AwaitedSlotSchema), { description: 'Whose turn it is now.' }),
  madeAt: Instant,
}

const CoverStandingSchema = Named('CoverStanding', { ...standing, status: Words(coverStatuses) })

const ReportStandingSchema = Named('ReportStanding', {
  ...standing,
  version: Type.Integer(),
  status: Words(reportStatuses),
  exceptions: Type.Array(refTo(BookExceptionSchema), {
    description: 'Empty for who teaches a subject there and no more.',
  }),
  issuedAt: orNull(Instant),
})

export const CarryOverSchema = Named('CarryOver', {
  number: Type.Integer({ description: 'Counts those of the class.' }),
  part: ConfirmedPartSchema,
  digest: CellsDigest,
  made: Type.Integer({ description: 'How many reports it made.' }),
  notMade: Type.Array(refTo(NotMadeSchema)),
  byName: Type.String(),
  at: Instant,
})

const BookInClassSchema = Named('BookInClass', {
  studentCode: Type.String(),
  fullName: Type.String(),
  birthDate: Type.String(),
  cover: orNull(refTo(CoverStandingSchema)),
  report: orNull(refTo(ReportStandingSchema)),
  notMade: orNull(Type.String({ description: 'Why the last carry-over made no report.' })),
})

export const ClassBooksSchema = Named('ClassBookList', {
  classId: Type.String(),
  className: Type.String(),
  carriedOver: orNull(refTo(CarryOverSchema)),
  books: Type.Array(refTo(BookInClassSchema)),
})

const BookSlotSchema = Named('BookSlot', {
  ...AwaitedSlotSchema.properties,
  covers: Type.Array(Type.String(), { description: 'Parts of the file, and values of earlier signatures.' }),
  isSigned: Type.Boolean(),
  signedAt: orNull(Instant),
  signedBy: orNull(Type.String({ description: 'Of a seal: who affixed it.' })),
  isKept: Type.Boolean({ description: 'Made on an earlier draft, over bytes that have not changed since.' }),
  isAwaited: Type.Boolean(),
})

const BookDraftSchema = Named('BookDraft', {
  version: Type.Integer({ description: '0 is the cover alone.' }),
  draft: Type.Integer(),
  isCurrent: Type.Boolean(),
  madeAt: Instant,
  madeBy: Type.String(),
  issuedAt: orNull(Instant),
  signatures: Type.Integer(),
})

const BookChangeSchema = Named('BookChange', {
  part: Type.String(),
  place: Type.String(),
  what: Type.String(),
  before: orNull(Type.String()),
  after: orNull(Type.String()),
  slots: Type.Array(Type.String(), { description: 'Signatures that cover it.' }),
})

const ChangesSinceSignedSchema = Named('ChangesSinceSigned', {
  version: Type.Integer(),
  draft: Type.Integer(),
  signedAt: Instant,
  changes: Type.Array(refTo(BookChangeSchema)),
})

export const BookViewSchema = Named('BookView', {
  studentCode: Type.String(),
  fullName: Type.String(),
  birthDate: Type.String(),
  className: Type.String(),
  cover: orNull(refTo(CoverStandingSchema)),
  report: orNull(refTo(ReportStandingSchema)),
  slots: Type.Array(refTo(BookSlotSchema)),
  drafts: Type.Array(refTo(BookDraftSchema), { description: 'Latest first.' }),
  changesSinceSigned: orNull(refTo(ChangesSinceSignedSchema)),
})

export const ConfirmedCoversSchema = Named('ConfirmedCovers', {
  made: Type.Integer({ description: 'How many covers now wait for the principal.' }),
  unchanged: Type.Integer(),
  notMade: Type.Array(refTo(NotMadeSchema)),
})

/** Every schema with a name; those of the confirmations come before. */
export const classBooksSchemas = [
  BookExceptionSchema,
  AwaitedSlotSchema,
  CoverStandingSchema,
  ReportStandingSchema,
  CarryOverSchema,
  BookInClassSchema,
  ClassBooksSchema,
  BookSlotSchema,
  BookDraftSchema,
  BookChangeSchema,
  ChangesSinceSignedSchema,
  BookViewSchema,
  ConfirmedCoversSchema,
]
