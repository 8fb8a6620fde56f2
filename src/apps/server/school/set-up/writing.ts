import { Type, type TSchema } from 'typebox'
import type { SetUpBy, SetUpPlace } from '../../../../adapters/postgres/set-up/set-up-act.ts'
import type { Actor } from '../../../../accounts/index.ts'
import type { EducationLevel } from '../../../../shared/education-level.ts'
import { isSchoolYear } from '../../../../shared/school-year.ts'
import { textLimits } from '../../../../shared/limits.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { YearParams } from './places.ts'

export const orNull = <const S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

/** A closed list of words. */
export const Words = <const W extends readonly string[]>(words: W) =>
  Type.Unsafe<W[number]>({ type: 'string', enum: [...words] })

/** A body that holds these and nothing else. */
export const Body = <const P extends Record<string, TSchema>>(properties: P) =>
  Type.Object(properties, { additionalProperties: false })

export const Code = Type.String({ minLength: 1, maxLength: 20 })
export const Name = Type.String({ maxLength: textLimits.name })
export const Phrase = Type.String({ maxLength: textLimits.phrase })
export const Short = Type.String({ maxLength: 60 })
export const Periods = Type.Integer({ minimum: 1, maximum: 2000 })
export const SeenVersion = orNull(Type.Integer({ minimum: 1 }))

export const ClassParams = Type.Object({ ...YearParams.properties, classId: Code })
export const StudentParams = Type.Object({ ...ClassParams.properties, studentCode: Code })

/** What is taken out is taken out as it was seen. */
export const SeenQuery = Type.Object({ seenVersion: Type.String({ pattern: '^[1-9][0-9]{0,8}$' }) })

export const readAnswers = problemAnswers(400, 401, 403, 404, 500)
export const writeAnswers = problemAnswers(400, 401, 403, 404, 409, 413, 415, 422, 500)

/** The answer of what was written: its version now. */
export const VersionAnswer = Type.Object({ version: orNull(Type.Integer()) })

/** The year an address names, to be written to. Refused where its school year is none. */
export const setUpPlaceOf = (
  { schoolCode }: Actor,
  { schoolYear, level }: { readonly schoolYear: string; readonly level: EducationLevel },
): SetUpPlace => {
  if (!isSchoolYear(schoolYear))
    throw new Refusal(
      'school-year-not-found',
      `'${schoolYear}' không phải là năm học, ví dụ đúng: 2026-2027.`,
    )
  return { schoolCode, schoolYear, level }
}

/** Who writes, and when. */
export const byOf = ({ accountId, fullName }: Actor, clock: () => Date): SetUpBy => ({
  account: { accountId, fullName },
  now: clock(),
})
