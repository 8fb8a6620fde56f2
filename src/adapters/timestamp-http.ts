import { randomBytes } from 'node:crypto'
import type { TimestampAuthority } from '../crypto/ports.ts'
import { createTimestampRequest, parseTimestampResponse, parseTimestampToken } from '../crypto/timestamp.ts'
import { Refusal } from '../shared/refusal.ts'

/** How a timestamp authority is reached. */
export interface TimestampHttpOptions {
  readonly url: string
  readonly timeoutMilliseconds?: number
  /** How many requests are on their way at once. */
  readonly concurrency?: number
  /** Random bytes for the nonce, so that an old answer cannot be played back. */
  readonly nonce?: () => Uint8Array
}

const maxTokenBytes = 1 << 18

const refuse = (url: string, reason: string, cause?: unknown): never => {
  const message = `Chưa lấy được dấu thời gian từ ${url}: ${reason} Hãy thử lại sau; học bạ chưa được phát hành.`
  throw new Refusal('timestamp-not-available', message, { cause })
}

const post = async (url: string, body: Uint8Array, timeout: number): Promise<Buffer> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: Buffer.from(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
    })
    if (response.ok) return Buffer.from(await response.arrayBuffer())
    return refuse(url, `máy chủ trả lời mã ${response.status}.`)
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    return refuse(url, 'không kết nối được hoặc quá thời gian chờ.', cause)
  }
}

/** The token of an answer, if it is for this imprint and this nonce; whether it is to be trusted is verified later. */
const tokenOf = (url: string, answer: Buffer, imprint: Uint8Array, nonce: Uint8Array): Uint8Array => {
  const response = answer.length > maxTokenBytes ? undefined : parseTimestampResponse(answer)
  if (!response) return refuse(url, 'câu trả lời không đúng chuẩn RFC 3161.')
  if (!response.granted)
    return refuse(url, `máy chủ từ chối (trạng thái ${response.status}) ${response.text}.`)
  const token = parseTimestampToken(response.token)
  const sent = Buffer.from(nonce)
    .toString('hex')
    .replace(/^(00)+(?=..)/, '')
  const isOurs = token?.imprint && Buffer.compare(token.imprint, imprint) === 0 && token.nonce === sent
  return isOurs ? response.token : refuse(url, 'dấu thời gian trả về không ứng với yêu cầu.')
}

/**
 * A timestamp authority behind HTTP (RFC 3161 §3.4). One request for each imprint, several at once, tokens in the
 * order of the imprints. Refuses ('timestamp-not-available') when any of them cannot be had.
 */
export const httpTimestampAuthority = (options: TimestampHttpOptions): TimestampAuthority => {
  const { url, timeoutMilliseconds = 10_000, concurrency = 8, nonce = () => randomBytes(16) } = options
  const stamp = async (imprint: Uint8Array): Promise<Uint8Array> => {
    const ours = nonce()
    const request = createTimestampRequest(imprint, { nonce: ours, certReq: true })
    return tokenOf(url, await post(url, request, timeoutMilliseconds), imprint, ours)
  }
  return {
    timestamp: async (imprints) => {
      const tokens: Uint8Array[] = []
      const pending = imprints.entries()
      const work = async (): Promise<void> => {
        for (const [index, imprint] of pending) tokens[index] = await stamp(imprint)
      }
      await Promise.all(Array.from({ length: Math.min(concurrency, imprints.length) }, work))
      return tokens
    },
  }
}
