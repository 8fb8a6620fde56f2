import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

/** Seconds of one step (RFC 6238). */
const period = 30

/** A new secret of 160 bits. */
export const drawSecret = (): Uint8Array => randomBytes(20)

const totpOf = (secret: Uint8Array, username: string): TOTP =>
  new TOTP({
    issuer: 'Hoc ba so',
    label: username,
    period,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  })

/** The address that an authenticator reads from a QR code, and the secret for typing it. */
export const describeSecret = (
  secret: Uint8Array,
  username: string,
): { readonly uri: string; readonly secret: string } => {
  const totp = totpOf(secret, username)
  return { uri: totp.toString(), secret: totp.secret.base32 }
}

/** The code of a moment. */
export const codeAt = (secret: Uint8Array, now: Date): string =>
  totpOf(secret, '').generate({ timestamp: now.getTime() })

/**
 * The step a code belongs to, one before or after the present one allowed; undefined where the code is wrong or its
 * step is not after the last one used.
 */
export const findStep = (
  secret: Uint8Array,
  code: string,
  { now, lastStep }: { readonly now: Date; readonly lastStep: number },
): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 })
  if (delta === null) return undefined
  const step = Math.floor(now.getTime() / 1000 / period) + delta
  return step > lastStep ? step : undefined
}

const [ivLength, tagLength] = [12, 16]

/** Seals a secret under the server's key (AES-256-GCM), bound to whose it is. */
export const sealSecret = (secret: Uint8Array, key: Uint8Array, accountId: string): Buffer => {
  const iv = randomBytes(ivLength)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(accountId))
  return Buffer.concat([iv, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `sealSecret` made. Throws where key, account or bytes are not the same. */
export const openSecret = (sealed: Uint8Array, key: Uint8Array, accountId: string): Uint8Array => {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, ivLength))
    .setAAD(Buffer.from(accountId))
    .setAuthTag(sealed.subarray(-tagLength))
  return Buffer.concat([decipher.update(sealed.subarray(ivLength, -tagLength)), decipher.final()])
}
