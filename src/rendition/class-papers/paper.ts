/** What one cell shows; whatever else is known of it is not printed. */
export type PrintedCell = string | { readonly text: string }

/** A column: captions from the top down, and its width in millimetres or what the others leave. */
export interface PrintedColumn {
  readonly captions: readonly string[]
  readonly width: number | 'rest'
  readonly align: 'left' | 'center'
  readonly isTurned?: boolean
}

export interface PrintedLine {
  readonly caption: string
  readonly value: string
}

export interface PrintedSignature {
  readonly titles: readonly string[]
  readonly hint: string
  readonly name: string
}

/** One page or one table of a class's paper. Layout only: what it means is not known here. */
export type PrintedSection =
  | {
      readonly kind: 'cover'
      readonly places: readonly PrintedLine[]
      readonly titles: readonly string[]
      readonly lines: readonly PrintedLine[]
      readonly foot: string
    }
  | {
      readonly kind: 'text'
      readonly titles: readonly string[]
      readonly lines: readonly PrintedLine[]
      readonly paragraphs: readonly string[]
    }
  | {
      readonly kind: 'table'
      readonly orientation: 'portrait' | 'landscape'
      readonly size: 'normal' | 'small' | 'tiny'
      readonly titles: readonly string[]
      readonly left: string
      readonly right: string
      readonly columns: readonly PrintedColumn[]
      readonly rows: readonly (readonly PrintedCell[])[]
      readonly notes: readonly string[]
      readonly box: { readonly title: string; readonly lines: readonly string[] } | null
      readonly dateLine: string
      readonly signatures: readonly PrintedSignature[]
      readonly continues: boolean
    }

/** A paper of a class (sổ, bảng tổng hợp) as it is to be printed. */
export interface PrintedPaper {
  readonly title: string
  readonly sections: readonly PrintedSection[]
}

/** Who prints, and when: shown on every page, because such a page is no confirmed paper. */
export interface Printing {
  readonly by: string
  readonly at: Date
}
