import { Type } from 'typebox'
import { listChanges } from '../../../../adapters/postgres/gradebook/list-changes.ts'
import {
  readSheet,
  type SheetCell,
  type StoredSheet,
} from '../../../../adapters/postgres/gradebook/read-sheet.ts'
import { saveCells, type CellOutcome } from '../../../../adapters/postgres/gradebook/save-cells.ts'
import type { SheetPlace } from '../../../../adapters/postgres/gradebook/sheet-facts.ts'
import type { Column } from '../../../../gradebook/index.ts'
import { dayInVietnam } from '../../../../shared/dates.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { answering, notFound } from './answers.ts'
import { canWrite, findSheetPlace } from './places.ts'
import { SavedSchema, SaveSchema, SheetChangesSchema, SheetParams, SheetSchema } from './schemas.ts'
import { windowOf, type Window } from './window.ts'

export const sheetAddress =
  '/api/v1/schools/:schoolCode/years/:schoolYear/:level/classes/:classId/sheets/:sheet'

/** A sheet as the page gets it. */
export interface SheetAnswer {
  readonly class: StoredSheet['schoolClass']
  readonly sheet: string
  readonly title: string
  readonly subjectName: string | null
  readonly schoolYear: string
  readonly level: string
  readonly canWrite: boolean
  readonly window: Window
  readonly teachers: readonly string[]
  readonly periodsPerYear: number | null
  readonly columns: readonly Column[]
  readonly students: StoredSheet['students']
  readonly cells: readonly SheetCell[]
  readonly rules: { readonly article9_3: 'mask' | 'replace' }
  readonly asOf: string
}

/** GET …/sheets/:sheet: one sheet of a class's gradebook (trang sổ). */
export const addGetSheet = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    sheetAddress,
    {
      config: { access: 'sheet.read' },
      schema: {
        operationId: 'getSheet',
        summary: 'A sheet with its columns, pupils and cells',
        description:
          'Of attendance the columns are the days of one month, the cells those of the whole year. Absences that are counted from single days carry why they cannot be written.',
        tags: ['gradebook'],
        params: SheetParams,
        querystring: Type.Object({
          month: Type.Optional(
            Type.String({ pattern: '^\\d{4}-\\d{2}$', description: 'Of attendance; the present month.' }),
          ),
        }),
        response: { 200: answering<SheetAnswer>(SheetSchema), ...problemAnswers(400, 401, 403, 404, 500) },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const now = clock()
      const place = findSheetPlace(actor, request.params)
      if (place === undefined) return notFound(reply)
      const today = dayInVietnam(now)
      const sheet = await readSheet(school, place, { now, month: request.query.month ?? today.slice(0, 7) })
      if (sheet === undefined) return notFound(reply)
      return toAnswer(place, sheet, {
        canWrite: canWrite(actor, place),
        window: windowOf(sheet, today),
        asOf: now.toISOString(),
      })
    },
  )
}

const toAnswer = (
  { sheet: name, schoolYear, level }: SheetPlace,
  sheet: StoredSheet,
  circumstances: Pick<SheetAnswer, 'canWrite' | 'window' | 'asOf'>,
): SheetAnswer => ({
  class: sheet.schoolClass,
  sheet: name,
  title: sheet.title,
  subjectName: sheet.subjectName,
  schoolYear,
  level,
  ...circumstances,
  teachers: sheet.teachers,
  periodsPerYear: sheet.periodsPerYear,
  columns: sheet.columns,
  students: sheet.students,
  cells: sheet.cells,
  rules: { article9_3: sheet.article9_3 },
})

/** GET …/changes: what was written since, asked for again and again while a sheet is open. */
export const addListSheetChanges = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    `${sheetAddress}/changes`,
    {
      config: { access: 'sheet.read' },
      schema: {
        operationId: 'listSheetChanges',
        summary: 'The cells of a sheet written since an instant, by whomever',
        description: 'Cells of the minute before may be among them: their versions tell which are news.',
        tags: ['gradebook'],
        params: SheetParams,
        querystring: Type.Object({ since: Type.String({ format: 'date-time' }) }),
        response: {
          200: answering<{ readonly cells: readonly SheetCell[]; readonly asOf: string }>(SheetChangesSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request, reply) => {
      const asOf = clock().toISOString()
      const place = findSheetPlace(getActor(request), request.params)
      if (place === undefined) return notFound(reply)
      const cells = await listChanges(school, place, new Date(request.query.since))
      return { cells, asOf }
    },
  )
}

/** POST …/cells: writes cells, each by itself. */
export const addSaveCells = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${sheetAddress}/cells`,
    {
      config: { access: 'sheet.write' },
      bodyLimit: mostSaveBytes,
      schema: {
        operationId: 'saveCells',
        summary: 'Write cells of a sheet',
        description:
          'Each cell stands alone: one that somebody wrote since it was seen, or that may not be, leaves the others saved. The outcomes are in the order sent.',
        tags: ['gradebook'],
        params: SheetParams,
        body: SaveSchema,
        response: {
          200: answering<{ readonly outcomes: readonly CellOutcome[] }>(SavedSchema),
          ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 500),
        },
      },
    },
    async (request, reply) => {
      const { accountId, fullName, ...actor } = getActor(request)
      const place = findSheetPlace({ accountId, fullName, ...actor }, request.params)
      if (place === undefined) return notFound(reply)
      const { saveId, cells, source = 'typed' } = request.body
      const account = { accountId, fullName }
      const outcomes = await saveCells(school, { saveId, place, account, source, cells, now: clock() })
      return outcomes === undefined ? notFound(reply) : { outcomes }
    },
  )
}

// 2,000 comments of full length, and not much more.
const mostSaveBytes = 16 * 1024 * 1024
