import { Type } from 'typebox'
import { moments } from '../../../../evaluation/index.ts'
import { refTo, Named } from '../../schemas/shared.ts'

const orNull = <const S extends Parameters<typeof Type.Union>[0][number]>(schema: S) =>
  Type.Union([schema, Type.Null()])

/** A closed list of words. */
const Words = <const W extends readonly string[]>(words: W) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...words] })

export const Level = Words(['primary', 'lower-secondary', 'upper-secondary'] as const)
const SchoolYear = Type.Unsafe<`${number}-${number}`>({ type: 'string', pattern: '^\\d{4}-\\d{4}$' })
const Code = Type.String({ minLength: 1, maxLength: 20 })
const Instant = Type.String({ format: 'date-time' })

/** The parts of an address that name a year, a class and a sheet. */
export const YearParams = Type.Object({ schoolCode: Code, schoolYear: SchoolYear, level: Level })
export const ClassParams = Type.Object({ ...YearParams.properties, classId: Code })
export const SheetParams = Type.Object({
  ...ClassParams.properties,
  sheet: Type.String({ maxLength: 20, description: 'A subject code, homeroom, attendance or decisions.' }),
})
export const StudentParams = Type.Object({ ...ClassParams.properties, studentCode: Code })

export const ColumnOptionSchema = Named('SheetColumnOption', {
  value: Type.String(),
  short: Type.String(),
  name: Type.String(),
})

export const ColumnSchema = Named(
  'SheetColumn',
  {
    path: Type.String(),
    title: Type.String(),
    shortTitle: Type.String(),
    group: orNull(Type.String()),
    kind: Words(['mark', 'score', 'choice', 'text', 'count', 'decimal', 'flag', 'computed'] as const),
    options: Type.Optional(Type.Array(refTo(ColumnOptionSchema))),
    maxLength: Type.Optional(Type.Integer({ description: 'In code points.' })),
    min: Type.Optional(Type.Number()),
    max: Type.Optional(Type.Number()),
    term: Type.Unsafe<0 | 1 | 2>({ type: 'integer', enum: [0, 1, 2], description: '0 is the whole year.' }),
    moment: orNull(Words(moments)),
    isRequired: Type.Boolean(),
    isLocked: Type.Boolean(),
    lockedBecause: orNull(Type.String()),
  },
  'Columns of the kind “computed” have no cells: they follow from the others.',
)

export const SheetStudentSchema = Named('SheetStudent', {
  studentCode: Type.String(),
  fullName: Type.String(),
  givenName: Type.String(),
  birthDate: Type.String(),
  isExempt: Type.Boolean(),
  isPracticeExempt: Type.Boolean(),
  individualPlan: Type.Boolean(),
  lockedBecause: orNull(
    Type.String({ description: 'Why nothing about this pupil can be written any more: the book is issued.' }),
  ),
  sentBack: Type.Array(Type.Object({ path: Type.String(), byName: Type.String(), reason: Type.String() }), {
    description: 'Cells that were sent back and wait for an answer: who sent them, and why.',
  }),
})

export const SheetCellSchema = Named('SheetCell', {
  studentCode: Type.String(),
  path: Type.String(),
  value: orNull(Type.String()),
  version: Type.Integer(),
  byName: Type.String(),
  at: Instant,
  lockedBecause: orNull(Type.String({ description: 'Why this cell alone cannot be written.' })),
})

/** Until when somebody has to do something, and by what rule. */
const DeadlineSchema = orNull(
  Type.Object({ date: Type.String(), title: Type.String(), article: orNull(Type.String()) }),
)

export const SheetSchema = Named('Sheet', {
  class: Type.Object({ classId: Type.String(), name: Type.String(), grade: Type.Integer() }),
  sheet: Type.String(),
  title: Type.String(),
  subjectName: orNull(Type.String()),
  schoolYear: Type.String(),
  level: Level,
  canWrite: Type.Boolean(),
  window: Type.Object({
    closesOn: orNull(Type.String()),
    title: orNull(Type.String()),
    article: orNull(Type.String()),
  }),
  teachers: Type.Array(Type.String()),
  periodsPerYear: orNull(Type.Integer()),
  columns: Type.Array(refTo(ColumnSchema)),
  students: Type.Array(refTo(SheetStudentSchema)),
  cells: Type.Array(refTo(SheetCellSchema)),
  rules: Type.Object({ article9_3: Words(['mask', 'replace'] as const) }),
  asOf: Instant,
})

