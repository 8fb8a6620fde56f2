import { Type } from 'typebox'
import { staffCodePattern, textLimits } from '../../../../shared/limits.ts'
import { Named, refTo } from '../../schemas/shared.ts'
import { orNull } from '../set-up/writing.ts'

const Day = Type.String({ description: 'YYYY-MM-DD' })
const Count = Type.Integer()
const Code = Type.String({ minLength: 1, maxLength: 20 })

const totals = { needed: Count, filled: Count, sheets: Count, confirmed: Count, sentBack: Count }

export const SheetProgressSchema = Named('SheetProgress', {
  classId: Type.String(),
  className: Type.String(),
  grade: Type.Integer(),
  sheet: Type.String(),
  title: Type.String(),
  staffCode: orNull(Type.String({ description: 'Who answers for it.' })),
  needed: Type.Integer({ description: 'Cells asked for by today.' }),
  filled: Count,
  isConfirmed: Type.Boolean({ description: 'Of the year, by who answers for it.' }),
  sentBack: Type.Integer({ description: 'Cells sent back and not answered.' }),
})

export const ClassBooksSchema = Named(
  'ClassBooks',
  {
    covers: Count,
    coversSigned: Count,
    made: Count,
    subjectsSigned: Count,
    homeroomSigned: Count,
    approved: Count,
    issued: Count,
    signaturesLeft: Count,
  },
  'Each number contains those that follow it.',
)

export const ClassProgressSchema = Named('ClassProgress', {
  classId: Type.String(),
  className: Type.String(),
  grade: Type.Integer(),
  homeroomTeacher: orNull(Type.String()),
  pupils: Count,
  ...totals,
  carriedOver: orNull(
    Type.Object({
      part: Type.Unsafe<'year' | 'summer'>({ type: 'string', enum: ['year', 'summer'] }),
      at: Type.String({ format: 'date-time' }),
      byName: Type.String(),
    }),
  ),
  books: orNull(refTo(ClassBooksSchema)),
})

export const SubjectProgressSchema = Named('SubjectProgress', {
  sheet: Type.String(),
  title: Type.String(),
  ...totals,
})

export const WaitingReportsSchema = Named('WaitingReports', { classId: Type.String(), reports: Count })

export const TeacherProgressSchema = Named('TeacherProgress', {
  staffCode: Type.String(),
  fullName: Type.String(),
  group: orNull(Type.String()),
  ...totals,
  waiting: Type.Array(refTo(WaitingReportsSchema), {
    description: 'Reports whose next signature is theirs, by class.',
  }),
})

export const DayProgressSchema = Named('DayProgress', {
  day: Day,
  cells: Type.Integer({ description: 'Cells that stand as they were written on that day.' }),
  signatures: Count,
  issued: Count,
})

export const YearDeadlineSchema = Named('YearDeadline', {
  name: Type.String(),
  title: Type.String(),
  date: Day,
  article: Type.String(),
})

export const ProgressForecastSchema = Named('ProgressForecast', {
  left: Count,
  deadline: orNull(refTo(YearDeadlineSchema)),
  forecast: orNull(
    Type.Object({
      perDay: Type.Number(),
      finishesOn: Day,
      isLate: Type.Boolean(),
      daysLate: Type.Integer(),
    }),
  ),
  text: Type.String(),
})

export const YearProgressSchema = Named('YearProgress', {
  today: Day,
  sheets: Type.Array(refTo(SheetProgressSchema), {
    description: 'What every other number of cells and sheets sums up.',
  }),
  classes: Type.Array(refTo(ClassProgressSchema)),
  subjects: Type.Array(refTo(SubjectProgressSchema)),
  teachers: Type.Array(refTo(TeacherProgressSchema)),
  toSeal: Type.Array(refTo(WaitingReportsSchema)),
  series: Type.Array(refTo(DayProgressSchema), { description: 'The last 30 days, oldest first.' }),
  deadlines: Type.Array(refTo(YearDeadlineSchema)),
  forecasts: Type.Object({
    cells: refTo(ProgressForecastSchema),
    signatures: refTo(ProgressForecastSchema),
    issued: refTo(ProgressForecastSchema),
  }),
})

export const NudgeSchema = Type.Object(
  {
    staffCode: Type.String({ pattern: `^${staffCodePattern}$` }),
    classId: Type.Optional(Code),
    sheet: Type.Optional(Code),
    words: Type.String({ minLength: 1, maxLength: textLimits.phrase }),
  },
  { additionalProperties: false },
)

export const SentNudgeSchema = Named('SentNudge', {
  isNew: Type.Boolean({ description: 'False where the same was told to them today already.' }),
})

/** The schemas of progress that have names. */
export const progressSchemas = [
  SheetProgressSchema,
  ClassBooksSchema,
  ClassProgressSchema,
  SubjectProgressSchema,
  WaitingReportsSchema,
  TeacherProgressSchema,
  DayProgressSchema,
  YearDeadlineSchema,
  ProgressForecastSchema,
  YearProgressSchema,
  SentNudgeSchema,
]
