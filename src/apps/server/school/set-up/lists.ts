import { Type } from 'typebox'
import {
  listAssignments,
  type ListedAssignment,
} from '../../../../adapters/postgres/set-up/list-assignments.ts'
import {
  listClasses,
  listStaff,
  listStudents,
  type ListedClass,
  type ListedStaff,
  type ListedStudent,
} from '../../../../adapters/postgres/set-up/lists.ts'
import { findSubject } from '../../../../shared/subjects.ts'
import type { Api } from '../../routes/api.ts'
import { Named, problemAnswers } from '../../schemas/shared.ts'
import { answering } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import { PageNumber, PageSize, pagingOf } from '../paging.ts'
import type { SchoolPorts } from '../ports.ts'
import { placeOf, YearParams, yearAddress } from './places.ts'

const orNull = Type.Union([Type.String(), Type.Null()])
const StaffName = Type.Object({ staffCode: Type.String(), fullName: Type.String() })

const ClassesSchema = Named('ClassList', {
  classes: Type.Array(
    Type.Object({
      classId: Type.String(),
      name: Type.String(),
      grade: Type.Integer(),
      homeroomTeacher: Type.Union([StaffName, Type.Null()]),
      foreignLanguage: orNull,
      students: Type.Integer(),
      subjects: Type.Integer(),
      version: Type.Integer(),
    }),
  ),
})

const StaffSchema = Named('StaffList', {
  staff: Type.Array(
    Type.Object({
      staffCode: Type.String(),
      fullName: Type.String(),
      citizenId: Type.String(),
      birthDate: orNull,
      post: Type.String(),
      subjectGroup: orNull,
      hasLeft: Type.Boolean(),
      version: Type.Integer(),
    }),
  ),
})

const AssignmentsSchema = Named('AssignmentList', {
  assignments: Type.Array(
    Type.Object({
      classId: Type.String(),
      className: Type.String(),
      subject: Type.String(),
      subjectName: Type.String(),
      teacher: Type.Union([StaffName, Type.Null()], {
        description: 'Null of a lesson nobody has been given.',
      }),
      otherTeachers: Type.Array(StaffName),
      periodsPerYear: Type.Integer(),
      version: Type.Union([Type.Integer(), Type.Null()]),
    }),
  ),
})

const StudentsSchema = Named('StudentList', {
  students: Type.Array(
    Type.Object({
      studentCode: Type.String(),
      fullName: Type.String(),
      birthDate: Type.String(),
      gender: Type.String(),
      classId: Type.String(),
      className: Type.String(),
      individualPlan: Type.Boolean(),
      exemptions: Type.Integer(),
      hasCitizenId: Type.Boolean(),
      version: Type.Integer(),
    }),
  ),
  total: Type.Integer(),
})

const problems = problemAnswers(400, 401, 403, 404, 500)

const addClasses = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${yearAddress}/classes`,
    {
      config: { access: 'year.read' },
      schema: {
        operationId: 'listClasses',
        summary: 'The classes of a year',
        tags: ['set-up'],
        params: YearParams,
        response: {
          200: answering<{ readonly classes: readonly ListedClass[] }>(ClassesSchema),
          ...problems,
        },
      },
    },
    async (request) => ({
      classes: await listClasses(school, placeOf(getActor(request), request.params)),
    }),
  )
}

/** Citizen ids are for those who keep the list, not for every colleague. */
const withoutIds = (staff: readonly ListedStaff[]): readonly ListedStaff[] =>
  staff.map((one) => ({ ...one, citizenId: '', birthDate: null }))

const addStaff = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${yearAddress}/staff`,
    {
      config: { access: 'year.read' },
      schema: {
        operationId: 'listStaff',
        summary: 'The staff of a year, by given name; citizen ids only for those who keep the list',
        tags: ['set-up'],
        params: YearParams,
        response: { 200: answering<{ readonly staff: readonly ListedStaff[] }>(StaffSchema), ...problems },
      },
    },
    async (request) => {
      const actor = getActor(request)
      const staff = await listStaff(school, placeOf(actor, request.params))
      const keeps = actor.roles.some((role) =>
        ['principal', 'vice-principal', 'registrar', 'administrator'].includes(role),
      )
      return { staff: keeps ? staff : withoutIds(staff) }
    },
  )
}

const addAssignments = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${yearAddress}/assignments`,
    {
      config: { access: 'year.read' },
      schema: {
        operationId: 'listAssignments',
        summary: 'Who teaches what, class by class',
        tags: ['set-up'],
        params: YearParams,
        response: {
          200: answering<{
            readonly assignments: readonly (ListedAssignment & { readonly subjectName: string })[]
          }>(AssignmentsSchema),
          ...problems,
        },
      },
    },
    async (request) => {
      const { level } = request.params
      const assignments = await listAssignments(school, placeOf(getActor(request), request.params))
      return {
        assignments: assignments.map((one) => ({
          ...one,
          subjectName: findSubject(level, one.subject)?.name ?? one.subject,
        })),
      }
    },
  )
}

const addStudents = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    `${yearAddress}/students`,
    {
      config: { access: 'students.read' },
      schema: {
        operationId: 'listStudents',
        summary: 'The pupils of a year by given name, a page at a time',
        tags: ['set-up'],
        params: YearParams,
        querystring: Type.Object({
          search: Type.Optional(Type.String({ maxLength: 100 })),
          classId: Type.Optional(Type.String({ maxLength: 20 })),
          page: PageNumber,
          pageSize: PageSize,
        }),
        response: {
          200: answering<{ readonly students: readonly ListedStudent[]; readonly total: number }>(
            StudentsSchema,
          ),
          ...problems,
        },
      },
    },
    (request) => {
      const { page, pageSize, ...query } = request.query
      const place = placeOf(getActor(request), request.params)
      return listStudents(school, place, { ...query, ...pagingOf({ page, pageSize }) })
    },
  )
}

/** The lists of a school year: classes, staff, lessons, pupils. */
export const addLists = (api: Api, ports: SchoolPorts): void => {
  for (const schema of [ClassesSchema, StaffSchema, AssignmentsSchema, StudentsSchema]) api.addSchema(schema)
  addClasses(api, ports)
  addStaff(api, ports)
  addAssignments(api, ports)
  addStudents(api, ports)
}
