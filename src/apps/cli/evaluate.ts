import { createReadStream } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { evaluateLine } from '../../evaluation/index.ts'
import { badUsage, readArguments } from './arguments.ts'

const usage = `Cách gọi: hocba evaluate [TỆP]

Đọc NDJSON (mỗi dòng một học sinh trong một năm học) từ TỆP hoặc từ đầu vào chuẩn, ghi mỗi dòng một kết luận
theo Thông tư 27/2020 hoặc 22/2021. Dòng trống hoặc quá 1 MB cũng có kết luận: not-json.`

/** Where the command reads, writes its results and complains. */
export interface EvaluateStreams {
  readonly input: Readable
  readonly output: Writable
  readonly messages: Writable
}

/**
 * `hocba evaluate`: one result per line, in order, in bounded memory. Exit 0, also when cases are invalid; 1 when
 * the input could not be read to its end.
 */
export const evaluateCommand = async (
  args: readonly string[],
  {
    input = process.stdin,
    output = process.stdout,
    messages = process.stderr,
  }: Partial<EvaluateStreams> = {},
): Promise<number> => {
  const { positionals } = readArguments(args, {}, usage)
  if (positionals.length > 1) throw badUsage('Chỉ nhận một tệp.', usage)
  const [file = '-'] = positionals
  try {
    await pipeline(file === '-' ? input : createReadStream(file), evaluateChunks, output, { end: false })
    return 0
  } catch (error) {
    const reason = reasonOf(error)
    if (reason !== undefined) messages.write(`Không đọc hết được ${nameOf(file)}: ${reason}.\n`)
    return 1
  }
}

const nameOf = (file: string): string => (file === '-' ? 'đầu vào chuẩn' : `tệp ${file}`)

const readFailures: Readonly<Record<string, string>> = {
  ENOENT: 'không có tệp này',
  EISDIR: 'đây là thư mục',
  EACCES: 'không có quyền đọc',
}

/** What to tell the reader; nothing when it was they who stopped reading our output (hocba … | head). */
const reasonOf = (error: unknown): string | undefined => {
  if (!isSystemError(error)) throw error
  return error.code === 'EPIPE' ? undefined : (readFailures[error.code] ?? error.message)
}

const isSystemError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** The results of the lines that each chunk of bytes completes; never holds more than one unfinished line. */
async function* evaluateChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const line = startLine()
  for await (const chunk of chunks) {
    const results = evaluateFinished(line, chunk)
    if (results !== '') yield results
  }
  if (line.length > 0) yield `${evaluateLine(takeLine(line))}\n`
}

const newline = 0x0a
const longestLine = 1_000_000

/** A line that has not ended yet; its parts are dropped once it is longer than any case could be. */
interface UnfinishedLine {
  parts: Uint8Array[]
  length: number
}

const startLine = (): UnfinishedLine => ({ parts: [], length: 0 })

const addPart = (line: UnfinishedLine, part: Uint8Array): void => {
  line.length += part.length
  if (line.length > longestLine) line.parts = []
  else if (part.length > 0) line.parts.push(part)
}

const evaluateFinished = (line: UnfinishedLine, chunk: Uint8Array): string => {
  let results = ''
  let start = 0
  for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
    addPart(line, chunk.subarray(start, end))
    results += `${evaluateLine(takeLine(line))}\n`
    start = end + 1
  }
  addPart(line, chunk.subarray(start))
  return results
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** The text of a finished line; empty, which is no JSON, where it is too long or not UTF-8. Starts the next one. */
const takeLine = (line: UnfinishedLine): string => {
  const { parts, length } = line
  line.parts = []
  line.length = 0
  if (length > longestLine) return ''
  try {
    return utf8.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts))
  } catch {
    return ''
  }
}
