import { Type } from 'typebox'
import { readSettings, saveSetting } from '../../../../adapters/postgres/set-up/settings.ts'
import type { DecidedSetting } from '../../../../records/index.ts'
import type { Api } from '../../routes/api.ts'
import { Named } from '../../schemas/shared.ts'
import { answering } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { placeOf, YearParams, yearAddress } from './places.ts'
import { Body, byOf, orNull, Phrase, readAnswers, setUpPlaceOf, Words, writeAnswers } from './writing.ts'

const SettingsSchema = Named('SettingList', {
  settings: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Type.String(),
      value: orNull(Type.String()),
      kind: Words(['date', 'choice', 'number', 'flag']),
      options: Type.Optional(Type.Array(Type.Object({ value: Type.String(), name: Type.String() }))),
      source: Words(['law', 'province', 'school']),
      article: Type.String({ description: 'Article or document number; of the school’s own, its reason.' }),
    }),
  ),
})

type Shown = Omit<DecidedSetting, 'levels' | 'isLatest'>

const show = ({ name, title, value, kind, options, source, article }: DecidedSetting): Shown => ({
  name,
  title,
  value,
  kind,
  ...(options === undefined ? {} : { options }),
  source,
  article,
})

/** GET …/settings and PUT …/settings/:name (thiết lập). */
export const addSettings = (api: Api, { school, clock }: SchoolPorts): void => {
  api.addSchema(SettingsSchema)
  const answer = answering<{ readonly settings: readonly Shown[] }>(SettingsSchema)
  api.get(
    `${yearAddress}/settings`,
    {
      config: { access: 'year.read' },
      schema: {
        operationId: 'listSettings',
        summary: 'Calendar, deadlines and rules of signing, each with the text it rests on',
        description: 'A deadline “before” a day counts until the end of that day, Asia/Ho_Chi_Minh.',
        tags: ['set-up'],
        params: YearParams,
        response: { 200: answer, ...readAnswers },
      },
    },
    async (request) => {
      const settings = await readSettings(school, placeOf(getActor(request), request.params))
      return { settings: settings.map(show) }
    },
  )
  api.put(
    `${yearAddress}/settings/:name`,
    {
      config: { access: 'settings.write' },
      schema: {
        operationId: 'saveSetting',
        summary: 'Decide one setting for the school’s year, with the reason',
        tags: ['set-up'],
        params: Type.Object({ ...YearParams.properties, name: Type.String({ minLength: 1, maxLength: 60 }) }),
        body: Body({ value: Type.String({ minLength: 1, maxLength: 100 }), reason: Phrase }),
        response: { 200: answer, ...writeAnswers },
      },
    },
    async (request) => {
      const actor = getActor(request)
      const { name, ...year } = request.params
      const typed = { name, ...request.body }
      const settings = await saveSetting(school, setUpPlaceOf(actor, year), typed, byOf(actor, clock))
      return { settings: settings.map(show) }
    },
  )
}
