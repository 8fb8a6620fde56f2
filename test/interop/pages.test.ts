import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBook } from '../../src/bookfile/index.ts'
import { extractCms } from '../attack/pdf/support/cms-hole.ts'
import { hocba, listBooks, makeTemporaryFolder, type IssuedBook } from './province.ts'

/** The sealed pages of the demonstration before judges that are not ours: qpdf, pdfsig, openssl and poppler. */
const folder = makeTemporaryFolder()
const issued = join(folder.path, 'issued')
const address = 'https://tracuu.example/hoc-ba/'
const trust = (name: string): string => join(issued, 'trust', name)

interface Sample {
  readonly path: string
  readonly book: IssuedBook
}
let sample: readonly Sample[]

const levels = ['02', '03', '04'] as const
const methods = ['rsa-sha256', 'ecdsa-sha256', 'sha256-rsa-MGF1'] as const

/** Each level and a second version, as the algorithms of the seals go. */
const chooseSample = (books: readonly IssuedBook[]): readonly IssuedBook[] => {
  const seen = new Set<string>()
  return books.filter(({ text }) => {
    const level = /<CapHoc>(\d+)</.exec(text)?.[1] ?? ''
    const traits = [
      `${level} ${/<NamHoc>([\d-]+)</.exec(text)?.[1] ?? ''}`,
      ...(text.includes('<So>2</So>') ? ['version 2'] : []),
    ]
    const isNew = traits.some((trait) => !seen.has(trait))
    for (const trait of traits) seen.add(trait)
    return isNew
  })
}

beforeAll(() => {
  const { status, err } = hocba(
    ...['demo', '--out', issued, '--students', '60', '--seed', '7', '--verify-url', address],
  )
  if (status !== 0) throw new Error(err)
  sample = chooseSample(listBooks(issued)).map((book) => ({
    book,
    path: join(issued, 'pdf', book.name.replace(/xml$/, 'pdf')),
  }))
})
afterAll(folder.remove)

const ask = (
  command: string,
  ...args: readonly string[]
): { readonly status: number | null; readonly words: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    cwd: folder.path,
  })
  return { status, words: `${stdout}${stderr}` }
}

const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder.path, name)
  writeFileSync(path, bytes)
  return path
}

describe('every issued book', () => {
  it('has its page beside it, of the same name', () => {
    const names = (kind: string): readonly string[] =>
      readdirSync(join(issued, kind))
        .map((name) => name.slice(0, -4))
        .toSorted()
    expect(names('pdf')).toEqual(names('xml'))
    expect(names('pdf').length).toBeGreaterThan(50)
  })

  it('is in a sample of every level, with a second version and every algorithm of a seal', () => {
    const text = sample.map(({ book }) => book.text).join('')
    for (const level of levels) expect(text).toContain(`<CapHoc>${level}<`)
    for (const method of methods) expect(text).toContain(`#${method}"`)
    expect(text).toContain('<So>2</So>')
  })
})

