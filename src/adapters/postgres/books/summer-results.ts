import { evaluate } from '../../../evaluation/index.ts'
import { readClassResultsIn } from '../gradebook/class-results.ts'
import type { SheetPlace } from '../gradebook/sheet-facts.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/**
 * Pupils of whom a sheet has a result of the summer although their year does not wait for one (TT 22/2021, Điều 13,
 * Điều 14), by their names.
 */
export const listNotAllowedSummer = async (
  transaction: SchoolTransaction,
  place: SheetPlace,
): Promise<readonly string[]> => {
  const results = await readClassResultsIn(transaction, place)
  const own = place.sheet === 'homeroom' ? 'conduct.' : `subjects.${place.sheet}.`
  return (results?.students ?? [])
    .filter(({ input }) =>
      evaluate(input).findings.some(({ code, at }) => code === 'summer-not-allowed' && at.startsWith(own)),
    )
    .map(({ fullName }) => fullName)
}
