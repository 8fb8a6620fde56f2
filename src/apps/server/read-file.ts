import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../shared/refusal.ts'

/** What the multipart library itself has a word for; anything else of it is a form that is broken. */
const isKnown = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('FST_')

const readForm = async (request: FastifyRequest): Promise<Uint8Array | undefined> => {
  try {
    const part = await request.file()
    const bytes = await part?.toBuffer()
    // Where the limit is met with the last piece, the library gives what came before it without a word.
    if (part?.file.truncated === true) throw new request.server.multipartErrors.RequestFileTooLargeError()
    return bytes
  } catch (cause) {
    throw isKnown(cause)
      ? cause
      : new Refusal('bad-usage', 'Biểu mẫu gửi đến bị hỏng hoặc bị cắt.', { cause })
  }
}

/**
 * The bytes of the file that a request carries (tệp gửi đến), as its body or as the one file of a form. Refused where
 * there is none, or nothing in it.
 */
export const readFile = async (request: FastifyRequest): Promise<Uint8Array> => {
  const bytes = request.isMultipart() ? await readForm(request) : request.body
  if (bytes instanceof Uint8Array && bytes.length > 0) return bytes
  throw new Refusal('bad-usage', 'Yêu cầu không kèm tệp nào.')
}