describe('every page of the sample', () => {
  it('is sound, by qpdf', () => {
    for (const { path } of sample) {
      const { status, words } = ask('qpdf', '--check', path)
      expect(status, words).toBe(0)
      expect(words).toContain('No syntax or stream encoding errors found')
    }
  })

  it('is signed as a whole by one valid PAdES signature, by pdfsig', () => {
    for (const { path } of sample) {
      const { words } = ask('pdfsig', path)
      expect(words).toContain('Signature Type: ETSI.CAdES.detached')
      expect(words).toContain('Total document signed')
      expect(words.match(/Signature is Valid\./g)).toHaveLength(1)
    }
  })

  it('has a seal that openssl verifies, CAdES attributes and path included', () => {
    for (const { path } of sample) {
      const pdf = readFileSync(path)
      const [, a = 0, b = 0, c = 0, d = 0] = (
        /\/ByteRange \[(\d+) (\d+) (\d+) (\d+)\s*\]/.exec(pdf.toString('latin1')) ?? []
      ).map(Number)
      const covered = Buffer.concat([pdf.subarray(a, a + b), pdf.subarray(c, c + d)])
      const { status, words } = ask(
        'openssl',
        ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', '/dev/null'],
        ...['-in', put('seal.der', extractCms(pdf)), '-content', put('covered', covered)],
        ...['-CAfile', trust('schools.pem')],
      )
      expect(status, `${path}: ${words}`).toBe(0)
    }
  })

  it('carries the issued file unchanged, by pdfdetach', () => {
    for (const { path, book } of sample) {
      const name = book.name.replace(/\.v\d+\.xml$/, '.xml')
      expect(ask('pdfdetach', '-list', path).words).toContain(`1 embedded files\n1: ${name}`)
      const out = join(folder.path, 'attached.xml')
      expect(ask('pdfdetach', '-save', '1', '-o', out, path).status).toBe(0)
      expect(readFileSync(out, 'utf8')).toBe(book.text)
    }
  })

  it('says when and by whom it was sealed, and where to look it up, by pdftotext', () => {
    for (const { path, book } of sample) {
      const text = ask('pdftotext', '-raw', path, '-').words.replace(/\s+/g, '')
      expect(text).toContain('tracuu.example/hoc-ba')
      for (const [, at = ''] of book.text.matchAll(/<xades:SigningTime>([^<]*)</g)) expect(text).toContain(at)
    }
  })

  it('shows every mark, comment and name of its data, by pdftotext', () => {
    for (const { path, book } of sample) {
      const text = letters(ask('pdftotext', '-raw', path, '-').words + ask('pdftotext', path, '-').words)
      const reading = readBook(Buffer.from(book.text))
      if ('fault' in reading) throw new Error(book.name)
      const { identity, subjects, summary } = reading.book.data.report
      const values = [
        ...[identity.fullName, identity.className, identity.yearLookupCode, summary.homeroomTeacher.fullName],
        ...subjects.flatMap(({ name, comment = '', teacher }) => [name, comment, teacher.fullName]),
        ...subjects.flatMap(({ term1, term2, year }) => [term1, term2, year].map(asShown)),
        summary.comment ?? '',
      ]
      expect(values.filter((value) => !text.includes(letters(value)))).toEqual([])
    }
  })

  it('shows its seal in red where the form keeps a place for it', () => {
    const [{ path } = { path: '' }] = sample
    const sealed = ask('pdftoppm', '-r', '40', path, join(folder.path, 'sealed'))
    expect(sealed.status, sealed.words).toBe(0)
    const red = readdirSync(folder.path)
      .filter((name) => /^sealed-\d+\.ppm$/.test(name))
      .map((name) => countRed(readFileSync(join(folder.path, name))))
    expect(Math.max(...red)).toBeGreaterThan(100)
  })
})

/** Lines and columns break texts anywhere; a value is found by its letters. */
const letters = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '')

const asShown = (value = ''): string =>
  value === 'pass' ? 'Đạt' : value === 'not-pass' ? 'Chưa đạt' : value.replace('.', ',')

/** Pixels of a picture (PPM) that are red as a seal is; the band that marks a demonstration is darker. */
const countRed = (ppm: Buffer): number => {
  let count = 0
  for (let at = ppm.indexOf('\n255\n') + 5; at + 2 < ppm.length; at += 3)
    if ((ppm[at] ?? 0) > 210 && (ppm[at + 1] ?? 0) < 150 && (ppm[at + 2] ?? 0) < 150) count++
  return count
}

interface Line {
  readonly kind: string
  readonly verdict: string
  readonly findings: readonly { readonly code: string }[]
  readonly page: Readonly<Record<string, unknown>>
  readonly compilation?: readonly { readonly verdict: string }[]
}

const verify = (
  ...args: readonly string[]
): { readonly status: number | null; readonly lines: readonly Line[] } => {
  const { status, out } = hocba('verify', ...args, '--trust', join(issued, 'trust'), '--offline', '--json')
  return {
    status,
    lines: out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
  }
}

describe('our own command', () => {
  it('passes every page: the page made anew has the same bytes', () => {
    const { status, lines } = verify(...sample.map(({ path }) => path), '--verify-url', address)
    expect(status).toBe(0)
    for (const line of lines) {
      expect(line).toMatchObject({ kind: 'hocba-pdf', verdict: 'passed' })
      expect(line.page).toMatchObject({ agreement: 'same-bytes', verificationUrl: address })
      expect(line.findings.map(({ code }) => code)).not.toContain('page-other-address')
    }
  })

  it('tells a clerk that the page and its data agree', () => {
    const [{ path } = { path: '' }] = sample
    const { out } = hocba('verify', path, '--trust', join(issued, 'trust'), '--offline')
    expect(out).toMatch(/^✔ HỢP LỆ/m)
    expect(out).toContain('Trang khớp dữ liệu')
  })

  it('issues the same books without pages when none are wanted', () => {
    const bare = join(folder.path, 'bare')
    const { status } = hocba('demo', '--out', bare, '--students', '60', '--seed', '7', '--no-pdf')
    expect(status).toBe(0)
    expect(existsSync(join(bare, 'pdf'))).toBe(false)
    expect(listBooks(bare)).toHaveLength(listBooks(issued).length)
  })

  it.each([
    'tracuu.example',
    'ftp://tracuu.example/',
    'https://tracuu.example/a b/',
    `https://${'a'.repeat(200)}.vn/`,
  ])('takes no «%s» for the address of a lookup', (text) => {
    const { status, err } = hocba('demo', '--out', join(folder.path, 'x'), '--verify-url', text)
    expect(status).toBe(64)
    expect(err).toContain('--verify-url')
  })
})

