import { normalizeText } from '../../../shared/text.ts'
import { citizenId, opaqueCode, staffCode, studentCode } from '../../workbook/values/code.ts'
import { partialDate, plainDate } from '../../workbook/values/date.ts'
import type { Parse } from '../../workbook/values/parsed.ts'
import { text } from '../../workbook/values/text.ts'
import { refuseInput } from './set-up-rows.ts'

/** Reads what was typed into a field exactly as the workbook's reader reads its cell; refuses naming the field. */
const reading =
  <T>(parse: Parse<T>) =>
  (field: string, typed: string): T => {
    const parsed = parse(normalizeText(typed))
    if ('value' in parsed) return parsed.value
    throw refuseInput(`Mục '${field}': ${parsed.message} → ${parsed.remedy}.`)
  }

const orNull =
  <T>(read: (field: string, typed: string) => T) =>
  (field: string, typed: string | null): T | null =>
    typed === null || normalizeText(typed) === '' ? null : read(field, typed)

export const readCitizenId = reading(citizenId)
export const readStaffCode = reading(staffCode)
export const readStudentCode = reading(studentCode)
export const readClassId = reading(opaqueCode)
export const readDay = reading(plainDate)
export const readBirthDate = reading(partialDate)
export const readCitizenIdOrNull = orNull(readCitizenId)
export const readDayOrNull = orNull(readDay)

/** A text that must be there, of at most so many characters. */
export const readText = (field: string, typed: string, longest: number): string => {
  if (normalizeText(typed) === '') throw refuseInput(`Mục '${field}' còn trống → hãy điền.`)
  return reading(text(longest))(field, typed)
}

/** A text that may be missing. */
export const readTextOrNull = (field: string, typed: string | null, longest: number): string | null =>
  orNull((name, value) => readText(name, value, longest))(field, typed)
