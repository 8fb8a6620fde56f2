/** Base64 in its one canonical spelling (RFC 4648 §3.5): no line breaks, padded, spare bits zero. */
export const isCanonicalBase64 = (text: string): boolean =>
  text.length % 4 === 0 && /^[A-Za-z0-9+/]+(?:|[AQgw]==|[AEIMQUYcgkosw048]=)$/.test(text)

/** Decodes canonical base64; undefined for any other text, so that no two texts stand for the same bytes. */
export const decodeBase64 = (text: string): Uint8Array | undefined =>
  isCanonicalBase64(text) ? Buffer.from(text, 'base64') : undefined

/** Encodes bytes without copying them first. */
export const encodeBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
