import { Type } from 'typebox'
import {
  readClassReadiness,
  type ClassReadiness,
} from '../../../../adapters/postgres/books/class-readiness.ts'
import {
  confirmSheet,
  readConfirmation,
  withdrawConfirmation,
} from '../../../../adapters/postgres/books/confirm-sheet.ts'
import type { SheetConfirmation } from '../../../../adapters/postgres/books/confirmation-state.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { classPlaceOf, findSheetPlace } from '../gradebook/places.ts'
import { ClassParams, SheetParams } from '../gradebook/schemas.ts'
import { sheetAddress } from '../gradebook/sheets.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import {
  ConfirmationSchema,
  confirmationSchemas,
  ConfirmedPartSchema,
  ReadinessSchema,
  WantedConfirmationSchema,
} from './confirmation-schemas.ts'

const address = `${sheetAddress}/confirmation`

/** The routes of confirming sheets (xác nhận trang sổ) and of how far a class is. */
export const addConfirmations = (api: Api, ports: SchoolPorts): void => {
  for (const schema of confirmationSchemas) api.addSchema(schema)
  addGetConfirmation(api, ports)
  addConfirm(api, ports)
  addWithdraw(api, ports)
  addGetReadiness(api, ports)
}

const addGetConfirmation = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    address,
    {
      config: { access: 'sheet.read' },
      schema: {
        operationId: 'getConfirmation',
        summary: 'How far a sheet is with its confirmation, and what to look at before',
        tags: ['books'],
        params: SheetParams,
        response: {
          200: answering<SheetConfirmation>(ConfirmationSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = findSheetPlace(actor, request.params)
      if (place === undefined) return notFound(reply)
      return (await readConfirmation(school, place, { actor, now: clock() })) ?? notFound(reply)
    },
  )
}

const addConfirm = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    address,
    {
      config: { access: 'sheet.confirm' },
      schema: {
        operationId: 'confirmSheet',
        summary: 'Confirm a part of a sheet: from then on it is closed',
        description:
          'By who answers for the sheet, of exactly the cells whose digest is sent, when nothing is missing; what is odd needs words. The same again is answered as it was.',
        tags: ['books'],
        params: SheetParams,
        body: WantedConfirmationSchema,
        response: {
          200: answering<SheetConfirmation>(ConfirmationSchema),
          ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = findSheetPlace(actor, request.params)
      if (place === undefined) return notFound(reply)
      return (await confirmSheet(school, place, request.body, { actor, now: clock() })) ?? notFound(reply)
    },
  )
}

const addWithdraw = (api: Api, { school, clock }: SchoolPorts): void => {
  api.delete(
    address,
    {
      config: { access: 'sheet.confirm' },
      schema: {
        operationId: 'withdrawConfirmation',
        summary: 'Take a confirmation back, until the class is carried over',
        tags: ['books'],
        params: SheetParams,
        querystring: Type.Object({ part: ConfirmedPartSchema }),
        response: {
          200: answering<SheetConfirmation>(ConfirmationSchema),
          ...problemAnswers(400, 401, 403, 404, 409, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = findSheetPlace(actor, request.params)
      if (place === undefined) return notFound(reply)
      const { part } = request.query
      return (await withdrawConfirmation(school, place, part, { actor, now: clock() })) ?? notFound(reply)
    },
  )
}

/** GET …/readiness: who of a class has not confirmed yet, what was carried over, and whether it still holds. */
const addGetReadiness = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    '/api/v1/schools/:schoolCode/years/:schoolYear/:level/classes/:classId/readiness',
    {
      config: { access: 'books.read' },
      schema: {
        operationId: 'getClassReadiness',
        summary: 'How far a class is on the way to its books',
        tags: ['books'],
        params: ClassParams,
        response: {
          200: answering<ClassReadiness>(ReadinessSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request, reply) =>
      (await readClassReadiness(school, classPlaceOf(getActor(request), request.params))) ?? notFound(reply),
  )
}
