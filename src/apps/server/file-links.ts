import { createHmac, timingSafeEqual } from 'node:crypto'
import type { OpenedYear } from '../../lookup/index.ts'
import type { FileLinks } from './portal-contract.ts'

/** Which kept file a link leads to, and under what name it is saved. */
export interface LinkedFile {
  readonly format: 'xml' | 'pdf'
  readonly schoolYear: string
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/** How long a link is good for, in seconds: long enough to press the button, too short to be passed on. */
export const linkSeconds = 600

/** Makes and opens links to kept files. */
export interface FileLinker {
  linksTo(year: OpenedYear, now: Date): FileLinks
  /** The file a token leads to; undefined when it is not ours, was changed or has run out. */
  open(token: string, now: Date): LinkedFile | undefined
}

const tokenPattern = /^(xml|pdf)_(\d{4}-\d{4})_([0-9a-f]{64})_(\d{1,12})_([A-Za-z0-9_-]{43})$/

/**
 * Links to the files of an opened year. The second datum must not stand in an address, where histories and logs keep
 * it, so whoever has opened a record gets a token instead: which file, until when, and an HMAC-SHA-256 over both. It
 * holds neither code nor name, and nothing is kept about it.
 */
export const createFileLinker = (key: Uint8Array): FileLinker => {
  if (key.length < 32) throw new Error('the key of links has at least 32 bytes')
  const seal = (text: string): Buffer => createHmac('sha256', key).update(text).digest()
  const linkTo = ({ format, schoolYear, sha256 }: LinkedFile, now: Date): string => {
    const text = [format, schoolYear, sha256, Math.floor(now.getTime() / 1000) + linkSeconds].join('_')
    return `/api/v1/files/${text}_${seal(text).toString('base64url')}`
  }
  return {
    linksTo: ({ found, shown }, now) => {
      const { schoolYear } = found.identity
      const xml = linkTo({ format: 'xml', schoolYear, sha256: shown.xml.sha256 }, now)
      if (shown.pdf === undefined) return { xml }
      return { xml, pdf: linkTo({ format: 'pdf', schoolYear, sha256: shown.pdf.sha256 }, now) }
    },
    open: (token, now) => {
      const [, format, schoolYear = '', sha256 = '', until, mac = ''] = tokenPattern.exec(token) ?? []
      if (format !== 'xml' && format !== 'pdf') return undefined
      const expected = seal(token.slice(0, -mac.length - 1))
      if (!timingSafeEqual(expected, Buffer.from(mac, 'base64url'))) return undefined
      return Number(until) * 1000 > now.getTime() ? { format, schoolYear, sha256 } : undefined
    },
  }
}
