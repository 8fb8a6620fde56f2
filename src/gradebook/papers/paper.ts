/** What one cell of a table shows; a number also as a number, for spreadsheets. */
export type PaperCell = string | PaperNumber

export interface PaperNumber {
  /** As printed, with a decimal comma. */
  readonly text: string
  readonly number: number
}

/** A column of a table on paper. */
export interface PaperColumn {
  /** From the top down; neighbours under the same caption share it. */
  readonly captions: readonly string[]
  /** In millimetres; 'rest' takes what the others leave. */
  readonly width: number | 'rest'
  readonly align: 'left' | 'center'
  /** Whether the last caption is written upwards. */
  readonly isTurned?: boolean
}

/** A place for one signature: the titles above it, what is asked, and whose name is printed. */
export interface PaperSignature {
  readonly titles: readonly string[]
  readonly hint: string
  readonly name: string
}

/** A caption and its value on a line. */
export interface PaperLine {
  readonly caption: string
  readonly value: string
}

/** Bìa: the cover. */
export interface PaperCover {
  readonly kind: 'cover'
  readonly tab: string
  readonly places: readonly PaperLine[]
  readonly titles: readonly string[]
  readonly lines: readonly PaperLine[]
  readonly foot: string
}

/** A page of text, or the title page of a part when it has no paragraphs. */
export interface PaperText {
  readonly kind: 'text'
  readonly tab: string
  readonly titles: readonly string[]
  readonly lines: readonly PaperLine[]
  readonly paragraphs: readonly string[]
}

/** A table with what stands above and below it. */
export interface PaperTable {
  readonly kind: 'table'
  readonly tab: string
  readonly orientation: 'portrait' | 'landscape'
  /** 'tiny' where a class has many narrow columns. */
  readonly size: 'normal' | 'small' | 'tiny'
  readonly titles: readonly string[]
  /** The line under the titles: left and right. */
  readonly left: string
  readonly right: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly PaperCell[])[]
  readonly notes: readonly string[]
  /** A framed summing up below the table. */
  readonly box: { readonly title: string; readonly lines: readonly string[] } | null
  /** 'Bến Trúc, ngày … tháng … năm 20…', above the last signature. */
  readonly dateLine: string
  readonly signatures: readonly PaperSignature[]
  /** Follows the section before on the same page, if there is room. */
  readonly continues: boolean
}

export type PaperSection = PaperCover | PaperText | PaperTable

/** A paper of a class (sổ, bảng tổng hợp), laid out but not yet printed. */
export interface ClassPaper {
  readonly title: string
  readonly sections: readonly PaperSection[]
}
