import { Type } from 'typebox'
import { nameLessons, rehearseRollOver, rollOver } from '../../../../adapters/postgres/set-up/roll-over.ts'
import type { Destination } from '../../../../records/index.ts'
import type { Api } from '../../routes/api.ts'
import { Named } from '../../schemas/shared.ts'
import { answering } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { YearParams, yearAddress } from './places.ts'
import { Body, byOf, orNull, setUpPlaceOf, Words, writeAnswers } from './writing.ts'

const outcomes = ['promoted', 'retained', 'completed', 'waiting', 'undecided'] as const

const RehearsalSchema = Named('RollOverRehearsal', {
  toSchoolYear: Type.String(),
  digest: Type.String({ description: 'Of everything that the rehearsal was computed from.' }),
  destinations: Type.Array(
    Type.Object({
      studentCode: Type.String(),
      fullName: Type.String(),
      fromClass: Type.String(),
      outcome: Words(outcomes),
      toClass: orNull(Type.String()),
      toGrade: orNull(Type.Integer()),
      reason: Type.String(),
      article: orNull(Type.String()),
    }),
  ),
  classes: Type.Array(
    Type.Object({
      classId: Type.String(),
      name: Type.String(),
      grade: Type.Integer(),
      students: Type.Integer(),
    }),
  ),
  unassigned: Type.Array(
    Type.Object({
      className: Type.String(),
      subjectName: Type.String(),
      lastTeacher: orNull(Type.String()),
    }),
  ),
  warnings: Type.Array(Type.String()),
})

interface RehearsalAnswer {
  readonly toSchoolYear: string
  readonly digest: string
  readonly destinations: readonly Destination[]
  readonly classes: readonly {
    readonly classId: string
    readonly name: string
    readonly grade: number
    readonly students: number
  }[]
  readonly unassigned: ReturnType<typeof nameLessons>
  readonly warnings: readonly string[]
}

/** POST …/roll-over/rehearsal: the next year computed, nothing written. */
const addRehearsal = (api: Api, { school }: SchoolPorts): void => {
  api.addSchema(RehearsalSchema)
  api.post(
    `${yearAddress}/roll-over/rehearsal`,
    {
      config: { access: 'roll-over' },
      schema: {
        operationId: 'rehearseRollOver',
        summary: 'Where every pupil would go next year; nothing is written',
        tags: ['set-up'],
        params: YearParams,
        body: Type.Optional(Type.Object({}, { additionalProperties: false })),
        response: { 200: answering<RehearsalAnswer>(RehearsalSchema), ...writeAnswers },
      },
    },
    async (request) => {
      const place = setUpPlaceOf(getActor(request), request.params)
      const { plan, digest } = await rehearseRollOver(school, place)
      const { toSchoolYear, destinations, classes, warnings } = plan
      return {
        toSchoolYear,
        digest,
        destinations,
        classes: classes.map(({ classId, name, grade, students }) => ({ classId, name, grade, students })),
        unassigned: nameLessons(plan, place.level),
        warnings,
      }
    },
  )
}

/** POST …/roll-over: makes the next year as it was rehearsed. */
const addCommit = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${yearAddress}/roll-over`,
    {
      config: { access: 'roll-over' },
      schema: {
        operationId: 'rollOver',
        summary: 'Make the next school year as it was rehearsed',
        description:
          'Answered 409 where anything has changed since the rehearsal, 422 where the year is there already or pupils without a class are not confirmed.',
        tags: ['set-up'],
        params: YearParams,
        body: Body({
          digest: Type.String({ pattern: '^[0-9a-f]{64}$' }),
          confirmUndecided: Type.Optional(Type.Boolean()),
        }),
        response: { 201: Type.Object({ schoolYear: Type.String() }), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { digest, confirmUndecided = false } = request.body
      const place = setUpPlaceOf(actor, request.params)
      const made = await rollOver(school, place, { digest, confirmUndecided }, byOf(actor, clock))
      return reply.code(201).send(made)
    },
  )
}

/** The routes of the roll-over (chuyển năm học). */
export const addRollOver = (api: Api, ports: SchoolPorts): void => {
  addRehearsal(api, ports)
  addCommit(api, ports)
}
