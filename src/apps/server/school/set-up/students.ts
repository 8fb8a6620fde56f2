import { Type } from 'typebox'
import { findStudent, type StoredStudent } from '../../../../adapters/postgres/set-up/read-student.ts'
import { saveExemptions } from '../../../../adapters/postgres/set-up/save-exemptions.ts'
import {
  moveStudent,
  saveStudent,
  type TypedStudent,
} from '../../../../adapters/postgres/set-up/save-student.ts'
import type { Api } from '../../routes/api.ts'
import { Named } from '../../schemas/shared.ts'
import { answering, notFound } from '../gradebook/answers.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { placeOf, yearAddress } from './places.ts'
import {
  Body,
  byOf,
  Code,
  Name,
  orNull,
  Phrase,
  readAnswers,
  SeenVersion,
  setUpPlaceOf,
  Short,
  StudentParams,
  VersionAnswer,
  Words,
  writeAnswers,
} from './writing.ts'

const Relative = Body({ fullName: Name, occupation: orNull(Name) })
const YearText = Type.Unsafe<`${number}-${number}`>({ type: 'string', pattern: '^\\d{4}-\\d{4}$' })
const DayText = Type.Unsafe<`${number}-${number}-${number}`>({
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
})

const HistoryRow = Body({
  schoolYear: YearText,
  className: Type.String({ minLength: 1, maxLength: 50 }),
  schoolCode: Type.Optional(Code),
  schoolName: Type.String({ minLength: 1, maxLength: 500 }),
  registerNumber: Type.Optional(Short),
  entryDate: Type.Optional(DayText),
})

const profile = {
  citizenId: orNull(Type.String({ maxLength: 20 })),
  foreignPaper: orNull(Short),
  registerNumber: orNull(Short),
  fullName: Name,
  gender: Words(['male', 'female']),
  birthDate: Type.String({ maxLength: 10 }),
  ethnicity: Short,
  nationality: Short,
  birthPlace: Phrase,
  hometown: orNull(Phrase),
  address: Phrase,
  policyGroup: orNull(Phrase),
  father: orNull(Relative),
  mother: orNull(Relative),
  guardian: orNull(Relative),
  entryDate: orNull(Type.String({ maxLength: 10 })),
  yearBefore: orNull(Words(['first', 'paper', 'other-system'])),
  individualPlan: Type.Boolean(),
}

const ExemptionSchema = Body({
  subject: Type.String({ minLength: 1, maxLength: 30 }),
  kind: Words(['exempt', 'practice-exempt']),
  reason: orNull(Phrase),
  decisionNumber: orNull(Short),
})

const StudentSchema = Named('StudentFile', {
  studentCode: Type.String(),
  classId: Type.String(),
  ...profile,
  history: Type.Array(HistoryRow),
  exemptions: Type.Array(ExemptionSchema),
  moves: Type.Array(
    Type.Object({
      fromClass: Type.String(),
      toClass: Type.String(),
      movedOn: Type.String(),
      reason: Type.String(),
    }),
  ),
  version: Type.Integer(),
})

type StudentAnswer = Omit<TypedStudent, 'seenVersion' | 'history'> &
  Pick<StoredStudent, 'history' | 'exemptions' | 'moves' | 'version'> & {
    readonly studentCode: string
    readonly classId: string
  }

const studentAddress = `${yearAddress}/classes/:classId/students/:studentCode`

const relativeOf = (found: { readonly fullName: string; readonly occupation?: string } | undefined) =>
  found === undefined ? null : { fullName: found.fullName, occupation: found.occupation ?? null }

