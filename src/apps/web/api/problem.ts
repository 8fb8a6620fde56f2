/** A problem that the server answered with (RFC 9457), or that there was no answer. */
export class ApiProblem extends Error {
  readonly status: number
  /** 'not-allowed', 'changed-meanwhile' …; 'offline' where no answer came. */
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  /** Everything the answer said, for kinds that say more. */
  readonly more: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, title: string, more: Readonly<Record<string, unknown>> = {}) {
    const detail = typeof more['detail'] === 'string' ? more['detail'] : undefined
    super(detail ?? title)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.title = title
    this.detail = detail
    this.more = more
  }
}

/** What to show of any error, and what to do about it. */
export const asProblem = (error: unknown): ApiProblem =>
  error instanceof ApiProblem ? error : new ApiProblem(0, 'unexpected-error', String(error))

const codeOf = (type: unknown): string =>
  typeof type === 'string' && type.includes('#') ? type.slice(type.indexOf('#') + 1) : 'unexpected-error'

/** Reads a problem out of an answer that is none of the promised ones. */
export const readProblem = async (response: Response): Promise<ApiProblem> => {
  try {
    const body = (await response.clone().json()) as Readonly<Record<string, unknown>>
    const title = typeof body['title'] === 'string' ? body['title'] : response.statusText
    return new ApiProblem(response.status, codeOf(body['type']), title, body)
  } catch {
    return new ApiProblem(response.status, 'unexpected-error', response.statusText)
  }
}

/** No answer came: the line is dead, or the server is. */
export const offlineProblem = (): ApiProblem =>
  new ApiProblem(0, 'offline', 'Không kết nối được máy chủ', {
    detail: 'Hãy kiểm tra đường truyền. Những gì đã nhập vẫn còn trên máy này.',
  })
