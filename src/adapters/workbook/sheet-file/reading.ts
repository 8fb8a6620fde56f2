/** What a file says of one cell, compared with what stands there. */
export interface ReadCell {
  readonly path: string
  /** As typed in the file. */
  readonly typed: string
  /** As it would be stored; null where it is emptied, or refused. */
  readonly value: string | null
  readonly current: string | null
  readonly currentVersion: number
  readonly outcome: 'new' | 'changed' | 'same' | 'refused'
  /** Why it is refused, or what else to know before it is taken. */
  readonly message: string | null
  /** 'C7' of the file. */
  readonly at: string
}

/** One pupil's row of a file. */
export interface ReadRow {
  readonly studentCode: string
  readonly fullName: string
  readonly cells: readonly ReadCell[]
}

/** A row that is nobody's, with its number in the file. */
export interface UnmatchedRow {
  readonly row: number
  readonly text: string
  readonly message: string
}

/** What a file would bring to a sheet; nothing is written (so sánh trước khi nhập). */
export interface SheetFileReading {
  readonly rows: readonly ReadRow[]
  readonly unmatched: readonly UnmatchedRow[]
  readonly counts: Readonly<Record<ReadCell['outcome'] | 'unmatched', number>>
  /** The file itself with what was refused coloured and explained; null where nothing was. */
  readonly markedFile: Uint8Array | null
}
