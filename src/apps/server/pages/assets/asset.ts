import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

type Encoding = 'br' | 'gzip'

/** A file of the pages: its address holds the hash of its bytes, so that it may be kept for ever. */
export interface Asset {
  readonly path: string
  readonly type: string
  readonly bytes: Buffer
  /** The same, packed; a font is packed already. */
  readonly packed: Readonly<Partial<Record<Encoding, Buffer>>>
}

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
} as const

const pack = (bytes: Buffer): Readonly<Record<Encoding, Buffer>> => ({
  br: brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
  gzip: gzipSync(bytes, { level: 9 }),
})

/** Names a file by its content and packs it, once, when the server starts. */
export const makeAsset = (name: string, extension: keyof typeof types, content: string | Buffer): Asset => {
  const bytes = Buffer.from(content)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  return {
    path: `/tep-tinh/${name}-${hash}.${extension}`,
    type: types[extension],
    bytes,
    packed: extension === 'woff2' ? {} : pack(bytes),
  }
}

// RFC 9110, 12.5.3: a coding with weight 0 is refused.
const accepts = (header: string, encoding: Encoding): boolean =>
  header
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .some(([coding, weight]) => coding === encoding && !/^q=0(\.0*)?$/.test(weight ?? ''))

const encodingFor = ({ packed }: Asset, header: string): Encoding | undefined =>
  (['br', 'gzip'] as const).find((encoding) => packed[encoding] !== undefined && accepts(header, encoding))

/** Serves a file at its address, packed where the browser takes it so. */
export const serveAsset = (server: FastifyInstance, asset: Asset): void => {
  server.get(asset.path, { config: { access: 'public' } }, ({ headers }, reply) => {
    const encoding = encodingFor(asset, headers['accept-encoding'] ?? '')
    reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .header('vary', 'accept-encoding')
    if (encoding === undefined) return reply.send(asset.bytes)
    return reply.header('content-encoding', encoding).send(asset.packed[encoding])
  })
}
