import { hash } from 'node:crypto'

/** SHA-256 of bytes, or of the UTF-8 form of a text, in base64: the only digest this system makes. */
export const sha256Base64 = (input: string | Uint8Array): string => hash('sha256', input, 'base64')

/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = (input: string | Uint8Array): string => hash('sha256', input, 'hex')

/** SHA-256 as 32 bytes. */
export const sha256 = (input: string | Uint8Array): Uint8Array => hash('sha256', input, 'buffer')
