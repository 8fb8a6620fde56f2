import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { readTrustFolder } from '../../adapters/trust-folder.ts'
import { httpRevocationSource } from '../../adapters/revocation-http.ts'
import { maxBookBytes } from '../../bookfile/index.ts'
import { Refusal } from '../../shared/refusal.ts'
import {
  createShelf,
  linksOf,
  openBook,
  relate,
  verificationOfNothing,
  verifyBook,
  verifyWithStatus,
  type BookLinks,
  type TrustStore,
  type Verification,
} from '../../verification/index.ts'
import { badUsage, readArguments } from './arguments.ts'
import { describeVerification } from './describe-verification.ts'

const usage = 'Cách gọi: hocba verify TỆP… --trust THƯ-MỤC [--at THỜI-ĐIỂM] [--offline] [--json]'

interface VerifyOptions {
  readonly trust: TrustStore
  readonly now: Date
  readonly offline: boolean
}

interface Checked {
  readonly file: string
  readonly verification: Verification
  readonly links?: BookLinks
}

/** `hocba verify`: is each of these books genuine? Exit 0 all passed, 1 any failed, 2 some indeterminate. */
export const verifyCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArguments(
    args,
    {
      trust: { type: 'string' },
      at: { type: 'string' },
      offline: { type: 'boolean' },
      json: { type: 'boolean' },
    },
    usage,
  )
  if (positionals.length === 0 || values.trust === undefined) throw badUsage('Thiếu tệp hoặc --trust.', usage)
  const now = values.at === undefined ? new Date() : readInstant(values.at)
  const options = { trust: await readTrust(values.trust), now, offline: values.offline === true }
  const checked: Checked[] = []
  for (const file of positionals) checked.push(await check(file, options))
  return report(relateAll(checked), values.json === true)
}

const readInstant = (text: string): Date => {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59+07:00` : text)
  if (Number.isNaN(at.getTime())) throw badUsage(`--at «${text}» không phải là thời điểm ISO 8601.`, usage)
  return at
}

/** A trust folder that cannot be read is a wrong call, not a verdict. */
const readTrust = async (folder: string): Promise<TrustStore> => {
  try {
    return await readTrustFolder(folder)
  } catch (error) {
    throw error instanceof Refusal ? badUsage(error.message, usage) : error
  }
}

/** Reads a file, of a too large one just enough to see that it is. */
const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return await buffer(createReadStream(file, { end: maxBookBytes }))
  } catch (cause) {
    throw badUsage(
      `Không đọc được tệp ${file} (${cause instanceof Error ? cause.message : 'lỗi đọc'}).`,
      usage,
    )
  }
}

const check = async (file: string, { trust, now, offline }: VerifyOptions): Promise<Checked> => {
  const opened = await openBook(await readBytes(file))
  if ('findings' in opened) return { file, verification: verificationOfNothing(opened.findings) }
  const context = { trust, now, notes: opened.notes }
  const verification = offline
    ? verifyBook(opened.book, context)
    : await verifyWithStatus(opened.book, context, httpRevocationSource({}))
  return { file, verification, links: linksOf(opened.book) }
}

const relateAll = (checked: readonly Checked[]): readonly Checked[] => {
  const shelf = createShelf()
  for (const { verification, links } of checked)
    if (verification.verdict === 'passed' && links !== undefined) shelf.add(links)
  return checked.map((one) =>
    one.links === undefined ? one : { ...one, verification: relate(one.verification, one.links, shelf) },
  )
}

const report = (checked: readonly Checked[], asJson: boolean): number => {
  for (const { file, verification } of checked) {
    const { verdict, findings, record, signatures } = verification
    const kind = record === null ? 'unknown' : 'hocba-xml'
    process.stdout.write(
      asJson
        ? `${JSON.stringify({ file, kind, verdict, findings, record, signatures })}\n`
        : `${describeVerification(file, verification)}\n`,
    )
  }
  const verdicts = new Set(checked.map(({ verification }) => verification.verdict))
  return verdicts.has('failed') ? 1 : verdicts.has('indeterminate') ? 2 : 0
}
