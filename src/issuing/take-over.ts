import { readBook, type BookFile } from '../bookfile/index.ts'
import {
  lookupKey,
  type RegisteredVersion,
  type RegisteredYear,
  type RegistryPorts,
} from '../registry/index.ts'
import { Refusal } from '../shared/refusal.ts'
import { withSignature, type SigningSheet } from '../signing/index.ts'

/** A version that is on record already, with the sheet under the seal that it has there. */
export interface TakenOver {
  readonly sheet: SigningSheet
  readonly version: RegisteredVersion
}

const keyOf = ({ data }: SigningSheet): string => lookupKey(data.report.identity.yearLookupCode)

/** What the registry holds of the years of some sheets. */
export const listYearsOf = (
  sheets: readonly SigningSheet[],
  { years }: RegistryPorts,
): Promise<readonly RegisteredYear[]> =>
  sheets.length === 0 ? Promise.resolve([]) : years.list(sheets.map(keyOf))

/**
 * The version of a sheet that is on record, if there is one: sealed before whoever sealed it could write that down.
 * Refused where it says something else, or bears other signatures, than the sheet.
 */
export const takeOver = async (
  sheet: SigningSheet,
  years: readonly RegisteredYear[],
  { files }: RegistryPorts,
): Promise<TakenOver | undefined> => {
  const year = years.find(({ identity }) => identity.yearKey === keyOf(sheet))
  const version = year?.versions.find((one) => one.version === sheet.data.report.version.number)
  if (version === undefined) return undefined
  const bytes = await files.read(version.xml.sha256)
  const reading = bytes === undefined ? { fault: 'missing' } : readBook(bytes)
  if ('fault' in reading) throw new Error('a registered book must be readable', { cause: reading.fault })
  return { sheet: withSealOf(sheet, reading.book), version }
}

const seal = 's-truong'

const withSealOf = (sheet: SigningSheet, { data, signatures, signatureTexts }: BookFile): SigningSheet => {
  const texts = new Map(signatures.map(({ id }, index) => [id, signatureTexts[index]]))
  const isSame =
    data.digestOf('hb') === sheet.data.digestOf('hb') &&
    [...sheet.made].every(([id, { text }]) => texts.get(id) === text)
  const slot = sheet.slots.find(({ id }) => id === seal)
  const signature = signatures.find(({ id }) => id === seal)
  const text = texts.get(seal)
  if (!isSame || slot === undefined || signature === undefined || text === undefined) throw refuseOther(sheet)
  return withSignature(sheet, slot, { text, valueDigest: signature.valueDigest })
}

const refuseOther = ({ data }: SigningSheet): Refusal => {
  const { identity, version } = data.report
  return new Refusal(
    'book-not-accepted',
    `CSDL học bạ đã có phiên bản ${version.number} của ${identity.fullName} (${identity.studentCode}) với nội dung ` +
      'khác bản này, nên chưa phát hành. Hãy tra cứu bản đã phát hành; nếu bản đó sai thì đề nghị đính chính.',
  )
}
