import { answerOf, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'

/** What a workbook changes, or has changed. */
export type WorkbookImport = components['schemas']['WorkbookImport']

/** Sends a workbook to be looked at, or to be brought in. */
export const sendWorkbook = async (
  schoolCode: string,
  file: File,
  isToBeSaved: boolean,
): Promise<WorkbookImport> => {
  const form = new FormData()
  form.append('file', file)
  return await answerOf(
    api.POST('/api/v1/schools/{schoolCode}/workbooks', {
      params: { path: { schoolCode }, query: { commit: isToBeSaved ? 'true' : 'false' } },
      body: form as never,
      bodySerializer: (body: unknown) => body as FormData,
    }),
  )
}
