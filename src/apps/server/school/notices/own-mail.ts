import {
  readMailChoice,
  saveMailChoice,
  type MailChoice,
} from '../../../../adapters/postgres/notices/mail-address.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { answering } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { MailChoiceSchema, OwnMailSchema, SchoolParams } from './schemas.ts'

/** The own choice, and whether the server sends mail at all. */
interface OwnMail extends MailChoice {
  readonly canMail: boolean
}

const address = '/api/v1/schools/:schoolCode/me/mail'

/** GET and PUT …/me/mail: where, and whether, whoever asks wants the daily digest (thư hằng ngày). */
export const addOwnMail = (api: Api, { school, digest }: SchoolPorts): void => {
  const canMail = digest?.mailer !== undefined
  const answer = answering<OwnMail>(OwnMailSchema)
  api.get(
    address,
    {
      config: { access: 'notices.read' },
      schema: {
        operationId: 'getOwnMail',
        summary: 'The own address for the daily digest',
        tags: ['notices'],
        params: SchoolParams,
        response: { 200: answer, ...problemAnswers(400, 401, 403, 404, 500) },
      },
    },
    async (request) => ({ ...(await readMailChoice(school, getActor(request))), canMail }),
  )
  api.put(
    address,
    {
      config: { access: 'notices.read' },
      schema: {
        operationId: 'saveOwnMail',
        summary: 'Choose where the daily digest goes; without an address nowhere',
        tags: ['notices'],
        params: SchoolParams,
        body: MailChoiceSchema,
        response: { 200: answer, ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 500) },
      },
    },
    async (request) => ({ ...(await saveMailChoice(school, getActor(request), request.body)), canMail }),
  )
}
