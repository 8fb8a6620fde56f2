import { readFileSync } from 'node:fs'
import fc from 'fast-check'

/** What of a JSON schema requests are drawn from. */
interface Schema {
  readonly $ref?: string
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minimum?: number
  readonly maximum?: number
  readonly format?: string
}

interface Documented {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>
  readonly components: { readonly schemas?: Readonly<Record<string, Schema>> }
}

/** Words that a place is filled with, by its name; what has none is drawn from its schema. */
export type Words = Readonly<Record<string, readonly unknown[]>>

/** One request to the API: its path stands behind the address of the level's year. */
export interface DrawnRequest {
  readonly operation: string
  readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: object
}

const description = JSON.parse(
  readFileSync(new URL('../../../docs/openapi.json', import.meta.url), 'utf8'),
) as Description

const follow = (schema: Schema): Schema =>
  schema.$ref === undefined
    ? schema
    : (description.components.schemas?.[schema.$ref.split('/').at(-1) ?? ''] ?? {})

/** Values of a schema; those of a name that has words are among them. */
const valuesOf = (schema: Schema, name: string, words: Words): fc.Arbitrary<unknown> => {
  const known = words[name]
  if (known !== undefined) return fc.constantFrom(...known)
  const { enum: choices, anyOf, type, properties, required, items, minimum, maximum, format } = follow(schema)
  if (choices !== undefined) return fc.constantFrom(...choices)
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((one) => valuesOf(one, name, words)))
  if (type === 'object' && properties !== undefined)
    return fc.record(
      Object.fromEntries(Object.entries(properties).map(([own, one]) => [own, valuesOf(one, own, words)])),
      { requiredKeys: [...(required ?? [])] },
    )
  if (type === 'array') return fc.array(valuesOf(items ?? {}, name, words), { minLength: 1, maxLength: 3 })
  if (type === 'integer' || type === 'number')
    return fc.integer({ min: minimum ?? 0, max: Math.min(maximum ?? 10, 10) })
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  return format === 'uuid' ? fc.uuid() : fc.constantFrom('5', 'Sửa lại cho đúng', '')
}

const yearPath = '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}'

const requestsOf = (
  path: string,
  method: string,
  { parameters = [], requestBody }: Documented,
  words: Words,
): fc.Arbitrary<DrawnRequest> | undefined => {
  const schema = requestBody?.content['application/json']?.schema
  if (requestBody !== undefined && schema === undefined) return undefined
  const inPath = [...path.slice(yearPath.length).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const inQuery = parameters.filter((one) => one.in === 'query')
  const places = fc.record(
    Object.fromEntries([
      ...inPath.map((name) => [name, valuesOf({ type: 'string' }, name, words)]),
      ...inQuery.map(({ name, schema: own }) => [name, valuesOf(own, name, words)]),
    ]) as Record<string, fc.Arbitrary<unknown>>,
  )
  const body = schema === undefined ? fc.constant(undefined) : valuesOf(schema, '', words)
  return fc.tuple(places, body).map(([values, sent]) => ({
    operation: `${method.toUpperCase()} ${path.slice(yearPath.length)}`,
    method: method.toUpperCase() as DrawnRequest['method'],
    path:
      path
        .slice(yearPath.length)
        .replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(String(values[name]))) +
      (inQuery.length === 0
        ? ''
        : `?${inQuery.map(({ name }) => `${name}=${encodeURIComponent(String(values[name]))}`).join('&')}`),
    ...(typeof sent === 'object' && sent !== null ? { body: sent } : {}),
  }))
}

/** Requests to every documented operation of a school's year that writes and takes no file, but for those left out. */
export const drawnRequests = (
  words: Words,
  leftOut: readonly string[],
): { readonly operations: readonly string[]; readonly requests: fc.Arbitrary<DrawnRequest> } => {
  const drawn = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, documented]) => {
      const operation = `${method.toUpperCase()} ${path.slice(yearPath.length)}`
      if (!path.startsWith(yearPath) || method === 'get' || leftOut.includes(operation)) return []
      const requests = requestsOf(path, method, documented, words)
      return requests === undefined ? [] : [{ operation, requests }]
    }),
  )
  return {
    operations: drawn.map(({ operation }) => operation),
    requests: fc.oneof(...drawn.map(({ requests }) => requests)),
  }
}
