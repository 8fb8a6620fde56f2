import { Type } from 'typebox'
import { readSheet, type StoredSheet } from '../../../../adapters/postgres/gradebook/read-sheet.ts'
import type { SheetPlace } from '../../../../adapters/postgres/gradebook/sheet-facts.ts'
import {
  readSheetFile,
  writeSheetFile,
  type FileSheet,
  type SheetFileReading,
} from '../../../../adapters/workbook/index.ts'
import { dayInVietnam } from '../../../../shared/dates.ts'
import { readFile } from '../../read-file.ts'
import type { Api } from '../../routes/api.ts'
import { Named, problemAnswers } from '../../schemas/shared.ts'
import { maxFileBytes } from '../../settings.ts'
import { createGate } from '../../limits/gate.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { findSheetPlace } from '../gradebook/places.ts'
import { SheetParams } from '../gradebook/schemas.ts'
import { sheetAddress } from '../gradebook/sheets.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { fileAnswer, sendFile, workbookType } from './download.ts'
import { MonthQuery } from './month-query.ts'

const orNull = Type.Union([Type.String(), Type.Null()])

/** What a file would bring, as it is answered. */
export const SheetFileSchema = Named(
  'SheetFileReading',
  {
    rows: Type.Array(
      Type.Object({
        studentCode: Type.String(),
        fullName: Type.String(),
        cells: Type.Array(
          Type.Object({
            path: Type.String(),
            typed: Type.String(),
            value: orNull,
            current: orNull,
            currentVersion: Type.Integer(),
            outcome: Type.Unsafe<'new' | 'changed' | 'same' | 'refused'>({
              type: 'string',
              enum: ['new', 'changed', 'same', 'refused'],
            }),
            message: orNull,
            at: Type.String({ description: 'The cell of the file: “C7”.' }),
          }),
        ),
      }),
    ),
    unmatched: Type.Array(Type.Object({ row: Type.Integer(), text: Type.String(), message: Type.String() })),
    counts: Type.Object({
      new: Type.Integer(),
      changed: Type.Integer(),
      same: Type.Integer(),
      refused: Type.Integer(),
      unmatched: Type.Integer(),
    }),
    markedFile: Type.Union([Type.String({ description: 'A workbook in base64.' }), Type.Null()]),
  },
  'Nothing is written: what is wanted of it is saved by saveCells.',
)

type Answer = Omit<SheetFileReading, 'markedFile'> & { readonly markedFile: string | null }

const atOnce = 2
const inLine = 16

/** GET …/sheets/:sheet/file.xlsx and POST …/sheets/:sheet/file: a sheet out to a workbook, and back in. */
export const addSheetFiles = (api: Api, ports: SchoolPorts): void => {
  addExport(api, ports)
  addReading(api, ports)
}

const findFileSheet = async (
  { school, clock }: SchoolPorts,
  place: SheetPlace | undefined,
  schoolCode: string,
  month?: string,
): Promise<FileSheet | undefined> => {
  if (place === undefined) return undefined
  const now = clock()
  const sheet = await readSheet(school, place, { now, month: month ?? dayInVietnam(now).slice(0, 7) })
  return sheet === undefined ? undefined : toFileSheet(place, sheet, schoolCode)
}

const toFileSheet = (
  { schoolYear, level, sheet: name }: SheetPlace,
  { schoolClass, title, columns, students, cells }: StoredSheet,
  schoolCode: string,
): FileSheet => ({
  schoolCode,
  schoolYear,
  level,
  classId: schoolClass.classId,
  className: schoolClass.name,
  grade: schoolClass.grade,
  sheet: name,
  title,
  columns,
  students,
  cells,
})

const addExport = (api: Api, ports: SchoolPorts): void => {
  api.get(
    `${sheetAddress}/file.xlsx`,
    {
      config: { access: 'sheet.read' },
      schema: {
        operationId: 'exportSheet',
        summary: 'A sheet of the gradebook as a workbook that can be filled in and sent back',
        description:
          'Keeps the version of each cell out of sight, so that what others write meanwhile is noticed.',
        tags: ['papers'],
        params: SheetParams,
        querystring: MonthQuery,
        response: {
          200: fileAnswer('The workbook.', workbookType),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const place = findSheetPlace(getActor(request), params)
      const sheet = await findFileSheet(ports, place, params.schoolCode, query.month)
      if (sheet === undefined) return notFound(reply)
      const name = `${sheet.title} lớp ${sheet.className} ${sheet.schoolYear}.xlsx`
      return sendFile(reply, workbookType, name, await writeSheetFile(sheet))
    },
  )
}

const file = Type.Unsafe<unknown>({ type: 'string', format: 'binary' })
/** Says nothing of the type: what is sent is read as a stream and never validated as JSON. */
const form = Type.Unsafe<unknown>({ type: ['object', 'null'], properties: { file } })

const addReading = (api: Api, ports: SchoolPorts): void => {
  const gate = createGate(atOnce, inLine, 'Máy chủ đang đọc quá nhiều tệp')
  api.post(
    `${sheetAddress}/file`,
    {
      config: { access: 'sheet.write' },
      bodyLimit: maxFileBytes,
      schema: {
        operationId: 'readSheetFile',
        summary: 'What a workbook would bring to a sheet; nothing is written',
        description:
          'A file of exportSheet, or any workbook whose header names pupils and columns of the sheet. Refused cells come back coloured and explained in the file itself.',
        tags: ['papers'],
        params: SheetParams,
        querystring: MonthQuery,
        body: Type.Unsafe<unknown>({ content: { 'multipart/form-data': { schema: form } } }),
        response: {
          200: answering<Answer>(SheetFileSchema),
          ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 429, 500),
        },
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const place = findSheetPlace(getActor(request), params)
      const sheet = await findFileSheet(ports, place, params.schoolCode, query.month)
      if (sheet === undefined) return notFound(reply)
      const bytes = await readFile(request)
      const { markedFile, ...reading } = await gate(() => readSheetFile(bytes, sheet))
      return {
        ...reading,
        markedFile: markedFile === null ? null : Buffer.from(markedFile).toString('base64'),
      }
    },
  )
}
