import { Type } from 'typebox'

/** Which month of attendance. */
export const MonthQuery = Type.Object({
  month: Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'Of attendance.' })),
})
