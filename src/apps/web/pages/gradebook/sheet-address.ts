/** Which sheet of which class of which school's year. */
export interface SheetAddress {
  readonly schoolCode: string
  readonly schoolYear: `${number}-${number}`
  readonly level: 'primary' | 'lower-secondary' | 'upper-secondary'
  readonly classId: string
  readonly sheet: string
}

/** The address as one text, under which drafts are kept. */
export const sheetKeyOf = ({ schoolCode, schoolYear, level, classId, sheet }: SheetAddress): string =>
  [schoolCode, schoolYear, level, classId, sheet].join('/')

/** Where the API has the sheet's files: 'page.pdf', 'file.xlsx'. */
export const sheetFile = (address: SheetAddress, file: string): string => {
  const { schoolCode, schoolYear, level, classId, sheet } = address
  const parts = ['schools', schoolCode, 'years', schoolYear, level, 'classes', classId, 'sheets', sheet, file]
  return `/api/v1/${parts.map(encodeURIComponent).join('/')}`
}
