import { Type, type Static } from 'typebox'
import type { Actor } from '../../../../accounts/index.ts'
import type { YearPlace } from '../../../../adapters/postgres/set-up/lists.ts'
import { LevelSchema } from '../accounts/schemas.ts'

/** The address of one level of a school in one year. */
export const yearAddress = '/api/v1/schools/:schoolCode/years/:schoolYear/:level'

export const YearParams = Type.Object({
  schoolCode: Type.String({ minLength: 1, maxLength: 20 }),
  schoolYear: Type.String({ pattern: '^\\d{4}-\\d{4}$' }),
  level: LevelSchema,
})

/** The year an address names, in the school of whoever asks. */
export const placeOf = ({ tenant }: Actor, { schoolYear, level }: Static<typeof YearParams>): YearPlace => ({
  tenant,
  schoolYear,
  level,
})
