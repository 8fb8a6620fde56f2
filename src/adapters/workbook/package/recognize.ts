import { fault, type PackageFault } from './fault.ts'

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

const holds = (bytes: Uint8Array, text: string, encoding: 'utf16le' | 'latin1'): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, encoding))

const zip = [0x50, 0x4b, 0x03, 0x04]
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const toXlsx = 'hãy lưu thành .xlsx (Tệp → Lưu thành → Excel Workbook) rồi gửi lại'

const refusal = (what: string): PackageFault => fault(what, toXlsx).fault

/** Says what a file is when it is no .xlsx workbook; undefined when it begins like one. */
export const recognizeForeign = (bytes: Uint8Array): PackageFault | undefined => {
  if (bytes.length === 0) return refusal('tệp rỗng')
  if (startsWith(bytes, compoundFile)) return compound(bytes)
  if (startsWith(bytes, zip)) return otherZip(bytes)
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1').trimStart().toLowerCase()
  if (head.startsWith('<') || head.startsWith('ï»¿<'))
    return refusal('tệp là trang web hoặc XML, không phải bảng tính .xlsx')
  if (head.startsWith('%pdf')) return refusal('tệp là PDF, không phải bảng tính .xlsx')
  if (!head.includes('\0') && /[,;\t]/.test(head))
    return refusal('tệp là văn bản (.csv), không phải bảng tính .xlsx')
  return refusal('tệp không phải là bảng tính .xlsx')
}

// An encrypted .xlsx is an OLE2 compound file with a stream of this name (MS-OFFCRYPTO §2.3.4.4).
const compound = (bytes: Uint8Array): PackageFault =>
  holds(bytes, 'EncryptedPackage', 'utf16le')
    ? fault('tệp được đặt mật khẩu', `bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc), ${toXlsx}`).fault
    : refusal('tệp là bảng tính kiểu cũ (.xls)')

const otherZip = (bytes: Uint8Array): PackageFault | undefined =>
  holds(bytes.subarray(0, 256), 'application/vnd.oasis.opendocument', 'latin1')
    ? refusal('tệp là bảng tính OpenDocument (.ods)')
    : undefined
