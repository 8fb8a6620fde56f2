import { answerSendBack, type AnsweredSendBack } from '../../../../adapters/postgres/books/answer-cell.ts'
import { listSendBacks } from '../../../../adapters/postgres/books/list-sent-back.ts'
import { sendBackCell } from '../../../../adapters/postgres/books/send-back.ts'
import type { SentBack } from '../../../../adapters/postgres/books/stored-send-backs.ts'
import type { Api } from '../../routes/api.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { findSheetPlace } from '../gradebook/places.ts'
import { SheetParams, YearParams } from '../gradebook/schemas.ts'
import { sheetAddress } from '../gradebook/sheets.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { yearAddress } from '../set-up/places.ts'
import { readAnswers, writeAnswers } from '../set-up/writing.ts'
import { makingOf } from './making.ts'
import {
  AnswerBody,
  AnsweredSendBackSchema,
  isOpenOf,
  SendBackBody,
  SendBackParams,
  SentBackListSchema,
  SentBackSchema,
  StateQuery,
} from './open-again-schemas.ts'
import { scopeOf } from './sitting-access.ts'

/** The routes of cells that are sent back (trả lại, trả lời). */
export const addSendBacks = (api: Api, ports: SchoolPorts): void => {
  addSendBackCell(api, ports)
  addListSendBacks(api, ports)
  addAnswerSendBack(api, ports)
}

const addSendBackCell = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${sheetAddress}/send-backs`,
    {
      config: { access: 'cell.send-back' },
      schema: {
        operationId: 'sendBackCell',
        summary: 'Send one cell of a confirmed sheet back to who answers for it',
        description:
          'Until it is answered that cell may be written, and nobody signs or seals the pupil’s report.',
        tags: ['books'],
        params: SheetParams,
        body: SendBackBody,
        response: { 200: answering<SentBack>(SentBackSchema), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = findSheetPlace(actor, request.params)
      if (place === undefined) return notFound(reply)
      const sent = await sendBackCell(school, place, request.body, { actor, now: clock() })
      return sent ?? notFound(reply)
    },
  )
}

const addListSendBacks = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${yearAddress}/send-backs`,
    {
      config: { access: 'work.read' },
      schema: {
        operationId: 'listSendBacks',
        summary: 'Cells sent back that concern whoever asks, open ones first',
        description: 'To answer, sent by them, of classes and lessons they lead; 200 at most.',
        tags: ['books'],
        params: YearParams,
        querystring: StateQuery,
        response: {
          200: answering<{ readonly sendBacks: readonly SentBack[] }>(SentBackListSchema),
          ...readAnswers,
        },
      },
    },
    async (request) => {
      const actor = getActor(request)
      const isOpen = isOpenOf(request.query)
      return { sendBacks: await listSendBacks(school, scopeOf(actor, request.params), actor, { isOpen }) }
    },
  )
}

const addAnswerSendBack = (api: Api, ports: SchoolPorts): void => {
  api.post(
    `${yearAddress}/send-backs/:sendBackId/answer`,
    {
      // Who signs for what a book says answers for its cells; which of them, the answer itself judges.
      config: { access: 'books.sign' },
      schema: {
        operationId: 'answerSendBack',
        summary: 'Answer a cell that was sent back: changed, or kept with words',
        description:
          'A changed value is written, confirmed and carried over at once; the answer names the signatures that fell.',
        tags: ['books'],
        params: SendBackParams,
        body: AnswerBody,
        response: { 200: answering<AnsweredSendBack>(AnsweredSendBackSchema), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const scope = scopeOf(actor, request.params)
      const acting = { actor, now: ports.clock(), making: makingOf(ports) }
      const answered = await answerSendBack(
        ports.school,
        scope,
        request.params.sendBackId,
        request.body,
        acting,
      )
      return answered ?? notFound(reply)
    },
  )
}
