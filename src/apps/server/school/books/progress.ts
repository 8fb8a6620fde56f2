import type { Actor, Lesson } from '../../../../accounts/index.ts'
import { sendNudge, type Nudge, type SentNudge } from '../../../../adapters/postgres/books/nudge.ts'
import { readProgress, type YearProgress } from '../../../../adapters/postgres/books/progress.ts'
import { isSheetName } from '../../../../gradebook/index.ts'
import { dayInVietnam } from '../../../../shared/dates.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { answering } from '../gradebook/answers.ts'
import { YearParams } from '../gradebook/schemas.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { NudgeSchema, progressSchemas, SentNudgeSchema, YearProgressSchema } from './progress-schemas.ts'

const progressAddress = '/api/v1/schools/:schoolCode/years/:schoolYear/:level/progress'

/** The routes of progress and of reminding (tiến độ, nhắc việc). */
export const addProgress = (api: Api, ports: SchoolPorts): void => {
  for (const schema of progressSchemas) api.addSchema(schema)
  addGetProgress(api, ports)
  addSendNudge(api, ports)
}

/** A head sees the whole level; a group head, who is none, the lessons of the group's members. */
const lessonsOf = ({ roles, follows }: Actor): { readonly lessons?: readonly Lesson[] } =>
  roles.includes('principal') || roles.includes('vice-principal') ? {} : { lessons: follows }

const addGetProgress = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    progressAddress,
    {
      config: { access: 'progress.read' },
      schema: {
        operationId: 'getProgress',
        summary: 'How far a year is on its way to issued books, by class, subject and teacher',
        description:
          'A head of the school sees all of it; who heads a subject group the lessons of its members, without the books.',
        tags: ['books'],
        params: YearParams,
        response: {
          200: answering<YearProgress>(YearProgressSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { schoolYear, level } = request.params
      const place = { tenant: actor.tenant, schoolYear, level }
      return readProgress(school, place, { today: dayInVietnam(clock()), ...lessonsOf(actor) })
    },
  )
}

interface TypedNudge {
  readonly staffCode: string
  readonly classId?: string
  readonly sheet?: string
  readonly words: string
}

const readNudge = ({ staffCode, classId, sheet, words }: TypedNudge): Nudge => {
  if (sheet !== undefined && !isSheetName(sheet))
    throw new Refusal('input-not-accepted', `Không có trang sổ '${sheet}' → chọn môn trong danh sách.`)
  return {
    staffCode,
    words,
    ...(classId === undefined ? {} : { classId }),
    ...(sheet === undefined ? {} : { sheet }),
  }
}

const addSendNudge = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${progressAddress}/nudges`,
    {
      config: { access: 'nudge.send' },
      schema: {
        operationId: 'sendNudge',
        summary: 'Remind a colleague of a sheet or a class',
        description:
          'It stands in their notices at once and in their next digest; of the same matter once a day, whatever its words.',
        tags: ['books'],
        params: YearParams,
        body: NudgeSchema,
        response: {
          200: answering<SentNudge>(SentNudgeSchema),
          ...problemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 500),
        },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { schoolYear, level } = request.params
      const place = { tenant: actor.tenant, schoolYear, level }
      return sendNudge(school, place, readNudge(request.body), { actor, now: clock() })
    },
  )
}
