import { Type } from 'typebox'
import { removeStaff, saveStaff } from '../../../../adapters/postgres/set-up/save-staff.ts'
import { listSubjectGroups, saveSubjectGroup } from '../../../../adapters/postgres/set-up/subject-groups.ts'
import type { Api } from '../../routes/api.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { placeOf, YearParams, yearAddress } from './places.ts'
import {
  Body,
  byOf,
  Code,
  Name,
  orNull,
  readAnswers,
  SeenQuery,
  SeenVersion,
  setUpPlaceOf,
  VersionAnswer,
  Words,
  writeAnswers,
} from './writing.ts'

const posts = ['principal', 'vice-principal', 'teacher', 'clerk', 'registrar', 'accountant', 'other'] as const

const StaffParams = Type.Object({ ...YearParams.properties, staffCode: Code })
const GroupParams = Type.Object({
  ...YearParams.properties,
  name: Type.String({ minLength: 1, maxLength: 150 }),
})
const StaffName = Type.Object({ staffCode: Type.String(), fullName: Type.String() })

/** PUT …/staff/:staffCode and DELETE. */
const addSaveStaff = (api: Api, { school, clock }: SchoolPorts): void => {
  api.put(
    `${yearAddress}/staff/:staffCode`,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'saveStaff',
        summary: 'Add or change a member of the year’s staff',
        tags: ['set-up'],
        params: StaffParams,
        body: Body({
          fullName: Name,
          citizenId: Type.String({ maxLength: 20 }),
          birthDate: orNull(Type.String({ maxLength: 10 })),
          post: Words(posts),
          subjectGroup: orNull(Name),
          hasLeft: Type.Boolean(),
          seenVersion: SeenVersion,
        }),
        response: { 200: VersionAnswer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { staffCode, ...year } = request.params
      return saveStaff(school, setUpPlaceOf(actor, year), staffCode, request.body, byOf(actor, clock))
    },
  )
  api.delete(
    `${yearAddress}/staff/:staffCode`,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'removeStaff',
        summary: 'Take somebody out of the year’s staff; refused while the year names them',
        tags: ['set-up'],
        params: StaffParams,
        querystring: SeenQuery,
        response: { 204: Type.Null(), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { staffCode, ...year } = request.params
      const seenVersion = Number(request.query.seenVersion)
      await removeStaff(school, setUpPlaceOf(actor, year), { staffCode, seenVersion }, byOf(actor, clock))
      return reply.code(204).send(null)
    },
  )
}

/** GET …/subject-groups and PUT …/subject-groups/:name. */
const addGroups = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    `${yearAddress}/subject-groups`,
    {
      config: { access: 'year.read' },
      schema: {
        operationId: 'listSubjectGroups',
        summary: 'The subject groups of a year with their heads and members',
        tags: ['set-up'],
        params: YearParams,
        response: {
          200: Type.Object({
            groups: Type.Array(
              Type.Object({
                name: Type.String(),
                head: orNull(StaffName),
                members: Type.Array(StaffName),
                version: orNull(Type.Integer()),
              }),
            ),
          }),
          ...readAnswers,
        },
      },
    },
    async (request) => {
      const groups = await listSubjectGroups(school, placeOf(getActor(request), request.params))
      return { groups: groups.map((one) => ({ ...one, members: [...one.members] })) }
    },
  )
  api.put(
    `${yearAddress}/subject-groups/:name`,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'saveSubjectGroup',
        summary: 'Make a subject group, or give it another head',
        tags: ['set-up'],
        params: GroupParams,
        body: Body({ head: orNull(Code), seenVersion: SeenVersion }),
        response: { 200: VersionAnswer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { name, ...year } = request.params
      return saveSubjectGroup(
        school,
        setUpPlaceOf(actor, year),
        { name, ...request.body },
        byOf(actor, clock),
      )
    },
  )
}

/** The routes that write staff and subject groups. */
export const addPeople = (api: Api, ports: SchoolPorts): void => {
  addSaveStaff(api, ports)
  addGroups(api, ports)
}
