import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { maxFileBytes, maxFormBytes } from './settings.ts'

/** The types in which a book may be sent as it is. */
export const bookTypes = ['application/xml', 'text/xml', 'application/pdf'] as const

const readForm = (body: string): Readonly<Record<string, string>> => {
  const fields = Object.create(null) as Record<string, string>
  for (const [name, value] of new URLSearchParams(body)) fields[name] = value
  return fields
}

/** What may be sent: JSON, forms, a form with one file, a book as it is. Everything else is answered 415. */
export const addContentTypes = (server: FastifyInstance): void => {
  server.removeContentTypeParser('text/plain')
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: maxFormBytes },
    (_request, body, done) => {
      done(null, readForm(body.toString()))
    },
  )
  server.addContentTypeParser(
    [...bookTypes],
    { parseAs: 'buffer', bodyLimit: maxFileBytes },
    (_request, body, done) => {
      done(null, body)
    },
  )
  void server.register(multipart, {
    limits: {
      fileSize: maxFileBytes,
      files: 1,
      fields: 10,
      parts: 12,
      fieldSize: 1024,
      fieldNameSize: 64,
      headerPairs: 50,
    },
  })
}
