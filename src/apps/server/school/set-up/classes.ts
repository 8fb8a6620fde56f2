import { Type } from 'typebox'
import { saveAssignment, saveAssignments } from '../../../../adapters/postgres/set-up/save-assignments.ts'
import { removeClass, saveClass } from '../../../../adapters/postgres/set-up/save-class.ts'
import { listSubjectPlan, saveSubjectPlan } from '../../../../adapters/postgres/set-up/subject-plan.ts'
import type { Api } from '../../routes/api.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { placeOf, YearParams, yearAddress } from './places.ts'
import {
  Body,
  byOf,
  ClassParams,
  Code,
  orNull,
  Periods,
  readAnswers,
  SeenQuery,
  SeenVersion,
  setUpPlaceOf,
  Short,
  VersionAnswer,
  writeAnswers,
} from './writing.ts'

const Subject = Type.String({ minLength: 1, maxLength: 30 })
const LessonParams = Type.Object({ ...ClassParams.properties, subject: Subject })
const GradeParams = Type.Object({
  ...YearParams.properties,
  grade: Type.String({ pattern: '^([1-9]|1[0-2])$' }),
})

/** PUT and DELETE …/classes/:classId. */
const addSaveClass = (api: Api, { school, clock }: SchoolPorts): void => {
  api.put(
    `${yearAddress}/classes/:classId`,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'saveClass',
        summary: 'Add or change a class',
        tags: ['set-up'],
        params: ClassParams,
        body: Body({
          name: Type.String({ maxLength: 50 }),
          grade: Type.Integer({ minimum: 1, maximum: 12 }),
          homeroomTeacher: orNull(Code),
          foreignLanguage: orNull(Short),
          seenVersion: SeenVersion,
        }),
        response: { 200: VersionAnswer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { classId, ...year } = request.params
      return saveClass(school, setUpPlaceOf(actor, year), classId, request.body, byOf(actor, clock))
    },
  )
  api.delete(
    `${yearAddress}/classes/:classId`,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'removeClass',
        summary: 'Take a class out of the year; refused while it has pupils or lessons',
        tags: ['set-up'],
        params: ClassParams,
        querystring: SeenQuery,
        response: { 204: Type.Null(), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { classId, ...year } = request.params
      const seenVersion = Number(request.query.seenVersion)
      await removeClass(school, setUpPlaceOf(actor, year), { classId, seenVersion }, byOf(actor, clock))
      return reply.code(204).send(null)
    },
  )
}

/** GET …/subject-plan and PUT …/subject-plan/:grade. */
const addPlan = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    `${yearAddress}/subject-plan`,
    {
      config: { access: 'year.read' },
      schema: {
        operationId: 'listSubjectPlan',
        summary: 'The subjects of each grade with their periods a year',
        description: 'A grade that the school has not planned has the programme’s subjects, with version 0.',
        tags: ['set-up'],
        params: YearParams,
        response: {
          200: Type.Object({
            subjects: Type.Array(
              Type.Object({
                grade: Type.Integer(),
                subject: Type.String(),
                name: Type.String(),
                periodsPerYear: Type.Integer(),
                isElective: Type.Boolean(),
                version: Type.Integer(),
              }),
            ),
          }),
          ...readAnswers,
        },
      },
    },
    async (request) => ({
      subjects: [...(await listSubjectPlan(school, placeOf(getActor(request), request.params)))],
    }),
  )
  api.put(
    `${yearAddress}/subject-plan/:grade`,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'saveSubjectPlan',
        summary: 'Plan the subjects of one grade, as a whole',
        tags: ['set-up'],
        params: GradeParams,
        body: Body({
          subjects: Type.Array(Body({ subject: Subject, periodsPerYear: Periods }), { maxItems: 40 }),
        }),
        response: { 204: Type.Null(), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { grade, ...year } = request.params
      const typed = { grade: Number(grade), subjects: request.body.subjects }
      await saveSubjectPlan(school, setUpPlaceOf(actor, year), typed, byOf(actor, clock))
      return reply.code(204).send(null)
    },
  )
}

/** PUT …/assignments/:subject and POST …/assignments/bulk. */
const addAssignments = (api: Api, { school, clock }: SchoolPorts): void => {
  api.put(
    `${yearAddress}/classes/:classId/assignments/:subject`,
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'saveAssignment',
        summary: 'Give a lesson out, change it, or with no teacher take it back',
        tags: ['set-up'],
        params: LessonParams,
        body: Body({
          teacher: orNull(Code),
          otherTeachers: Type.Array(Code, { maxItems: 10 }),
          periodsPerYear: Periods,
          seenVersion: SeenVersion,
        }),
        response: { 200: VersionAnswer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { classId, subject, ...year } = request.params
      const typed = { classId, subject, ...request.body }
      return saveAssignment(school, setUpPlaceOf(actor, year), typed, byOf(actor, clock))
    },
  )
  api.post(
    `${yearAddress}/assignments/bulk`,
    {
      config: { access: 'year.set-up' },
      bodyLimit: 1024 * 1024,
      schema: {
        operationId: 'saveAssignments',
        summary: 'Give many lessons out, all of them or none',
        tags: ['set-up'],
        params: YearParams,
        body: Body({
          assignments: Type.Array(
            Body({ classId: Code, subject: Subject, teacher: Code, periodsPerYear: Periods }),
            { maxItems: 3000 },
          ),
        }),
        response: { 200: Type.Object({ saved: Type.Integer() }), ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const place = setUpPlaceOf(actor, request.params)
      return saveAssignments(school, place, request.body.assignments, byOf(actor, clock))
    },
  )
}

/** The routes that write classes, the plan of subjects and lessons. */
export const addClassesAndLessons = (api: Api, ports: SchoolPorts): void => {
  addSaveClass(api, ports)
  addPlan(api, ports)
  addAssignments(api, ports)
}
