/** Why a file is not a workbook that may be read: what is wrong, and what to do. */
export interface PackageFault {
  readonly message: string
  readonly remedy: string
  /** The sheet's name, or the part's where the sheet is not known. */
  readonly sheet?: string
  readonly cell?: string
  readonly value?: string
}

/** Either what was asked for, or why not. */
export type OrFault<T> = { readonly ok: T } | { readonly fault: PackageFault }

export const saveAgain = 'mở tệp bằng Excel hoặc LibreOffice, lưu lại thành .xlsx rồi gửi lại'

export const fault = (message: string, remedy = saveAgain, value = ''): { fault: PackageFault } => ({
  fault: { message, remedy, value },
})
