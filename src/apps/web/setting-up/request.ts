import { api } from '../api/client.ts'
import type { operations } from '../api/schema.d.ts'

type Operation = keyof operations

type JsonOf<T> = T extends { content: { 'application/json': infer A } } ? A : never

/** What an operation answers when it succeeds. */
export type AnswerOf<O extends Operation> = operations[O]['responses'] extends { 200: infer R }
  ? JsonOf<R>
  : operations[O]['responses'] extends { 201: infer R }
    ? JsonOf<R>
    : undefined

/** What an operation is sent. */
export type BodyOf<O extends Operation> = operations[O] extends { requestBody: infer B }
  ? JsonOf<B>
  : operations[O] extends { requestBody?: infer B }
    ? JsonOf<NonNullable<B>>
    : never

type Method = 'get' | 'post' | 'put' | 'delete'

interface Options {
  readonly params: { readonly path: object }
  readonly body?: unknown
}

type Send = (method: Method, path: string, options: Options) => Promise<{ readonly data?: unknown }>

const send = api.request as unknown as Send

/** A year of a school at one level, as addresses name it. */
export interface YearAddress {
  readonly schoolCode: string
  readonly schoolYear: string
  readonly level: string
}

const yearPath = '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}'

/** Asks for something below a school year, as the named operation takes and answers it; problems are thrown. */
export const requestOfYear = async <O extends Operation>(
  method: Method,
  year: YearAddress,
  below: string,
  body?: BodyOf<O>,
): Promise<AnswerOf<O>> => {
  const { schoolCode, schoolYear, level } = year
  const options = { params: { path: { schoolCode, schoolYear, level } } }
  const path = below === '' ? yearPath : `${yearPath}/${below}`
  const { data } = await send(method, path, { ...options, body })
  return data as AnswerOf<O>
}

/** Part of an address: a code or a name as it may stand between slashes. */
export const part = (text: string): string => encodeURIComponent(text)

/** Takes something out of a year, as it was when it was last seen. */
export const removeOfYear = (year: YearAddress, below: string, seenVersion: number): Promise<unknown> =>
  requestOfYear<'removeStaff' | 'removeClass'>('delete', year, `${below}?seenVersion=${seenVersion}`)
