import { Type, type Static } from 'typebox'
import { readClassBook } from '../../../../adapters/postgres/class-papers/read-class-book.ts'
import { writeClassPaper } from '../../../../adapters/workbook/index.ts'
import {
  primarySummary,
  secondarySummary,
  trackingBook,
  type ClassBook,
  type ClassPaper,
} from '../../../../gradebook/index.ts'
import type { Moment } from '../../../../evaluation/index.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { notFound } from '../gradebook/answers.ts'
import { classPlaceOf } from '../gradebook/places.ts'
import { ClassParams } from '../gradebook/schemas.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { fileAnswer, pdfType, sendFile, workbookType } from './download.ts'
import type { Press } from './press.ts'
import { printedLine } from './printed-line.ts'

const address = '/api/v1/schools/:schoolCode/years/:schoolYear/:level/classes/:classId'

const PeriodQuery = Type.Object({
  term: Type.Optional(
    Type.Unsafe<'1' | '2' | 'year'>({
      type: 'string',
      enum: ['1', '2', 'year'],
      description: 'Secondary; the year.',
    }),
  ),
  moment: Type.Optional(
    Type.Unsafe<Moment>({
      type: 'string',
      enum: ['midterm1', 'term1', 'midterm2', 'year'],
      description: 'Primary; the year’s end.',
    }),
  ),
})
type Period = Static<typeof PeriodQuery>

/** A paper of a class by its address, its words, and how it is put together. */
interface PaperRoute {
  readonly path: string
  readonly operation: string
  readonly summary: string
  readonly fileName: (book: ClassBook, period: Period) => string
  readonly assemble: (book: ClassBook, period: Period) => ClassPaper
}

const summaryOf = (book: ClassBook, { term, moment }: Period): ClassPaper => {
  if (book.level === 'primary') {
    if (term !== undefined)
      throw new Refusal(
        'bad-usage',
        'Lớp tiểu học tổng hợp theo thời điểm (moment), không theo học kì (term).',
      )
    return primarySummary(book, moment ?? 'year')
  }
  if (moment !== undefined)
    throw new Refusal(
      'bad-usage',
      'Lớp trung học tổng hợp theo học kì (term), không theo thời điểm (moment).',
    )
  return secondarySummary(book, term === undefined || term === 'year' ? 'year' : `term-${term}`)
}

const periodInName = ({ term, moment }: Period): string => {
  const part = moment ?? term ?? 'year'
  return {
    '1': ' HK1',
    '2': ' HK2',
    year: ' cả năm',
    midterm1: ' giữa HK1',
    term1: ' cuối HK1',
    midterm2: ' giữa HK2',
  }[part]
}

const routes: readonly PaperRoute[] = [
  {
    path: 'tracking-book',
    operation: 'TrackingBook',
    summary: 'The tracking book of a class',
    fileName: ({ schoolClass, schoolYear }) =>
      `Sổ theo dõi và đánh giá lớp ${schoolClass.name} ${schoolYear}`,
    assemble: trackingBook,
  },
  {
    path: 'class-summary',
    operation: 'ClassSummary',
    summary: 'The class summary of a term, a moment or the year',
    fileName: ({ schoolClass, schoolYear }, period) =>
      `Bảng tổng hợp lớp ${schoolClass.name} ${schoolYear}${periodInName(period)}`,
    assemble: summaryOf,
  },
]

/** GET …/tracking-book and …/class-summary, each as .pdf and .xlsx (sổ theo dõi và đánh giá, bảng tổng hợp). */
export const addClassPapers = (api: Api, ports: SchoolPorts, press: Press): void => {
  for (const route of routes)
    for (const format of ['pdf', 'xlsx'] as const) addPaper(api, ports, press, route, format)
}

const addPaper = (
  api: Api,
  { school, clock }: SchoolPorts,
  press: Press,
  route: PaperRoute,
  format: 'pdf' | 'xlsx',
): void => {
  const type = format === 'pdf' ? pdfType : workbookType
  api.get(
    `${address}/${route.path}.${format}`,
    {
      config: { access: 'results.read' },
      schema: {
        operationId: `get${route.operation}${format === 'pdf' ? 'Pdf' : 'Workbook'}`,
        summary: `${route.summary}, as ${format === 'pdf' ? 'PDF' : 'a workbook'}`,
        description: 'Made anew from what stands in the gradebook; every page says that it is not confirmed.',
        tags: ['papers'],
        params: ClassParams,
        ...(route.path === 'class-summary' ? { querystring: PeriodQuery } : {}),
        response: { 200: fileAnswer('The paper.', type), ...problemAnswers(400, 401, 403, 404, 429, 500) },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const book = await readClassBook(school, classPlaceOf(actor, request.params))
      if (book === undefined) return notFound(reply)
      const period = request.query as Period
      const paper = route.assemble(book, period)
      const printing = { by: actor.fullName, at: clock() }
      const bytes =
        format === 'pdf' ? await press(paper, printing) : await writeClassPaper(paper, printedLine(printing))
      return sendFile(reply, type, `${route.fileName(book, period)}.${format}`, bytes)
    },
  )
}
