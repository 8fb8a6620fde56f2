/** What one workbook may cost to read. A school of 5,000 pupils stays far below each of these. */
export const limits = {
  /** Bytes of the file. */
  fileBytes: 48 * 1024 * 1024,
  /** Parts in the package. */
  entries: 1500,
  /** Bytes of one part, and of all parts together, when unpacked. */
  partBytes: 96 * 1024 * 1024,
  totalBytes: 192 * 1024 * 1024,
  /** Unpacked to packed, for parts large enough to matter. */
  ratio: 200,
  ratioMattersFrom: 4 * 1024 * 1024,
  nameLength: 200,
  /** Elements within elements in one part. */
  depth: 40,
  sheets: 400,
  rows: 60_000,
  columns: 1200,
  /** Cells of the whole workbook. */
  cells: 3_000_000,
  /** Sheets are held as full rectangles; rows times columns of all together. */
  area: 6_000_000,
  /** Bytes of a part that is not a sheet: texts, styles, lists of parts. */
  sharedBytes: 24 * 1024 * 1024,
} as const
