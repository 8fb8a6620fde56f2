import { Type } from 'typebox'
import {
  readClassResults,
  type StudentResults,
} from '../../../../adapters/postgres/gradebook/class-results.ts'
import { listTrace, type TraceEntry } from '../../../../adapters/postgres/gradebook/trace.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { answering, notFound } from './answers.ts'
import { classPlaceOf, findSheetPlace } from './places.ts'
import { ClassParams, ClassResultsSchema, SheetParams, StudentParams, TraceSchema } from './schemas.ts'
import { sheetAddress } from './sheets.ts'

const classAddress = '/api/v1/schools/:schoolCode/years/:schoolYear/:level/classes/:classId'

/** The years of a class's pupils, as the page evaluates them. */
interface ClassResultsAnswer {
  readonly class: { readonly classId: string; readonly name: string; readonly grade: number }
  readonly schoolYear: string
  readonly level: string
  readonly students: readonly StudentResults[]
}

/** GET …/results: what the results of a class follow from; who asks concludes them (evaluation-format.md). */
export const addGetClassResults = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${classAddress}/results`,
    {
      config: { access: 'results.read' },
      schema: {
        operationId: 'getClassResults',
        summary: 'All that the results of a class follow from',
        tags: ['gradebook'],
        params: ClassParams,
        response: {
          200: answering<ClassResultsAnswer>(ClassResultsSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request, reply) => {
      const { schoolYear, level } = request.params
      const found = await readClassResults(school, classPlaceOf(getActor(request), request.params))
      if (found === undefined) return notFound(reply)
      const { classId, name, grade, students } = found
      return { class: { classId, name, grade }, schoolYear, level, students }
    },
  )
}

type TraceAnswer = { readonly entries: readonly TraceEntry[] }
const traceAnswers = { 200: answering<TraceAnswer>(TraceSchema), ...problemAnswers(400, 401, 403, 404, 500) }

/** GET …/sheets/:sheet/trace: who wrote what on a sheet, when, before and after (lưu vết). */
export const addGetCellTrace = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${sheetAddress}/trace`,
    {
      config: { access: 'trace.read' },
      schema: {
        operationId: 'getCellTrace',
        summary: 'Who wrote what on a sheet, latest first',
        tags: ['gradebook'],
        params: SheetParams,
        querystring: Type.Object({
          studentCode: Type.Optional(Type.String({ maxLength: 20 })),
          path: Type.Optional(Type.String({ maxLength: 100 })),
        }),
        response: traceAnswers,
      },
    },
    async (request, reply) => {
      const place = findSheetPlace(getActor(request), request.params)
      if (place === undefined) return notFound(reply)
      const entries = await listTrace(school, place, { sheet: place.sheet, ...request.query })
      return entries === undefined ? notFound(reply) : { entries }
    },
  )
}

/** GET …/students/:studentCode/trace: all that was written about one pupil. */
export const addGetStudentTrace = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${classAddress}/students/:studentCode/trace`,
    {
      config: { access: 'results.read' },
      schema: {
        operationId: 'getStudentTrace',
        summary: 'Who wrote what about one pupil, latest first',
        tags: ['gradebook'],
        params: StudentParams,
        response: traceAnswers,
      },
    },
    async (request, reply) => {
      const { studentCode } = request.params
      const place = classPlaceOf(getActor(request), request.params)
      const entries = await listTrace(school, place, { studentCode })
      return entries === undefined ? notFound(reply) : { entries }
    },
  )
}
