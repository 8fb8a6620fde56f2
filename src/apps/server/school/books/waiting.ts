import { Type } from 'typebox'
import { listWaitingWork, type WaitingWork } from '../../../../adapters/postgres/books/notice-waiting.ts'
import { tellWaiting, type WaitingWords } from '../../../../adapters/postgres/books/waiting-words.ts'
import { withTenant } from '../../../../adapters/postgres/connect.ts'
import { dayInVietnam } from '../../../../shared/dates.ts'
import type { Api } from '../../routes/api.ts'
import { Named, problemAnswers, refTo } from '../../schemas/shared.ts'
import { answering } from '../gradebook/answers.ts'
import { YearParams } from '../gradebook/schemas.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { yearAddress } from '../set-up/places.ts'
import { Words } from '../set-up/writing.ts'

const kinds = ['sent-back', 'carry-over', 'signing', 'sealing', 'order-ended', 'correction'] as const
type WaitingKind = (typeof kinds)[number]

/** One thing that waits for whoever asks: how many of it, in words, and on which page of the year it is done. */
interface Waiting extends WaitingWords, Pick<WaitingWork, 'count'> {
  readonly kind: WaitingKind
}

interface WaitingList {
  readonly waiting: readonly Waiting[]
}

const WaitingSchema = Named('Waiting', {
  kind: Words(kinds),
  count: Type.Integer({ description: 'Of carry-over always one: a class.' }),
  text: Type.String(),
  page: Type.String({ description: 'Below the address of the year in the school’s pages.' }),
})

const WaitingListSchema = Named('WaitingList', { waiting: Type.Array(refTo(WaitingSchema)) })

const isWaiting = (work: WaitingWork): work is WaitingWork & { readonly kind: WaitingKind } =>
  (kinds as readonly string[]).includes(work.kind)

/** GET …/waiting: what waits for whoever asks in this year, counted (việc đang chờ). */
export const addWaiting = (api: Api, { school, clock }: SchoolPorts): void => {
  api.addSchema(WaitingSchema)
  api.addSchema(WaitingListSchema)
  api.get(
    `${yearAddress}/waiting`,
    {
      config: { access: 'work.read' },
      schema: {
        operationId: 'listWaiting',
        summary: 'What waits for whoever asks: cells to answer, books to sign or to seal, decisions to take',
        tags: ['books'],
        params: YearParams,
        response: {
          200: answering<WaitingList>(WaitingListSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request) => {
      const { tenant, staffCode } = getActor(request)
      const { schoolYear, level } = request.params
      const now = clock()
      const question = {
        tenant,
        schoolYears: [schoolYear],
        staffCodes: staffCode === undefined ? [] : [staffCode],
        now,
        today: dayInVietnam(now),
      }
      const work = await withTenant(school, tenant, (transaction) => listWaitingWork(transaction, question))
      const own = work.filter((one) => one.level === level).filter(isWaiting)
      return { waiting: own.map((one) => ({ kind: one.kind, count: one.count, ...tellWaiting(one) })) }
    },
  )
}
