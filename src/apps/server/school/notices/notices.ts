import { Type } from 'typebox'
import type { Actor } from '../../../../accounts/index.ts'
import type { NoticePerson } from '../../../../adapters/postgres/books/notice-messages.ts'
import {
  listOwnNotices,
  markNoticeRead,
  type OwnNotices,
} from '../../../../adapters/postgres/notices/own-notices.ts'
import { isPlainDate } from '../../../../shared/dates.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { DayParams, OwnNoticesSchema, SchoolParams } from './schemas.ts'

const address = '/api/v1/schools/:schoolCode/notices'

const personOf = ({ accountId, staffCode, isAdministrator }: Actor): NoticePerson => ({
  accountId,
  staffCode: staffCode ?? null,
  isAdministrator,
})

/** GET …/notices: what whoever asks should know today, and what they were told before (thông báo). */
export const addListNotices = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    address,
    {
      config: { access: 'notices.read' },
      schema: {
        operationId: 'listNotices',
        summary: 'What whoever asks should know today, and the digests of the days before',
        tags: ['notices'],
        params: SchoolParams,
        response: {
          200: answering<OwnNotices>(OwnNoticesSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    (request) => {
      const actor = getActor(request)
      return listOwnNotices(school, actor, personOf(actor), clock())
    },
  )
}

/** POST …/notices/:day/read: that day’s digest was read; no letter of it goes out after that. */
export const addReadNotice = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${address}/:day/read`,
    {
      config: { access: 'notices.read' },
      schema: {
        operationId: 'readNotice',
        summary: 'Note that a day’s digest was read',
        tags: ['notices'],
        params: DayParams,
        response: {
          204: Type.Null({ description: 'Done, also where it was read before.' }),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { day } = request.params
      const isRead =
        isPlainDate(day) && (await markNoticeRead(school, actor, personOf(actor), { day, now: clock() }))
      return isRead ? reply.code(204).send(null) : notFound(reply)
    },
  )
}
