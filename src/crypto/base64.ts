/**
 * Decodes base64 in its one canonical spelling (RFC 4648 §3.5: no line breaks, padded, spare bits zero); undefined for
 * any other text, so that no two texts stand for the same bytes.
 */
export const decodeBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined
}

/** Encodes bytes without copying them first. */
export const encodeBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
