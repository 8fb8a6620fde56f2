import { listCorrections, requestCorrection } from '../../../../adapters/postgres/books/corrections.ts'
import {
  decideCorrection,
  type DecidedCorrection,
  type Decision,
} from '../../../../adapters/postgres/books/decide-correction.ts'
import {
  previewCorrection,
  type CorrectionPreview,
} from '../../../../adapters/postgres/books/preview-correction.ts'
import type { Correction } from '../../../../adapters/postgres/books/stored-corrections.ts'
import type { Api } from '../../routes/api.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { classPlaceOf } from '../gradebook/places.ts'
import { ClassParams, YearParams } from '../gradebook/schemas.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { yearAddress } from '../set-up/places.ts'
import { readAnswers, writeAnswers } from '../set-up/writing.ts'
import { makingOf } from './making.ts'
import {
  ChangeBody,
  CorrectionBody,
  CorrectionListSchema,
  CorrectionParams,
  CorrectionPreviewSchema,
  CorrectionSchema,
  DecidedCorrectionSchema,
  DecisionBody,
  isOpenOf,
  StateQuery,
} from './open-again-schemas.ts'
import { scopeOf } from './sitting-access.ts'

const classCorrections = `${yearAddress}/classes/:classId/corrections`

/** The routes of corrections after issue (đề nghị đính chính). */
export const addCorrections = (api: Api, ports: SchoolPorts): void => {
  addListCorrections(api, ports)
  addPreviewCorrection(api, ports)
  addRequestCorrection(api, ports)
  addDecideCorrection(api, ports)
}

const addListCorrections = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${yearAddress}/corrections`,
    {
      config: { access: 'work.read' },
      schema: {
        operationId: 'listCorrections',
        summary: 'Requests to correct issued books that concern whoever asks, open ones first',
        tags: ['books'],
        params: YearParams,
        querystring: StateQuery,
        response: {
          200: answering<{ readonly corrections: readonly Correction[] }>(CorrectionListSchema),
          ...readAnswers,
        },
      },
    },
    async (request) => {
      const actor = getActor(request)
      const isOpen = isOpenOf(request.query)
      return { corrections: await listCorrections(school, scopeOf(actor, request.params), actor, { isOpen }) }
    },
  )
}

const addPreviewCorrection = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${classCorrections}/preview`,
    {
      config: { access: 'correction.request' },
      schema: {
        operationId: 'previewCorrection',
        summary: 'What a correction would change, and which signatures fall; writes nothing',
        tags: ['books'],
        params: ClassParams,
        body: ChangeBody,
        response: { 200: answering<CorrectionPreview>(CorrectionPreviewSchema), ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      return previewCorrection(school, classPlaceOf(actor, request.params), request.body, {
        actor,
        now: clock(),
      })
    },
  )
}

const addRequestCorrection = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    classCorrections,
    {
      config: { access: 'correction.request' },
      schema: {
        operationId: 'requestCorrection',
        summary: 'Request that one value of an issued book be corrected',
        description:
          'Refused once the school’s data are locked, and where the old value is not what the book says.',
        tags: ['books'],
        params: ClassParams,
        body: CorrectionBody,
        response: { 200: answering<Correction>(CorrectionSchema), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = classPlaceOf(actor, request.params)
      const correction = await requestCorrection(school, place, request.body, { actor, now: clock() })
      return correction ?? notFound(reply)
    },
  )
}

const addDecideCorrection = (api: Api, ports: SchoolPorts): void => {
  api.post(
    `${yearAddress}/corrections/:correctionId/decision`,
    {
      config: { access: 'correction.decide' },
      schema: {
        operationId: 'decideCorrection',
        summary: 'Grant or refuse a request to correct an issued book',
        description:
          'A granted one makes the next version at once; grants of one decision number join in one version.',
        tags: ['books'],
        params: CorrectionParams,
        body: DecisionBody,
        response: { 200: answering<DecidedCorrection>(DecidedCorrectionSchema), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const scope = scopeOf(actor, request.params)
      const { correctionId } = request.params
      const acting = { actor, now: ports.clock(), making: makingOf(ports) }
      const decided = await decideCorrection(
        ports.school,
        scope,
        correctionId,
        decisionOf(request.body),
        acting,
      )
      return decided ?? notFound(reply)
    },
  )
}

interface SentDecision {
  readonly decision: 'granted' | 'refused'
  readonly decisionNumber: string | null
  readonly decidedOn: string | null
  readonly words: string
}

const decisionOf = ({ decision, decisionNumber, decidedOn, words }: SentDecision): Decision =>
  decision === 'granted'
    ? { decision, decisionNumber: decisionNumber ?? '', decidedOn: decidedOn ?? '', words }
    : { decision, words }
