import { answerOf, api } from '../../api/client.ts'
import type { Change } from '../../grid/model/history.ts'
import { changeAt, type Table } from '../../grid/model/table.ts'
import type { SheetAddress } from './sheet-address.ts'

/** One cell of a file against the sheet, as the server reads it. */
export interface FileCell {
  readonly path: string
  readonly typed: string
  readonly value: string | null
  readonly current: string | null
  readonly currentVersion: number
  readonly outcome: 'new' | 'changed' | 'same' | 'refused'
  readonly message: string | null
  /** 'C7'. */
  readonly at: string
}

/** What a file would change. */
export interface SheetFileReading {
  readonly rows: readonly {
    readonly studentCode: string
    readonly fullName: string
    readonly cells: readonly FileCell[]
  }[]
  readonly unmatched: readonly { readonly row: number; readonly text: string; readonly message: string }[]
  readonly counts: Readonly<Record<FileCell['outcome'], number>>
  /** The person's own file with the refused cells marked, in base64. */
  readonly markedFile: string | null
}

/** Has the server read a file against the sheet; nothing is written. */
export const readSheetFile = async (path: SheetAddress, file: File): Promise<SheetFileReading> => {
  const form = new FormData()
  form.append('file', file)
  return await answerOf(
    api.POST(
      '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}/classes/{classId}/sheets/{sheet}/file',
      {
        params: { path },
        body: form as never,
        bodySerializer: (body: unknown) => body as FormData,
      },
    ),
  )
}

/** The edits a file stands for. Refused cells stay with the file: it goes back marked. */
export const changesOfFile = (table: Table, { rows }: SheetFileReading): readonly Change[] =>
  rows.flatMap(({ studentCode, cells }) =>
    cells.flatMap(({ path, value, outcome }) =>
      (outcome === 'new' || outcome === 'changed') && table.columns.has(path)
        ? (changeAt(table, { studentCode, path }, { value }) ?? [])
        : [],
    ),
  )
