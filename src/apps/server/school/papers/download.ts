import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

export const pdfType = 'application/pdf'
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const ascii = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replace(/[^A-Za-z0-9._ -]+/g, '_')

const plain = (name: string): string =>
  name
    .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The header that names a download: in ASCII, and in full as RFC 6266 has it. */
export const disposition = (name: string): string =>
  `attachment; filename="${ascii(plain(name))}"; filename*=UTF-8''${encoded(plain(name))}`

/** Sends a file that is kept nowhere. */
export const sendFile = (reply: FastifyReply, type: string, name: string, bytes: Uint8Array): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', disposition(name))
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))

const binary = Type.Unsafe<unknown>({ type: 'string', format: 'binary' })

/** A file as a route describes its answer. */
export const fileAnswer = (description: string, type: string) => ({
  description,
  content: { [type]: { schema: binary } },
})