const toAnswer = ({ student, history, exemptions, moves, version }: StoredStudent): StudentAnswer => {
  const { profile: own, classId, entryDate, yearBefore, individualPlan } = student
  return {
    studentCode: own.studentCode,
    classId,
    citizenId: own.citizenId ?? null,
    foreignPaper: own.foreignPaper ?? null,
    registerNumber: own.registerNumber ?? null,
    fullName: own.fullName,
    gender: own.gender,
    birthDate: own.birthDate,
    ethnicity: own.ethnicity,
    nationality: own.nationality,
    birthPlace: own.birthPlace,
    hometown: own.hometown ?? null,
    address: own.address,
    policyGroup: own.policyGroup ?? null,
    father: relativeOf(own.father),
    mother: relativeOf(own.mother),
    guardian: relativeOf(own.guardian),
    entryDate: entryDate ?? null,
    yearBefore: yearBefore ?? null,
    individualPlan: individualPlan ?? false,
    history,
    exemptions,
    moves,
    version,
  }
}

/** GET and PUT …/students/:studentCode. */
const addFile = (api: Api, { school, clock }: SchoolPorts): void => {
  api.addSchema(StudentSchema)
  api.get(
    studentAddress,
    {
      config: { access: 'students.read' },
      schema: {
        operationId: 'getStudent',
        summary: 'A pupil’s profile, years before, exemptions and moves',
        tags: ['set-up'],
        params: StudentParams,
        response: { 200: answering<StudentAnswer>(StudentSchema), ...readAnswers },
      },
    },
    async (request, reply) => {
      const { classId, studentCode } = request.params
      const place = { ...placeOf(getActor(request), request.params), classId }
      const found = await findStudent(school, place, studentCode)
      return found === undefined ? notFound(reply) : toAnswer(found)
    },
  )
  api.put(
    studentAddress,
    {
      config: { access: 'students.write' },
      schema: {
        operationId: 'saveStudent',
        summary: 'Enrol a pupil in a class, or change their profile',
        description: 'Without `history` the years before stay as they are.',
        tags: ['set-up'],
        params: StudentParams,
        body: Body({
          ...profile,
          history: Type.Optional(Type.Array(HistoryRow, { maxItems: 40 })),
          seenVersion: SeenVersion,
        }),
        response: { 200: VersionAnswer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { classId, studentCode, ...year } = request.params
      const place = { ...setUpPlaceOf(actor, year), classId, studentCode }
      return saveStudent(school, place, request.body, byOf(actor, clock))
    },
  )
}

/** POST …/moves and PUT …/exemptions. */
const addMovesAndExemptions = (api: Api, { school, clock }: SchoolPorts): void => {
  api.post(
    `${studentAddress}/moves`,
    {
      config: { access: 'students.write' },
      schema: {
        operationId: 'moveStudent',
        summary: 'Move a pupil to another class of the same grade',
        tags: ['set-up'],
        params: StudentParams,
        body: Body({ toClassId: Code, movedOn: Type.String({ maxLength: 10 }), reason: Phrase }),
        response: { 200: VersionAnswer, ...writeAnswers },
      },
    },
    (request) => {
      const actor = getActor(request)
      const { classId, studentCode, ...year } = request.params
      const place = { ...setUpPlaceOf(actor, year), classId, studentCode }
      return moveStudent(school, place, request.body, byOf(actor, clock))
    },
  )
  api.put(
    `${studentAddress}/exemptions`,
    {
      config: { access: 'students.write' },
      schema: {
        operationId: 'saveExemptions',
        summary: 'From what a pupil is exempt, as a whole',
        tags: ['set-up'],
        params: StudentParams,
        body: Body({ exemptions: Type.Array(ExemptionSchema, { maxItems: 40 }) }),
        response: { 204: Type.Null(), ...writeAnswers },
      },
    },
    async (request, reply) => {
      const actor = getActor(request)
      const { classId, studentCode, ...year } = request.params
      const place = { ...setUpPlaceOf(actor, year), classId, studentCode }
      await saveExemptions(school, place, request.body.exemptions, byOf(actor, clock))
      return reply.code(204).send(null)
    },
  )
}

/** The routes of one pupil's file (hồ sơ học sinh). */
export const addStudentFiles = (api: Api, ports: SchoolPorts): void => {
  addFile(api, ports)
  addMovesAndExemptions(api, ports)
}
