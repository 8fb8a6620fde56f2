import { answerOf, api } from '../../api/client.ts'
import { asProblem } from '../../api/problem.ts'
import type { Batch, Failure, Outcome } from '../../grid/saving/batch.ts'
import type { Sheet } from '../../grid/index.ts'
import type { SheetChanges } from '../../grid/saving/saver-ports.ts'
import type { SheetAddress } from './sheet-address.ts'

const sheetPath =
  '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}' as const

/** A sheet with all its cells; of attendance the columns of one month. */
export const getSheet = async (path: SheetAddress, month: string | undefined): Promise<Sheet> =>
  (await answerOf(
    api.GET(sheetPath, { params: { path, query: month === undefined ? {} : { month } } }),
  )) as Sheet

/** Sends a batch; the answers come in the order of its cells. */
export const saveCells = async (path: SheetAddress, batch: Batch): Promise<readonly Outcome[]> => {
  const { saveId, source, cells } = batch
  const { outcomes } = await answerOf(
    api.POST(`${sheetPath}/cells`, { params: { path }, body: { saveId, source, cells: [...cells] } }),
  )
  return outcomes
}

/** What others wrote since a moment. */
export const listSheetChanges = (path: SheetAddress, since: string): Promise<SheetChanges> =>
  answerOf(api.GET(`${sheetPath}/changes`, { params: { path, query: { since } } }))

/** Who wrote what on the sheet, or in one cell, latest first. */
export const getCellTrace = async (
  path: SheetAddress,
  query: { readonly studentCode?: string; readonly path?: string },
) => (await answerOf(api.GET(`${sheetPath}/trace`, { params: { path, query } }))).entries

/** The sheets that are this person's work this year. */
export const listMySheets = async ({
  schoolCode,
  schoolYear,
  level,
}: Pick<SheetAddress, 'schoolCode' | 'schoolYear' | 'level'>) =>
  (
    await answerOf(
      api.GET('/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/work', {
        params: { path: { schoolCode, schoolYear, level } },
      }),
    )
  ).sheets

/** What a failed request means for what is typed: to be tried again, to wait for signing in, or refused. */
export const toFailure = (error: unknown): Failure => {
  const { code, status, message } = asProblem(error)
  if (code === 'not-signed-in') return { kind: 'signed-out' }
  const isPassing = status === 0 || status === 429 || status >= 500
  return isPassing ? { kind: 'unreachable' } : { kind: 'refused', message }
}
