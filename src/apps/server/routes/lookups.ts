import type { SecondDatum, SecondDatumKind } from '../../../lookup/index.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { PortalPorts } from '../portal-contract.ts'
import { problem, problemType } from '../problems.ts'
import { LookupAnswerSchema, LookupRequestSchema } from '../schemas/lookup.ts'
import { problemAnswers } from '../schemas/shared.ts'
import { maxFormBytes } from '../settings.ts'
import { viewCodeAnswer } from '../views/answers.ts'
import type { Api } from './api.ts'

interface Asked {
  readonly birthDate?: string
  readonly lastFourDigits?: string
}

/** All parts of the datum that this place asks for, or none; half a datum is no question that has an answer. */
const datumOf = ({ birthDate, lastFourDigits }: Asked, kind: SecondDatumKind): SecondDatum | undefined => {
  if (birthDate === undefined && lastFourDigits === undefined) return undefined
  if (birthDate === undefined) throw new Refusal('bad-usage', 'Thiếu ngày sinh (birthDate).')
  if (lastFourDigits === undefined && kind === 'birth-date-and-last-four')
    throw new Refusal('bad-usage', 'Thiếu bốn số cuối của số định danh (lastFourDigits).')
  return { birthDate, lastFourDigits: lastFourDigits ?? '' }
}

/** POST /api/v1/lookups: what a lookup code leads to (tra cứu). A wrong code and a wrong datum are the same 404. */
export const addLookups = (api: Api, ports: PortalPorts): void => {
  api.post(
    '/api/v1/lookups',
    {
      config: { access: 'public' },
      bodyLimit: maxFormBytes,
      schema: {
        operationId: 'lookUpCode',
        summary: 'Look a report book up by its code',
        description:
          'Without the second datum: the verdict and a masked name. With it: the record and links to its files. ' +
          'A wrong code and a wrong datum are answered alike.',
        tags: ['lookup'],
        body: LookupRequestSchema,
        response: { 200: LookupAnswerSchema, ...problemAnswers(400, 404, 413, 415, 429, 500) },
      },
    },
    async ({ body }, reply) => {
      const answer = await ports.lookUpCode(body.code, datumOf(body, ports.settings.secondDatum))
      if (answer.kind !== 'not-found') return viewCodeAnswer(answer, (year) => ports.fileLinks(year))
      return reply.code(404).type(problemType).send(problem('record-not-found'))
    },
  )
}
