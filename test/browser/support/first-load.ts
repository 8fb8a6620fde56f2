import { gzipSync } from 'node:zlib'

/** The bytes of a page as they travel: itself (as a packing proxy sends it), its style and its script. */
export interface FirstLoad {
  readonly html: number
  readonly css: number
  readonly js: number
}

/** The length of a file as the server sends it, packed. */
const packedLength = async (address: string, encoding: 'br' | 'gzip'): Promise<number> => {
  const reply = await fetch(address, { headers: { 'accept-encoding': encoding } })
  if (!reply.ok || reply.headers.get('content-encoding') !== encoding)
    throw new Error(`${address} does not come as ${encoding}`)
  await reply.arrayBuffer()
  return Number(reply.headers.get('content-length'))
}

/** Measures what a page brings before a file is dropped; its fonts come apart and once. */
export const measureFirstLoad = async (address: string, encoding: 'br' | 'gzip'): Promise<FirstLoad> => {
  const markup = await (await fetch(address)).text()
  const pathOf = (pattern: RegExp): string => new URL(pattern.exec(markup)?.[1] ?? '', address).href
  return {
    html: gzipSync(markup).length,
    css: await packedLength(pathOf(/rel="stylesheet" href="([^"]+)"/), encoding),
    js: await packedLength(pathOf(/src="([^"]+\.js)"/), encoding),
  }
}
