import { Type } from 'typebox'
import { addSchoolYear } from '../../../../adapters/postgres/school/add-school-year.ts'
import { listSchoolYears } from '../../../../adapters/postgres/school/read-school-year.ts'
import { listAssignments } from '../../../../adapters/postgres/set-up/list-assignments.ts'
import { findYear, type YearOverview } from '../../../../adapters/postgres/set-up/lists.ts'
import { textLimits } from '../../../../shared/limits.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { isSchoolYear } from '../../../../shared/school-year.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { LevelSchema, SchoolParams } from '../accounts/schemas.ts'
import { notFound } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { placeOf, YearParams, yearAddress } from './places.ts'

const orNull = Type.Union([Type.String(), Type.Null()])

const YearLine = Type.Object({
  schoolYear: Type.String(),
  level: LevelSchema,
  name: Type.String(),
  classes: Type.Integer(),
  students: Type.Integer(),
})

/** GET …/years: the school years of a school. */
const addListYears = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    '/api/v1/schools/:schoolCode/years',
    {
      config: { access: 'school.read' },
      schema: {
        operationId: 'listYears',
        summary: 'The school years of a school, newest first',
        tags: ['set-up'],
        params: SchoolParams,
        response: {
          200: Type.Object({ years: Type.Array(YearLine) }),
          ...problemAnswers(401, 403, 404, 500),
        },
      },
    },
    async (request) => {
      const years = await listSchoolYears(school, getActor(request).schoolCode)
      return { years: years.map(({ schoolName, ...year }) => ({ ...year, name: schoolName })).toReversed() }
    },
  )
}

const Name = Type.String({ minLength: 1, maxLength: textLimits.name })
const Code = Type.String({ minLength: 1, maxLength: 20 })

/** POST …/years: begins a school year by hand. */
const addAddYear = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    '/api/v1/schools/:schoolCode/years',
    {
      config: { access: 'year.set-up' },
      schema: {
        operationId: 'addYear',
        summary: 'Begin a school year by hand',
        tags: ['set-up'],
        params: SchoolParams,
        body: Type.Object(
          {
            schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }),
            level: LevelSchema,
            name: Type.String({ minLength: 1, maxLength: textLimits.phrase }),
            wardCode: Code,
            wardName: Name,
            provinceCode: Code,
            provinceName: Name,
            signingPlace: Type.String({ minLength: 1, maxLength: textLimits.short }),
          },
          { additionalProperties: false },
        ),
        response: { 201: YearLine, ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 500) },
      },
    },
    async (request, reply) => {
      const { schoolCode, fullName, accountId } = getActor(request)
      const { body } = request
      if (!isSchoolYear(body.schoolYear))
        throw new Refusal(
          'input-not-accepted',
          `Năm học '${body.schoolYear}' không đúng, ví dụ đúng: 2026-2027.`,
        )
      await addSchoolYear(school, { schoolCode, ...body }, { now: clock(), by: fullName, accountId })
      const { schoolYear, level, name } = body
      return reply.code(201).send({ schoolYear, level, name, classes: 0, students: 0 })
    },
  )
}

const linesOf = (
  code: string,
  { name, wardCode, wardName, provinceCode, provinceName, signingPlace, article9_3 }: YearOverview,
) => ({ code, name, wardCode, wardName, provinceCode, provinceName, signingPlace, article9_3 })

const onBehalfOf = ({ onBehalfDecision, onBehalfReason }: YearOverview) =>
  onBehalfDecision === null || onBehalfReason === null
    ? null
    : { decisionNumber: onBehalfDecision, reason: onBehalfReason }

const gapsOf = (year: YearOverview, lessonsWithoutTeacher: number) =>
  [
    { code: 'no-classes', text: 'Chưa có lớp nào', count: year.classes === 0 ? 1 : 0 },
    { code: 'no-staff', text: 'Chưa có cán bộ, giáo viên nào', count: year.staff === 0 ? 1 : 0 },
    {
      code: 'no-approver',
      text: 'Chưa rõ ai ký với tư cách hiệu trưởng',
      count: year.approverName === null ? 1 : 0,
    },
    { code: 'empty-classes', text: 'Lớp chưa có học sinh', count: year.emptyClasses },
    {
      code: 'left-teachers',
      text: 'Môn học của giáo viên đã chuyển đi, chưa phân công lại',
      count: year.teachersWhoLeft,
    },
    { code: 'no-teacher', text: 'Môn học của lớp chưa có giáo viên', count: lessonsWithoutTeacher },
    {
      code: 'no-homeroom-teacher',
      text: 'Lớp chưa có giáo viên chủ nhiệm',
      count: year.classesWithoutHomeroomTeacher,
    },
    {
      code: 'no-citizen-id',
      text: 'Học sinh chưa có số định danh cá nhân',
      count: year.studentsWithoutCitizenId,
    },
  ].filter(({ count }) => count > 0)

/** GET …/years/:schoolYear/:level: a year at a glance, and what is missing. */
const addGetYear = (api: Api, { school }: SchoolPorts): void => {
  api.get(
    yearAddress,
    {
      config: { access: 'year.read' },
      schema: {
        operationId: 'getYear',
        summary: 'A school year at a glance, and what is missing',
        tags: ['set-up'],
        params: YearParams,
        response: {
          200: Type.Object({
            schoolYear: Type.String(),
            level: LevelSchema,
            school: Type.Object({
              code: Type.String(),
              name: Type.String(),
              wardCode: Type.String(),
              wardName: Type.String(),
              provinceCode: Type.String(),
              provinceName: Type.String(),
              signingPlace: Type.String(),
              article9_3: orNull,
            }),
            counts: Type.Object({
              classes: Type.Integer(),
              students: Type.Integer(),
              staff: Type.Integer(),
              assignments: Type.Integer(),
            }),
            approver: Type.Union([
              Type.Object({ staffCode: Type.String(), fullName: Type.String() }),
              Type.Null(),
            ]),
            onBehalf: Type.Union([
              Type.Object({ decisionNumber: Type.String(), reason: Type.String() }),
              Type.Null(),
            ]),
            version: Type.Integer(),
            gaps: Type.Array(
              Type.Object({ code: Type.String(), text: Type.String(), count: Type.Integer() }),
            ),
          }),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const place = placeOf(actor, request.params)
      const year = await findYear(school, place)
      if (year === undefined) return notFound(reply)
      const lessons = await listAssignments(school, place)
      const { approver, approverName, version } = year
      const { classes, students, staff, assignments } = year
      return {
        schoolYear: request.params.schoolYear,
        level: request.params.level,
        school: linesOf(actor.schoolCode, year),
        counts: { classes, students, staff, assignments },
        approver: approverName === null ? null : { staffCode: approver, fullName: approverName },
        onBehalf: onBehalfOf(year),
        version,
        gaps: gapsOf(year, lessons.filter(({ teacher }) => teacher === null).length),
      }
    },
  )
}

/** The routes of school years as wholes. */
export const addYears = (api: Api, ports: SchoolPorts): void => {
  addListYears(api, ports)
  addAddYear(api, ports)
  addGetYear(api, ports)
}
