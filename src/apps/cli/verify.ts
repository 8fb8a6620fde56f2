import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { readTrustFolder } from '../../adapters/trust-folder.ts'
import { httpRevocationSource } from '../../adapters/revocation-http.ts'
import { Refusal } from '../../shared/refusal.ts'
import {
  createShelf,
  examineDocument,
  linksOf,
  maxDocumentBytes,
  relate,
  type BookLinks,
  type Renderer,
  type TrustStore,
  type Verification,
} from '../../verification/index.ts'
import { badUsage, readArguments } from './arguments.ts'
import { describeVerification } from './describe-verification.ts'
import { readVerificationUrl } from './page-options.ts'

const usage =
  'Cách gọi: hocba verify TỆP… --trust THƯ-MỤC [--at THỜI-ĐIỂM] [--offline] [--verify-url ĐỊA-CHỈ] [--json]'

interface VerifyOptions {
  readonly trust: TrustStore
  readonly now: Date
  readonly offline: boolean
  readonly verificationUrl?: string
  /** Started when the first PDF comes: files of data need no typesetting. */
  readonly openRenderer: () => Promise<Renderer | undefined>
}

interface Checked {
  readonly file: string
  readonly verification: Verification
  /** One for each year in the file. */
  readonly links: readonly BookLinks[]
}

/** `hocba verify`: is each of these books genuine? Exit 0 all passed, 1 any failed, 2 some indeterminate. */
export const verifyCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArguments(
    args,
    {
      trust: { type: 'string' },
      at: { type: 'string' },
      offline: { type: 'boolean' },
      'verify-url': { type: 'string' },
      json: { type: 'boolean' },
    },
    usage,
  )
  if (positionals.length === 0 || values.trust === undefined) throw badUsage('Thiếu tệp hoặc --trust.', usage)
  const now = values.at === undefined ? new Date() : readInstant(values.at)
  const options = {
    trust: await readTrust(values.trust),
    now,
    offline: values.offline === true,
    openRenderer: openOnce(),
    ...readOwnAddress(values['verify-url']),
  }
  const checked: Checked[] = []
  for (const file of positionals) checked.push(await check(file, options))
  return report(relateAll(checked), values.json === true)
}

const readOwnAddress = (text: string | undefined): { readonly verificationUrl?: string } =>
  text === undefined ? {} : { verificationUrl: readVerificationUrl(text, usage) }

/** A machine without the typesetting engine still verifies; it says that pages were not compared. */
const openRenderer = async (): Promise<Renderer | undefined> => {
  const { createPageRenderer } = await import('../../adapters/page-renderer.ts')
  const { createRenderer } = await import('../../rendition/index.ts')
  try {
    return createPageRenderer(await createRenderer())
  } catch (error) {
    if (error instanceof Refusal && error.code === 'page-engine-missing') return undefined
    throw error
  }
}

const openOnce = (): (() => Promise<Renderer | undefined>) => {
  let opened: Promise<Renderer | undefined> | undefined
  return () => (opened ??= openRenderer())
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
    return await buffer(createReadStream(file, { end: maxDocumentBytes }))
  } catch (cause) {
    throw badUsage(
      `Không đọc được tệp ${file} (${cause instanceof Error ? cause.message : 'lỗi đọc'}).`,
      usage,
    )
  }
}

/** The first bytes of a PDF; only for such a file is the typesetting engine started. */
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'

const check = async (
  file: string,
  { trust, now, offline, verificationUrl, openRenderer }: VerifyOptions,
): Promise<Checked> => {
  const bytes = await readBytes(file)
  const renderer = isPdf(bytes) ? await openRenderer() : undefined
  const { verification, books } = await examineDocument(bytes, {
    trust,
    now,
    ...(offline ? {} : { source: httpRevocationSource({}) }),
    ...(renderer === undefined ? {} : { renderer }),
    ...(verificationUrl === undefined ? {} : { verificationUrl }),
  })
  return { file, verification, links: books.map(({ book }) => linksOf(book)) }
}

/** The years of a compilation have been compared with each other already. */
const relateAll = (checked: readonly Checked[]): readonly Checked[] => {
  const shelf = createShelf()
  for (const { verification, links } of checked)
    if (verification.verdict === 'passed') for (const one of links) shelf.add(one)
  return checked.map((one) => {
    const [own, ...others] = one.links
    return own === undefined || others.length > 0
      ? one
      : { ...one, verification: relate(one.verification, own, shelf) }
  })
}

const kindOf = ({ record, format }: Verification): string => (record === null ? 'unknown' : `hocba-${format}`)

/** One line of JSON; the page's own members stand in the lines of PDFs only. */
const toJson = (file: string, verification: Verification): string => {
  const { verdict, findings, record, signatures, page, compilation } = verification
  const common = { file, kind: kindOf(verification), verdict, findings, record, signatures }
  return JSON.stringify({ ...common, page, compilation })
}

const report = (checked: readonly Checked[], asJson: boolean): number => {
  for (const { file, verification } of checked)
    process.stdout.write(
      `${asJson ? toJson(file, verification) : describeVerification(file, verification)}\n`,
    )
  const verdicts = new Set(checked.map(({ verification }) => verification.verdict))
  return verdicts.has('failed') ? 1 : verdicts.has('indeterminate') ? 2 : 0
}
