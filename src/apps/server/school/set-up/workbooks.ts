import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import {
  describeChanges,
  type DescribedChange,
} from '../../../../adapters/postgres/school/describe-changes.ts'
import {
  compareSchoolYear,
  saveSchoolYear,
  type YearChanges,
} from '../../../../adapters/postgres/school/save-school-year.ts'
import { tablesOfMarks } from '../../../../adapters/postgres/school/tables.ts'
import { rowsOfRecords } from '../../../../adapters/postgres/school/year-rows.ts'
import { readWorkbook, type WorkbookProblem } from '../../../../adapters/workbook/index.ts'
import type { SchoolYearRecords } from '../../../../records/index.ts'
import { createGate } from '../../limits/gate.ts'
import { problem, problemType } from '../../problems.ts'
import { readFile } from '../../read-file.ts'
import type { Api } from '../../routes/api.ts'
import { Named, problemAnswers } from '../../schemas/shared.ts'
import { maxFileBytes } from '../../settings.ts'
import { LevelSchema, SchoolParams } from '../accounts/schemas.ts'
import { answering } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { mayBringMarks } from './may-bring-marks.ts'

const orNull = Type.Union([Type.String(), Type.Null()])

const WorkbookImportSchema = Named(
  'WorkbookImport',
  {
    schoolYear: Type.String(),
    level: LevelSchema,
    isSaved: Type.Boolean(),
    counts: Type.Object({
      added: Type.Integer(),
      changed: Type.Integer(),
      unchanged: Type.Integer(),
      removed: Type.Integer(),
    }),
    leftOutCells: Type.Integer({
      description: 'Marks, comments and decisions that whoever asks may not bring in.',
    }),
    notes: Type.Array(Type.String()),
    changes: Type.Array(
      Type.Object({
        table: Type.String(),
        kind: Type.Unsafe<DescribedChange['kind']>({ type: 'string', enum: ['added', 'changed', 'removed'] }),
        who: Type.String(),
        what: Type.String(),
        before: orNull,
        after: orNull,
      }),
    ),
    totalChanges: Type.Integer(),
  },
  'What a workbook changes in a school year; the first 500 changes one by one, what goes before what comes.',
)

interface Answer {
  readonly schoolYear: string
  readonly level: SchoolYearRecords['school']['level']
  readonly isSaved: boolean
  readonly counts: Pick<YearChanges, 'added' | 'changed' | 'unchanged' | 'removed'>
  readonly leftOutCells: number
  readonly notes: readonly string[]
  readonly changes: readonly DescribedChange[]
  readonly totalChanges: number
}

const shownChanges = 500

const countMarks = (records: SchoolYearRecords): number =>
  [...rowsOfRecords(records)]
    .filter(([name]) => tablesOfMarks.has(name))
    .reduce((sum, [, rows]) => sum + rows.length, 0)

/** A workbook that is not understood: a problem with every cell that is not, so that it can be corrected. */
const refuseWorkbook = (reply: FastifyReply, problems: readonly WorkbookProblem[]): FastifyReply =>
  reply
    .code(422)
    .type(problemType)
    .send({
      ...problem('workbook-not-accepted', {
        detail: `Chưa nhận sổ, chưa có gì thay đổi: ${problems.length} chỗ cần sửa.`,
      }),
      findings: problems.map(({ sheet, cell, value, message, remedy }) => ({
        sheet,
        cell,
        value,
        message: `${message} ${remedy}`.trim(),
      })),
    })

const form = Type.Unsafe<unknown>({
  type: ['object', 'null'],
  properties: { file: { type: 'string', format: 'binary' } },
})

/** POST …/workbooks: a school's year from its workbook: what would change, and with commit=true the change. */
export const addWorkbooks = (api: Api, { school, clock }: SchoolPorts): void => {
  const gate = createGate(1, 8, 'Máy chủ đang đọc sổ khác')
  api.addSchema(WorkbookImportSchema)
  api.post(
    '/api/v1/schools/:schoolCode/workbooks',
    {
      config: { access: 'year.set-up' },
      bodyLimit: maxFileBytes,
      schema: {
        operationId: 'importWorkbook',
        summary: 'A school’s year from its workbook: a preview, or with commit=true the change',
        description:
          'A workbook that is not understood is answered 422 with `findings`, each with its sheet and cell. Marks are brought in only by who answers for them.',
        tags: ['set-up'],
        params: SchoolParams,
        querystring: Type.Object({
          commit: Type.Optional(Type.Unsafe<'true' | 'false'>({ type: 'string', enum: ['true', 'false'] })),
        }),
        body: Type.Unsafe<unknown>({ content: { 'multipart/form-data': { schema: form } } }),
        response: {
          200: answering<Answer>(WorkbookImportSchema),
          ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 429, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { schoolCode, fullName, accountId } = actor
      const bytes = await readFile(request)
      const reading = await gate(() => readWorkbook(bytes, { fileName: 'sổ gửi lên' }))
      if (!reading.ok) return refuseWorkbook(reply, reading.problems)
      const { records, notes } = reading
      const marks = countMarks(records)
      const mayBring = mayBringMarks(actor)
      // Who took the workbook without marks must not delete those there are by bringing it in.
      const isStructureOnly = !mayBring || marks === 0
      const isSaved = request.query.commit === 'true'
      const options = { schoolCode, isStructureOnly, now: clock(), by: fullName, accountId }
      const found = await (isSaved ? saveSchoolYear : compareSchoolYear)(school, records, options)
      const { level } = records.school
      const { changes, total } = describeChanges(found.rows, level, shownChanges)
      const { added, changed, unchanged, removed } = found
      return {
        schoolYear: records.schoolYear,
        level,
        isSaved,
        counts: { added, changed, unchanged, removed },
        leftOutCells: mayBring ? 0 : marks,
        notes: notes.map(({ message }) => message),
        changes,
        totalChanges: total,
      }
    },
  )
}