export const SheetChangesSchema = Named('SheetChanges', {
  cells: Type.Array(refTo(SheetCellSchema)),
  asOf: Instant,
})

/** What a save sends. */
export const SaveSchema = Type.Object(
  {
    saveId: Type.String({
      format: 'uuid',
      description: 'Drawn by the caller. The same save again is answered as it was.',
    }),
    cells: Type.Array(
      Type.Object(
        {
          studentCode: Type.String({ maxLength: 20 }),
          path: Type.String({ maxLength: 100 }),
          value: orNull(Type.String({ maxLength: 20_000 })),
          seenVersion: Type.Integer({ minimum: 0, maximum: 2_147_483_646, description: '0: never written.' }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 2000 },
    ),
    source: Type.Optional(Words(['typed', 'pasted', 'file', 'undo'] as const)),
  },
  { additionalProperties: false },
)

export const CellOutcomeSchema = Named('CellOutcome', {
  studentCode: Type.String(),
  path: Type.String(),
  outcome: Words(['saved', 'conflict', 'refused'] as const),
  value: orNull(Type.String({ description: 'What stands there now.' })),
  version: Type.Integer(),
  byName: orNull(Type.String()),
  at: orNull(Instant),
  message: orNull(Type.String()),
})

export const SavedSchema = Named('Saved', { outcomes: Type.Array(refTo(CellOutcomeSchema)) })

export const WorkSheetSchema = Named('WorkSheet', {
  classId: Type.String(),
  className: Type.String(),
  grade: Type.Integer(),
  sheet: Type.String(),
  title: Type.String(),
  role: Words(['subject-teacher', 'homeroom-teacher', 'principal', 'group-head'] as const),
  filled: Type.Integer(),
  needed: Type.Integer(),
  deadline: DeadlineSchema,
  canWrite: Type.Boolean(),
  isConfirmed: orNull(Type.Boolean({ description: 'Null where a sheet is not confirmed by itself.' })),
})

export const WorkSchema = Named('Work', { sheets: Type.Array(refTo(WorkSheetSchema)) })

export const ClassResultsSchema = Named('ClassResults', {
  class: Type.Object({ classId: Type.String(), name: Type.String(), grade: Type.Integer() }),
  schoolYear: Type.String(),
  level: Level,
  students: Type.Array(
    Type.Object({
      studentCode: Type.String(),
      fullName: Type.String(),
      birthDate: Type.String(),
      gender: Words(['male', 'female'] as const),
      input: Type.Unsafe<object>({
        type: 'object',
        additionalProperties: true,
        description: 'One case as the evaluation takes it.',
      }),
      moments: Type.Optional(
        Type.Unsafe<object>({
          type: 'object',
          additionalProperties: true,
          description: 'Primary: levels and scores at the three moments before the year’s end.',
        }),
      ),
    }),
  ),
})

export const TraceEntrySchema = Named('TraceEntry', {
  at: Instant,
  byName: Type.String(),
  kind: Type.String({ description: 'entry, import, set-up or roll-over' }),
  studentCode: Type.String(),
  studentName: Type.String(),
  sheet: Type.String(),
  path: Type.String(),
  columnTitle: Type.String(),
  before: orNull(Type.String()),
  after: orNull(Type.String()),
})

export const TraceSchema = Named('Trace', { entries: Type.Array(refTo(TraceEntrySchema)) })

/** The schemas of the gradebook that have names. */
export const gradebookSchemas = [
  ColumnOptionSchema,
  ColumnSchema,
  SheetStudentSchema,
  SheetCellSchema,
  SheetSchema,
  SheetChangesSchema,
  CellOutcomeSchema,
  SavedSchema,
  WorkSheetSchema,
  WorkSchema,
  ClassResultsSchema,
  TraceEntrySchema,
  TraceSchema,
]
