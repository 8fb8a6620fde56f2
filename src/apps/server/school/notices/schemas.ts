import { Type } from 'typebox'
import { textLimits } from '../../../../shared/limits.ts'
import { Named, refTo } from '../../schemas/shared.ts'
import { orNull } from '../set-up/writing.ts'

const Instant = Type.String({ format: 'date-time' })
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'YYYY-MM-DD, in Viet Nam.' })

export const SchoolParams = Type.Object({ schoolCode: Type.String({ minLength: 1, maxLength: 20 }) })
export const DayParams = Type.Object({ ...SchoolParams.properties, day: Day })
export const IncidentParams = Type.Object({
  ...SchoolParams.properties,
  incidentId: Type.String({ format: 'uuid' }),
})

const kinds = [
  'sheet-due',
  'sheet-unconfirmed',
  'sent-back',
  'signing',
  'sealing',
  'order-ended',
  'correction',
  'issued',
  'nudge',
  'incident-open',
  'incident-answered',
] as const

export const NoticeItemSchema = Named('NoticeItem', {
  kind: Type.Unsafe<(typeof kinds)[number]>({ type: 'string', enum: [...kinds] }),
  text: Type.String(),
  path: Type.String({ description: 'Of the page where it is done, under /truong.' }),
})

export const NoticeSchema = Named('Notice', {
  day: Day,
  items: Type.Array(refTo(NoticeItemSchema)),
  readAt: orNull(Instant),
})

export const OwnNoticesSchema = Named('OwnNotices', {
  today: refTo(NoticeSchema),
  earlier: Type.Array(refTo(NoticeSchema)),
})

export const OwnMailSchema = Named('OwnMail', {
  address: orNull(Type.String()),
  wantsDigest: Type.Boolean(),
  canMail: Type.Boolean({ description: 'Whether this server sends mail at all.' }),
})

export const MailChoiceSchema = Type.Object(
  { address: orNull(Type.String({ maxLength: 300 })), wantsDigest: Type.Boolean() },
  { additionalProperties: false },
)

export const IncidentSchema = Named('Incident', {
  incidentId: Type.String({ format: 'uuid' }),
  byName: Type.String(),
  reportedAt: Instant,
  page: Type.String(),
  words: Type.String(),
  state: Type.Unsafe<'open' | 'answered'>({ type: 'string', enum: ['open', 'answered'] }),
  answer: orNull(Type.String()),
  answeredBy: orNull(Type.String()),
  answeredAt: orNull(Instant),
})

export const IncidentsSchema = Named('IncidentList', {
  incidents: Type.Array(refTo(IncidentSchema)),
  hasMore: Type.Boolean(),
})

const Words = Type.String({ minLength: 1, maxLength: textLimits.remark })

export const ReportSchema = Type.Object(
  {
    page: Type.String({
      maxLength: 300,
      pattern: '^[^\\p{Cc}]*$',
      description: 'Its path, within the program.',
    }),
    words: Words,
  },
  { additionalProperties: false },
)
export const AnswerSchema = Type.Object({ words: Words }, { additionalProperties: false })

/** The schemas of notices and incidents that have names. */
export const noticeSchemas = [
  NoticeItemSchema,
  NoticeSchema,
  OwnNoticesSchema,
  OwnMailSchema,
  IncidentSchema,
  IncidentsSchema,
]
