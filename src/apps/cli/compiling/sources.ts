import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LookupCode } from '../../../shared/ids.ts'
import { Refusal } from '../../../shared/refusal.ts'
import {
  createShelf,
  examineDocument,
  findingKinds,
  linksOf,
  relate,
  type DocumentContext,
  type VerifiedFile,
} from '../../../verification/index.ts'

/** A folder of issued files: its data, and its sealed pages where there are any. */
export interface IssuedFolder {
  readonly data: string
  readonly pages: string
  readonly names: readonly string[]
}

const listNames = async (folder: string): Promise<readonly string[] | undefined> => {
  try {
    return await readdir(folder)
  } catch {
    return undefined
  }
}

/** Opens a folder as `issue` leaves it, with `xml` and `pdf` inside, or a plain folder of XML files. */
export const openIssuedFolder = async (folder: string): Promise<IssuedFolder> => {
  const pages = join(folder, 'pdf')
  const inside = await listNames(join(folder, 'xml'))
  if (inside !== undefined) return { data: join(folder, 'xml'), pages, names: inside }
  const names = await listNames(folder)
  if (names === undefined)
    throw new Refusal('file-not-readable', `Không đọc được thư mục ${folder}. Hãy kiểm tra đường dẫn.`)
  return { data: folder, pages, names }
}

const refuseSource = (name: string, reason: string): Refusal =>
  new Refusal('book-not-accepted', `Chưa tổng hợp: ${name} ${reason}. Chưa có tệp nào được ghi.`)

const mustPass = (name: string, { verification }: VerifiedFile): void => {
  if (verification.verdict === 'passed') return
  const reasons = verification.findings
    .filter(({ code }) => findingKinds[code].effect !== 'informs')
    .slice(0, 3)
    .map(({ text, at }) => `${text} (${at})`)
  throw refuseSource(name, `không qua được kiểm tra (${verification.verdict}): ${reasons.join('; ')}`)
}

const readSource = async (
  { data }: IssuedFolder,
  name: string,
  code: LookupCode,
  context: DocumentContext,
): Promise<VerifiedFile> => {
  const { books, verification } = await examineDocument(await readFile(join(data, name)), context)
  const [file] = books
  if (file === undefined)
    throw refuseSource(name, `không phải là học bạ (${verification.findings[0]?.text ?? ''})`)
  mustPass(name, file)
  if (file.book.data.report.identity.bookLookupCode !== code)
    throw refuseSource(name, 'là của học bạ có mã tra cứu khác')
  return file
}

const newestOfYear = (files: readonly VerifiedFile[]): VerifiedFile =>
  files.reduce((one, other) => (linksOf(other.book).version > linksOf(one.book).version ? other : one))

/**
 * The years of one book in a folder, in their order and each in its newest version; every file has passed, and each
 * year follows the one before it. Refused otherwise.
 */
export const readYears = async (
  folder: IssuedFolder,
  code: LookupCode,
  context: DocumentContext,
): Promise<readonly VerifiedFile[]> => {
  const names = folder.names.filter((name) => name.startsWith(`${code}-`) && name.endsWith('.xml')).toSorted()
  if (names.length === 0)
    throw new Refusal('file-not-readable', `Trong ${folder.data} không có học bạ nào có mã tra cứu ${code}.`)
  const shelf = createShelf()
  const files: VerifiedFile[] = []
  for (const name of names) files.push(await readSource(folder, name, code, context))
  for (const { book } of files) shelf.add(linksOf(book))
  const years = [...Map.groupBy(files, ({ book }) => linksOf(book).schoolYear)]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([, versions]) => newestOfYear(versions))
  for (const file of years) {
    const related = relate(file.verification, linksOf(file.book), shelf)
    mustPass(`năm học ${linksOf(file.book).schoolYear}`, { ...file, verification: related })
  }
  return years
}
