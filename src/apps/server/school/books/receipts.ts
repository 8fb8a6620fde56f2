import { listReceipts, type ClassReceipts } from '../../../../adapters/postgres/books/list-receipts.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { notFound } from '../gradebook/answers.ts'
import { classPlaceOf } from '../gradebook/places.ts'
import { ClassParams } from '../gradebook/schemas.ts'
import { getActor } from '../guard.ts'
import { fileAnswer, pdfType, sendFile } from '../papers/download.ts'
import type { Press } from '../papers/press.ts'
import type { SchoolPorts } from '../ports.ts'
import { yearAddress } from '../set-up/places.ts'

/** GET …/receipts.pdf: what each family of a class is handed of the issued book (phiếu phát hành). */
export const addReceipts = (api: Api, ports: SchoolPorts, press: Press): void => {
  const { school, clock, verificationUrl } = ports
  api.get(
    `${yearAddress}/classes/:classId/receipts.pdf`,
    {
      config: { access: 'receipts.print' },
      schema: {
        operationId: 'getReceipts',
        summary: 'The receipts of a class’s issued books, to be cut apart and handed to the families',
        description:
          'Of each pupil the newest issued version: how to find and check the book, and no mark of it. Refused while nothing of the class is issued.',
        tags: ['books'],
        params: ClassParams,
        response: {
          200: fileAnswer('The receipts.', pdfType),
          ...problemAnswers(400, 401, 403, 404, 409, 429, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = classPlaceOf(actor, request.params)
      const found = await listReceipts(school, place)
      if (found === undefined) return notFound(reply)
      requireIssued(found)
      const title = `Phiếu phát hành học bạ lớp ${found.className} ${place.schoolYear}`
      const sheets = { title, receipts: found.receipts, verificationUrl }
      const pdf = await press(sheets, { by: actor.fullName, at: clock() })
      return sendFile(reply, pdfType, `${title}.pdf`, pdf)
    },
  )
}

const requireIssued = ({ className, receipts }: ClassReceipts): void => {
  if (receipts.length === 0)
    throw new Refusal(
      'act-not-available',
      `Chưa in được phiếu phát hành: lớp ${className} chưa có học bạ nào được phát hành. Hãy in sau khi văn thư đóng dấu.`,
    )
}
