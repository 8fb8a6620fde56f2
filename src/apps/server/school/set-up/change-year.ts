import { Type } from 'typebox'
import { saveYear } from '../../../../adapters/postgres/set-up/save-year.ts'
import type { Api } from '../../routes/api.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { YearParams, yearAddress } from './places.ts'
import {
  Body,
  byOf,
  Code,
  Name,
  orNull,
  Phrase,
  setUpPlaceOf,
  Short,
  VersionAnswer,
  writeAnswers,
} from './writing.ts'

/** PUT …/years/:schoolYear/:level: the school's own lines of a year. */
export const addChangeYear = (api: Api, { school, clock }: SchoolPorts): void => {
  api.put(
    yearAddress,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'changeYear',
        summary: 'Change the school’s own lines of a year, and who signs as its head',
        tags: ['set-up'],
        params: YearParams,
        body: Body({
          name: Phrase,
          wardCode: Code,
          wardName: Name,
          provinceCode: Code,
          provinceName: Name,
          signingPlace: Short,
          approver: orNull(Code),
          onBehalf: orNull(Body({ decisionNumber: Short, reason: Phrase })),
          seenVersion: Type.Integer({ minimum: 1 }),
        }),
        response: { 200: VersionAnswer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      return saveYear(school, setUpPlaceOf(actor, request.params), request.body, byOf(actor, clock))
    },
  )
}
