import type { RunPrepared } from '../connect.ts'
import type { CellOutcome, Save } from './save-cells.ts'
import { actStatement, savedStatement } from './save-statements.ts'

/**
 * Writes the act of a save. False where the number was used before: then what it was answered is there to be read,
 * because whoever comes second waits here until the first has finished.
 */
export const openAct = async (
  run: RunPrepared,
  { saveId, place, account, source, now }: Save,
): Promise<boolean> => {
  const { tenant, schoolYear, level, classId, sheet } = place
  const { accountId, fullName } = account
  const values = [tenant, saveId, schoolYear, level, now, fullName, accountId, classId, sheet, source]
  return (await run(actStatement, values)).length === 1
}

/** What of an outcome does not stand in the save itself. */
type KeptOutcome = Omit<CellOutcome, 'studentCode' | 'path' | 'value'> & { readonly value?: string | null }

const toKept = (
  { outcome, value, version, byName, at, message }: CellOutcome,
  sent: string | null,
): KeptOutcome => ({
  outcome,
  version,
  byName,
  at,
  message,
  ...(value === sent ? {} : { value }),
})

/** What a save is answered with, as it is kept. */
export const keptOutcomes = ({ cells }: Save, outcomes: readonly CellOutcome[]): string =>
  JSON.stringify(outcomes.map((outcome, index) => toKept(outcome, cells[index]?.value ?? null)))

/** What a save was answered with, and the digest of what had been sent. */
export const findSaved = async (
  run: RunPrepared,
  { place, saveId, cells }: Save,
): Promise<{ readonly digest: Buffer; readonly outcomes: readonly CellOutcome[] } | undefined> => {
  const [found] = await run<{ readonly digest: Buffer; readonly outcomes: readonly KeptOutcome[] }>(
    savedStatement,
    [place.tenant, place.schoolYear, saveId],
  )
  if (found === undefined) return undefined
  const outcomes = found.outcomes.map((kept, index): CellOutcome => {
    const { studentCode = '', path = '', value = null } = cells[index] ?? {}
    return { studentCode, path, value, ...kept }
  })
  return { digest: found.digest, outcomes }
}
