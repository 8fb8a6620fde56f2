import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { open } from 'node:fs/promises'
import { parsePemCertificates, type Certificate } from '../crypto/certificate.ts'
import { isSelfSigned } from '../crypto/certificate-path.ts'
import type { SignatureAlgorithm, Signer } from '../crypto/ports.ts'
import { formatDate, dayInVietnam } from '../shared/dates.ts'
import { Refusal } from '../shared/refusal.ts'
import { errorCode } from './file-store/file-errors.ts'
import { createSoftwareSigner } from './software-signer.ts'

/** A key of the folder, with the certificate that it belongs to. */
export interface FiledKey {
  readonly signer: Signer
  readonly certificate: Certificate
}

/** Largest file that is read: a key and a chain take about ten kilobytes. */
export const maxKeyBytes = 1 << 16
const maxCertificates = 8
const leastRsaBits = 2048

/** Refuses a key file by its name alone: where the folder lies is nobody's business who signs. */
export const refuseKey = (name: string, reason: string, cause?: unknown): never => {
  throw new Refusal('key-not-available', `Không dùng được tệp khóa ${name}: ${reason}`, { cause })
}

/**
 * Reads a small file that only its owner may read; undefined where there is none. What is checked is what is read: the
 * file is opened once.
 */
export const readOwnFile = async (path: string, name: string): Promise<string | undefined> => {
  try {
    await using file = await open(path)
    const { size, mode, isFile } = await factsOf(file)
    if (!isFile) return refuseKey(name, 'không phải là một tệp.')
    if ((mode & 0o077) !== 0)
      return refuseKey(name, 'người khác trên máy chủ cũng đọc được. Hãy đặt quyền 600 (chmod 600).')
    if (size > maxKeyBytes) return refuseKey(name, `lớn hơn ${maxKeyBytes >> 10} KB. Hãy kiểm tra lại tệp.`)
    return await file.readFile('latin1')
  } catch (cause) {
    if (cause instanceof Refusal) throw cause
    if (errorCode(cause) === 'ENOENT') return undefined
    return refuseKey(name, 'máy chủ không được phép đọc. Hãy kiểm tra chủ và quyền của tệp.', cause)
  }
}

const factsOf = async (file: Awaited<ReturnType<typeof open>>) => {
  const stats = await file.stat()
  return { size: stats.size, mode: stats.mode, isFile: stats.isFile() }
}

/** Reads a private key and its certificates (PEM, PKCS#8, the key's own first); refused unless they fit each other. */
export const parseKeyFile = (pem: string, name: string, now: Date): FiledKey => {
  const key = parseKey(pem, name)
  const certificates = parseChain(pem, name)
  const [certificate] = certificates
  if (certificate === undefined) return refuseKey(name, 'không có chứng thư số nào, định dạng PEM.')
  if (!new X509Certificate(certificate.der).checkPrivateKey(key))
    return refuseKey(name, 'khóa không khớp với chứng thư số đầu tiên. Hãy để chứng thư của khóa lên đầu.')
  requireInForce(certificate, name, now)
  // The anchor is the verifier's own.
  const chain = certificates.filter((one, index) => index === 0 || !isSelfSigned(one)).map(({ der }) => der)
  return { signer: createSoftwareSigner(key, chain, algorithmOf(key, name)), certificate }
}

const parseKey = (pem: string, name: string): KeyObject => {
  const keys = pem.match(/-----BEGIN PRIVATE KEY-----[^-]*-----END PRIVATE KEY-----/g) ?? []
  const [text] = keys
  if (/BEGIN ENCRYPTED PRIVATE KEY/.test(pem))
    return refuseKey(name, 'khóa đang đặt mật khẩu. Hãy lưu khóa PKCS#8 không mật khẩu, quyền 600.')
  if (text === undefined || keys.length > 1)
    return refuseKey(name, 'phải có đúng một khóa riêng PKCS#8, định dạng PEM (BEGIN PRIVATE KEY).')
  try {
    return createPrivateKey(text)
  } catch (cause) {
    return refuseKey(name, 'khóa riêng bị hỏng hoặc không đúng chuẩn PKCS#8.', cause)
  }
}

const parseChain = (pem: string, name: string): readonly Certificate[] => {
  const blocks = pem.split('-----BEGIN CERTIFICATE-----').length - 1
  if (blocks > maxCertificates) return refuseKey(name, `có hơn ${maxCertificates} chứng thư số.`)
  const certificates = parsePemCertificates(pem)
  return certificates.length < blocks
    ? refuseKey(name, 'có chứng thư số bị hỏng hoặc không đúng chuẩn X.509.')
    : certificates
}

const requireInForce = ({ notBefore, notAfter }: Certificate, name: string, now: Date): void => {
  const dayOf = (at: Date): string => formatDate(dayInVietnam(at))
  if (now < notBefore) refuseKey(name, `chứng thư số chỉ có hiệu lực từ ngày ${dayOf(notBefore)}.`)
  if (now > notAfter)
    refuseKey(name, `chứng thư số đã hết hạn ngày ${dayOf(notAfter)}. Hãy thay khóa và chứng thư mới.`)
}

const algorithmOf = (key: KeyObject, name: string): SignatureAlgorithm => {
  const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = key
  if (kind === 'rsa' && (details?.modulusLength ?? 0) >= leastRsaBits) return 'rsa-pkcs1-sha256'
  if (kind === 'ec' && details?.namedCurve === 'prime256v1') return 'ecdsa-p256-sha256'
  return refuseKey(name, `chỉ dùng được khóa RSA từ ${leastRsaBits} bit hoặc ECDSA P-256.`)
}
