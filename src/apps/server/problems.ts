import { randomUUID } from 'node:crypto'
import type { FastifyError } from 'fastify'
import { Refusal } from '../../shared/refusal.ts'
import { retryAfterOf } from './limits/too-many.ts'
import { problemKinds, type OwnProblemCode, type ProblemCode } from './problem-kinds.ts'

/** A problem as it is answered (RFC 9457, application/problem+json). */
export interface Problem {
  /** A path of this server that describes the kind. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  /** Names this one occurrence, where somebody may have to look it up. */
  readonly instance?: string
  /** Seconds, as in the header Retry-After. */
  readonly retryAfter?: number
}

export const problemType = 'application/problem+json; charset=utf-8'

/** Makes a problem of a kind; `detail` is a Vietnamese sentence about this one. */
export const problem = (
  code: ProblemCode,
  more: Pick<Problem, 'detail' | 'instance' | 'retryAfter'> = {},
): Problem => ({
  type: `/api/docs/problems#${code}`,
  title: problemKinds[code].title,
  status: problemKinds[code].status,
  ...more,
})

/** Which problem each complaint of the HTTP library is; what is not listed is a bug. */
const libraryProblems: Readonly<Record<string, OwnProblemCode>> = {
  FST_ERR_VALIDATION: 'malformed-request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-request',
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_ERR_BAD_URL: 'malformed-request',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-type',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_FILES_LIMIT: 'malformed-request',
  FST_FIELDS_LIMIT: 'malformed-request',
  FST_PARTS_LIMIT: 'malformed-request',
  FST_PROTO_VIOLATION: 'malformed-request',
  FST_NO_FORM_DATA: 'malformed-request',
  FST_INVALID_JSON_FIELD_ERROR: 'malformed-request',
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''

const statusOf = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500

/** Which field is wrong, never what stands in it. */
const detailOf = (error: unknown): Pick<Problem, 'detail'> => {
  const { validation } = error as Partial<FastifyError>
  const [first] = validation ?? []
  if (first === undefined) return {}
  const field = first.instancePath.replace(/^\//, '')
  return { detail: field === '' ? 'Thiếu hoặc thừa một trường.' : `Trường «${field}» không đúng dạng.` }
}

/** Where the fault is the server's, the message names its folders and accounts: that is for the log alone. */
const ofRefusal = (error: Refusal): Problem => {
  if (problemKinds[error.code].status >= 500) return problem(error.code, { instance: nameOccurrence() })
  const retryAfter = retryAfterOf(error)
  return problem(error.code, { detail: error.message, ...(retryAfter === undefined ? {} : { retryAfter }) })
}

const nameOccurrence = (): string => `urn:uuid:${randomUUID()}`

/**
 * The problem that an error is answered with. A bug becomes 'unexpected-error' with a name to look it up by, and
 * nothing of what went wrong: that is for the log alone.
 */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Refusal) return ofRefusal(error)
  const known = libraryProblems[codeOf(error)]
  if (known !== undefined) return problem(known, detailOf(error))
  // Broken multipart bodies come as plain errors with a status of their own.
  const status = statusOf(error)
  return status >= 400 && status < 500
    ? problem('malformed-request')
    : problem('unexpected-error', { instance: nameOccurrence() })
}
