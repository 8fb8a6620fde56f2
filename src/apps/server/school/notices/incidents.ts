import { Type } from 'typebox'
import {
  answerIncident,
  listIncidents,
  reportIncident,
  type Incident,
} from '../../../../adapters/postgres/notices/incidents.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import { PageNumber, PageSize, pagingOf } from '../paging.ts'
import type { SchoolPorts } from '../ports.ts'
import { AnswerSchema, IncidentParams, IncidentsSchema, ReportSchema, SchoolParams } from './schemas.ts'

const address = '/api/v1/schools/:schoolCode/incidents'
const writeAnswers = problemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 500)

/** The routes of incidents (báo sự cố). */
export const addIncidents = (api: Api, ports: SchoolPorts): void => {
  addListIncidents(api, ports)
  addReportIncident(api, ports)
  addAnswerIncident(api, ports)
}

const addListIncidents = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    address,
    {
      config: { access: 'notices.read' },
      schema: {
        operationId: 'listIncidents',
        summary: 'What was reported: administrators see all, others what they reported themselves',
        tags: ['notices'],
        params: SchoolParams,
        querystring: Type.Object({ page: PageNumber, pageSize: PageSize }),
        response: {
          200: answering<{ readonly incidents: readonly Incident[]; readonly hasMore: boolean }>(
            IncidentsSchema,
          ),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    (request) => {
      const { tenant, accountId, isAdministrator } = getActor(request)
      const whose = isAdministrator ? {} : { ofAccount: accountId }
      return listIncidents(school, tenant, { ...whose, ...pagingOf(request.query) })
    },
  )
}

const addReportIncident = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    address,
    {
      config: { access: 'notices.read' },
      schema: {
        operationId: 'reportIncident',
        summary: 'Report to the administrators what went wrong on a page',
        description: 'The same words about the same page again are the report that is still open.',
        tags: ['notices'],
        params: SchoolParams,
        body: ReportSchema,
        response: { 200: Type.Object({ incidentId: Type.String() }), ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      return reportIncident(school, actor, request.body, { fullName: actor.fullName, now: clock() })
    },
  )
}

const addAnswerIncident = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${address}/:incidentId/answer`,
    {
      config: { access: 'incidents.answer' },
      schema: {
        operationId: 'answerIncident',
        summary: 'Answer a report, once',
        tags: ['notices'],
        params: IncidentParams,
        body: AnswerSchema,
        response: { 204: Type.Null({ description: 'Answered.' }), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const { tenant, fullName } = getActor(request)
      const place = { tenant, incidentId: request.params.incidentId }
      const answered = await answerIncident(school, place, request.body.words, { fullName, now: clock() })
      return answered === undefined ? notFound(reply) : reply.code(204).send(null)
    },
  )
}
