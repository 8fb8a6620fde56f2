import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Signer, TimestampAuthority } from '../crypto/ports.ts'
import type { KeyHolder, SealHolder, SigningDesk } from '../issuing/index.ts'
import type { RegistryPorts } from '../registry/index.ts'
import type { Seal } from '../sealing/index.ts'
import { Refusal } from '../shared/refusal.ts'
import { isKeyOf } from '../signing/index.ts'
import { verifyBook, type DocumentContext } from '../verification/index.ts'
import { createInspection } from './inspect-report.ts'
import { parseKeyFile, readOwnFile, refuseKey, type FiledKey } from './key-file.ts'
import { deskPagesOf, type PageMakingParts } from './page-making.ts'
import { httpTimestampAuthority } from './timestamp-http.ts'

/** What a folder of keys is joined to, beside its own files; without a typesetter no pages are made. */
export interface KeyFolderParts
  extends Pick<DocumentContext, 'trust' | 'source'>, Omit<PageMakingParts, 'typesetter'> {
  readonly registry: RegistryPorts
  readonly typesetter?: PageMakingParts['typesetter']
}

/**
 * Thư mục khóa: a desk (nơi kí) whose keys lie in a folder. `<staffCode>-<schoolCode>.pem` is a person's,
 * `con-dau-<schoolCode>.pem` the school's seal, `dich-vu.json` says who stamps the time. A key is read each time it is
 * asked for, so that one may be put there, or taken away, while the server runs.
 */
export const openKeyFolder = async (
  folder: string,
  { trust, source, verificationUrl, clock, registry, typesetter }: KeyFolderParts,
): Promise<SigningDesk> => {
  const timestamps = await openTimestamps(folder)
  const status = source === undefined ? {} : { source }
  const { pages, ...checking } = deskPagesOf(
    { verificationUrl, clock, ...(typesetter && { typesetter }) },
    trust,
  )
  return {
    findSigner: (person) => findSigner(folder, person, clock()),
    findSeal: (school) => findSeal(folder, school, { timestamps, now: clock() }),
    inspect: (book) => verifyBook(book, { trust, now: clock() }),
    ...(pages && { pages }),
    registry,
    inspectReport: createInspection({ trust, verificationUrl, ...status, ...checking }, clock),
  }
}

const findKey = async (folder: string, name: string, now: Date): Promise<FiledKey | undefined> => {
  // A code is a word of the school's own; it never leads out of the folder.
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name)) return undefined
  const pem = await readOwnFile(join(folder, name), name)
  return pem === undefined ? undefined : parseKeyFile(pem, name, now)
}

const findSigner = async (
  folder: string,
  { staffCode, schoolCode, citizenId, fullName }: KeyHolder,
  now: Date,
): Promise<Signer | undefined> => {
  const name = `${staffCode}-${schoolCode}.pem`
  const found = await findKey(folder, name, now)
  if (found !== undefined && !isKeyOf(found.signer, citizenId))
    return refuseKey(
      name,
      `chứng thư số không mang số định danh của ${fullName} trong hồ sơ cán bộ. Hãy sửa hồ sơ hoặc dùng đúng khóa.`,
    )
  return found?.signer
}

const findSeal = async (
  folder: string,
  { code, name: schoolName }: SealHolder,
  { timestamps, now }: { readonly timestamps: TimestampAuthority; readonly now: Date },
): Promise<Seal | undefined> => {
  const name = `con-dau-${code}.pem`
  const found = await findKey(folder, name, now)
  if (found !== undefined && found.certificate.subject.userId !== `MT:${code}`)
    return refuseKey(
      name,
      `chứng thư số không mang mã trường ${code} của ${schoolName}. Hãy dùng đúng khóa con dấu.`,
    )
  return found === undefined ? undefined : { signer: found.signer, timestamps }
}

const openTimestamps = async (folder: string): Promise<TimestampAuthority> =>
  httpTimestampAuthority({ url: await readTimestampUrl(join(folder, 'dich-vu.json')) })

const maxServicesBytes = 4096

const refuseServices = (path: string, reason: string, cause?: unknown): never => {
  throw new Refusal('file-not-readable', `Không đọc được ${path}: ${reason}`, { cause })
}

/** Refused at the start: a server that gets no timestamps could have books signed, and issue none. */
const readTimestampUrl = async (path: string): Promise<string> => {
  const url = timestampUrlOf(await readServices(path))
  return url !== undefined && /^https?:\/\/[!-~]+$/.test(url) && URL.canParse(url)
    ? url
    : refuseServices(path, 'phải ghi {"timestampUrl": "https://…"}, địa chỉ của dịch vụ cấp dấu thời gian.')
}

const readServices = async (path: string): Promise<string> => {
  try {
    const { size } = await stat(path)
    if (size <= maxServicesBytes) return await readFile(path, 'utf8')
  } catch (cause) {
    return refuseServices(path, 'thư mục khóa thiếu tệp này, hoặc máy chủ không được phép đọc.', cause)
  }
  return refuseServices(path, `tệp lớn hơn ${maxServicesBytes >> 10} KB.`)
}

const timestampUrlOf = (text: string): string | undefined => {
  try {
    const services = JSON.parse(text) as { readonly timestampUrl?: unknown } | null
    return typeof services?.timestampUrl === 'string' ? services.timestampUrl : undefined
  } catch {
    return undefined
  }
}
