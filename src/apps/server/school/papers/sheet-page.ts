import { readClassBook } from '../../../../adapters/postgres/class-papers/read-class-book.ts'
import { isSheetOfGrade, sheetPage, type ClassBook, type SheetName } from '../../../../gradebook/index.ts'
import { isSubjectCode } from '../../../../shared/subjects.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { notFound } from '../gradebook/answers.ts'
import { findSheetPlace } from '../gradebook/places.ts'
import { SheetParams } from '../gradebook/schemas.ts'
import { sheetAddress } from '../gradebook/sheets.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { fileAnswer, pdfType, sendFile } from './download.ts'
import { MonthQuery } from './month-query.ts'
import type { Press } from './press.ts'

/** GET …/sheets/:sheet/page.pdf: one sheet of the gradebook on paper (in trang sổ). */
export const addSheetPage = (api: Api, { school, clock }: SchoolPorts, press: Press): void => {
  api.get(
    `${sheetAddress}/page.pdf`,
    {
      config: { access: 'sheet.read' },
      schema: {
        operationId: 'getSheetPage',
        summary: 'One sheet of the gradebook as PDF',
        description: 'Of attendance the month named, or every month of which a day is written down.',
        tags: ['papers'],
        params: SheetParams,
        querystring: MonthQuery,
        response: { 200: fileAnswer('The sheet.', pdfType), ...problemAnswers(400, 401, 403, 404, 429, 500) },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = findSheetPlace(actor, request.params)
      const book = place === undefined ? undefined : await readClassBook(school, place)
      if (place === undefined || book === undefined || !hasSheet(book, place.sheet)) return notFound(reply)
      const paper = sheetPage(book, place.sheet, request.query.month)
      const pdf = await press(paper, { by: actor.fullName, at: clock() })
      return sendFile(reply, pdfType, `${paper.title}.pdf`, pdf)
    },
  )
}

const hasSheet = ({ schoolClass, subjects }: ClassBook, sheet: SheetName): boolean =>
  isSheetOfGrade(schoolClass.grade, sheet) &&
  (!isSubjectCode(sheet) || subjects.some(({ code }) => code === sheet))