describe('hocba compile', () => {
  const codesWith = (years: number): readonly string[] => {
    const byCode = Map.groupBy(
      readdirSync(join(issued, 'xml')).filter((name) => !name.includes('.v')),
      (name) => name.slice(0, 32),
    )
    return [...byCode].filter(([, names]) => names.length === years).map(([code]) => code)
  }
  const out = (name: string): string => join(folder.path, name)

  it('makes one PDF of a book’s years, with every year’s file, and says that nobody sealed it', () => {
    const [code = ''] = codesWith(2)
    const { status, out: said } = hocba(
      'compile',
      code,
      '--from',
      issued,
      '--out',
      out('book.pdf'),
      '--offline',
    )
    expect(status).toBe(0)
    expect(said).toContain('không đóng dấu')
    expect(ask('qpdf', '--check', out('book.pdf')).status).toBe(0)
    expect(ask('pdfdetach', '-list', out('book.pdf')).words).toContain('2 embedded files')
    const { status: verdict, lines } = verify(out('book.pdf'))
    expect(verdict).toBe(0)
    const [line] = lines
    expect(line?.compilation?.map((year) => year.verdict)).toEqual(['passed', 'passed'])
    expect(line?.findings.map(({ code: found }) => found)).toEqual(
      expect.arrayContaining(['page-compilation', 'year-before-checked']),
    )
    expect(line?.page).toMatchObject({ agreement: 'same-bytes', signatures: [] })
  })

  it('makes the same bytes again, and a folder of several books', () => {
    const [code = ''] = codesWith(2)
    const [single = ''] = codesWith(1)
    const { status } = hocba('compile', code, single, '--from', issued, '--out', out('books'), '--offline')
    expect(status).toBe(0)
    expect(readFileSync(join(out('books'), `${code}.pdf`)).equals(readFileSync(out('book.pdf')))).toBe(true)
    const year = readdirSync(join(issued, 'pdf')).find((name) => name.startsWith(single)) ?? ''
    const sealed = readFileSync(join(issued, 'pdf', year))
    expect(readFileSync(join(out('books'), `${single}.pdf`)).equals(sealed)).toBe(true)
  })

  it('whose page was touched afterwards fails', () => {
    const text = readFileSync(out('book.pdf')).toString('latin1')
    const touched = text.replace(/\/Lang \(vi-VN\)/, '/Lang (vi-XX)')
    expect(touched).not.toBe(text)
    const { status, lines } = verify(put('touched.pdf', Buffer.from(touched, 'latin1')))
    expect(status).toBe(1)
    expect(lines[0]?.findings.map(({ code }) => code)).toContain('page-disagrees')
  })

  it('refuses a source that does not pass, and writes nothing', () => {
    const [code = ''] = codesWith(2)
    const [file = ''] = readdirSync(join(issued, 'xml')).filter((name) => name.startsWith(code))
    const text = readFileSync(join(issued, 'xml', file), 'utf8')
    const spoilt = out('spoilt')
    const copied = ask('cp', '-r', issued, spoilt)
    expect(copied.status).toBe(0)
    writeFileSync(join(spoilt, 'xml', file), text.replace('<HoTen>', '<HoTen>A'))
    const { status, err } = hocba('compile', code, '--from', spoilt, '--out', out('none.pdf'), '--offline')
    expect(status).toBe(65)
    expect(err).toContain(file)
    expect(existsSync(out('none.pdf'))).toBe(false)
  })

  it.each<readonly [string, readonly string[], number]>([
    ['a code that is none', ['abc', '--from', issued, '--out', 'x.pdf'], 64],
    ['no source', ['0'.repeat(32), '--out', 'x.pdf'], 64],
    ['a code that nobody has', ['0'.repeat(32), '--from', issued, '--out', join(folder.path, 'y.pdf')], 66],
    ['two books for one file', ['0'.repeat(32), '1'.repeat(32), '--from', issued, '--out', 'x.pdf'], 64],
  ])('refuses %s', (_, args, expected) => {
    expect(hocba('compile', ...args).status).toBe(expected)
  })
})
