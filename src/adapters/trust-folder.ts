import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parsePemCertificates } from '../crypto/certificate.ts'
import { isSelfSigned } from '../crypto/certificate-path.ts'
import type { RevocationEvidence } from '../crypto/ports.ts'
import { readEvidence } from '../crypto/revocation-evidence.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TrustedUse, TrustStore } from '../verification/index.ts'

const maxPemBytes = 4 << 20
const maxCrlBytes = 32 << 20
const maxFiles = 500
const maxAllBytes = 128 << 20
const pemNames = ['persons.pem', 'schools.pem', 'timestamps.pem']

const refuse = (path: string, reason: string, cause?: unknown): never => {
  throw new Refusal('file-not-readable', `Không đọc được ${path}: ${reason}`, { cause })
}

const megabytes = (bytes: number): string => `${bytes >> 20} MB`

const readBounded = async (path: string, maxBytes: number): Promise<Buffer> => {
  try {
    const { size } = await stat(path)
    if (size <= maxBytes) return await readFile(path)
  } catch (cause) {
    return refuse(path, 'tệp không có hoặc không được phép đọc. Hãy kiểm tra lại thư mục tin cậy.', cause)
  }
  return refuse(path, `tệp lớn hơn ${megabytes(maxBytes)}. Hãy kiểm tra lại tệp.`)
}

type Files = ReadonlyMap<string, Uint8Array>

/** One use's PEM file: a self-signed certificate is an anchor, any other helps to build paths. */
const useFrom = (files: Files, name: string, place: (name: string) => string): TrustedUse => {
  const bytes = files.get(name) ?? refuse(place(name), 'thư mục tin cậy thiếu tệp này.')
  const text = Buffer.from(bytes).toString('latin1')
  const certificates = parsePemCertificates(text)
  const blocks = text.split('-----BEGIN CERTIFICATE-----').length - 1
  if (certificates.length < blocks)
    refuse(place(name), 'có chứng thư số bị hỏng hoặc không đúng chuẩn X.509.')
  const anchors = certificates.filter(isSelfSigned)
  if (anchors.length === 0) refuse(place(name), 'không có chứng thư số gốc (tự ký) nào, định dạng PEM.')
  return { anchors, intermediates: certificates.filter((certificate) => !isSelfSigned(certificate)) }
}

const isCrlName = (name: string): boolean => name.toLowerCase().endsWith('.crl')

const crlFrom = (der: Uint8Array, path: string): RevocationEvidence => {
  const evidence = { kind: 'crl', der } as const
  const read = readEvidence(evidence)
  if (read.kind === 'crl' && read.crl) return evidence
  return refuse(path, 'không phải danh sách thu hồi (CRL) đầy đủ, định dạng DER.')
}

/**
 * Reads a trust folder's files by name: persons.pem, schools.pem, timestamps.pem and every *.crl (DER). Refuses
 * ('file-not-readable') by name what is missing or broken: half a trust folder would make half a verdict.
 */
export const trustStoreFrom = (files: Files, folder = ''): TrustStore => {
  const place = (name: string): string => join(folder, name)
  return {
    persons: useFrom(files, 'persons.pem', place),
    schools: useFrom(files, 'schools.pem', place),
    timestamps: useFrom(files, 'timestamps.pem', place),
    evidence: [...files].flatMap(([name, der]) => (isCrlName(name) ? [crlFrom(der, place(name))] : [])),
  }
}

const listNames = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).filter((name) => isCrlName(name) || pemNames.includes(name)).toSorted()
  } catch (cause) {
    return refuse(folder, 'thư mục tin cậy không có hoặc không được phép đọc.', cause)
  }
}

/** `trustStoreFrom` the files of a folder on disk, within limits of size (32 MB a list, 128 MB in all) and number. */
export const readTrustFolder = async (folder: string): Promise<TrustStore> => {
  const names = await listNames(folder)
  if (names.length > maxFiles) refuse(folder, `có hơn ${maxFiles} tệp.`)
  const files = new Map<string, Uint8Array>()
  let bytes = 0
  for (const name of names) {
    const file = await readBounded(join(folder, name), isCrlName(name) ? maxCrlBytes : maxPemBytes)
    bytes += file.length
    if (bytes > maxAllBytes) refuse(folder, `các tệp lớn hơn ${megabytes(maxAllBytes)}.`)
    files.set(name, file)
  }
  return trustStoreFrom(files, folder)
}
