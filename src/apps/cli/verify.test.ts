import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { issueReport, now } from '../../../test/builders/issuing.ts'
import { makePages, openPageOffice, verificationUrl } from '../../../test/builders/pages.ts'
import { amendedReport, secondaryReport } from '../../../test/builders/reports.ts'
import { maxBookBytes } from '../../bookfile/index.ts'
import { verifyCommand } from './verify.ts'

const folder = mkdtempSync(join(tmpdir(), 'hocba-test-'))
const place = (name: string): string => join(folder, name)

beforeAll(async () => {
  const office = await openPageOffice()
  const files = await office.authority.trustFiles({ at: now, nextUpdate: new Date('2040-01-01') })
  for (const trust of ['trust', 'silent']) mkdirSync(place(trust))
  for (const [name, bytes] of files) {
    writeFileSync(join(place('trust'), name), bytes)
    if (!name.endsWith('.crl')) writeFileSync(join(place('silent'), name), bytes)
  }
  const sealed = await issueReport(secondaryReport(), office)
  const { bytes, book } = sealed
  const [page] = await makePages(office, [sealed])
  writeFileSync(place('sealed.pdf'), page?.bytes ?? '')
  const second = await issueReport(
    amendedReport(secondaryReport(), 'TOAN', { term2: '9.0', year: '8.8' }),
    office,
    book,
  )
  const text = Buffer.from(bytes).toString('utf8')
  writeFileSync(place('genuine.xml'), bytes)
  writeFileSync(place('second.xml'), second.bytes)
  writeFileSync(place('changed.xml'), text.replace('<CaNam>8.5<', '<CaNam>9.5<'))
  writeFileSync(place('rewritten.xml'), `\ufeff<?xml version="1.0"?>${text}`)
  writeFileSync(place('page.pdf'), '%PDF-1.7')
  writeFileSync(place('page.html'), '<!doctype html>')
  writeFileSync(place('large.xml'), Buffer.alloc(maxBookBytes * 2, 0x20))
  writeFileSync(
    place('spoof.xml'),
    text
      .replaceAll('Nguyễn Thị Thùy Dương', 'A\n✔ HỢP LỆ – đúng là học bạ')
      .replaceAll('Bến Nứa', '\u202eaứN nếB'),
  )
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

interface Run {
  readonly status: number
  readonly out: string
}

/** Runs the command in this process and keeps what it prints. */
const run = async (...args: readonly string[]): Promise<Run> => {
  let out = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  try {
    const status = await verifyCommand(args)
    return { status, out }
  } finally {
    spy.mockRestore()
  }
}

const verify = (names: readonly string[], ...options: readonly string[]): Promise<Run> =>
  run(...names.map(place), '--trust', place('trust'), '--at', '2026-07-01', '--offline', ...options)

interface Line {
  readonly file: string
  readonly kind: string
  readonly verdict: string
  readonly findings: readonly { readonly code: string }[]
  readonly record: object | null
  readonly signatures: readonly object[]
}
const linesOf = ({ out }: Run): readonly Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

describe('the exit status', () => {
  it.each<readonly [string, readonly string[], number]>([
    ['0 when all passed', ['genuine.xml', 'rewritten.xml', 'second.xml'], 0],
    ['0 when a page passed', ['sealed.pdf'], 0],
    ['1 when any failed', ['genuine.xml', 'changed.xml'], 1],
    ['1 for what is no book', ['page.pdf'], 1],
    ['1 for what is no document at all', ['page.html'], 1],
    ['1 for what is too large to be one', ['large.xml'], 1],
  ])('is %s', async (_, names, expected) => {
    expect((await verify(names)).status).toBe(expected)
  })

  it('is 2 when none failed and something is open', async () => {
    const open = await run(
      place('genuine.xml'),
      '--trust',
      place('silent'),
      '--at',
      '2026-07-01',
      '--offline',
    )
    expect(open.status).toBe(2)
    const both = await run(
      place('changed.xml'),
      place('genuine.xml'),
      '--trust',
      place('silent'),
      '--offline',
    )
    expect(both.status).toBe(1)
  })
})

describe('bad usage', () => {
  it.each<readonly [string, readonly string[]]>([
    ['no file', ['--trust', place('trust')]],
    ['no trust folder named', [place('genuine.xml')]],
    ['a trust folder that is not there', [place('genuine.xml'), '--trust', place('nirgends')]],
    ['a trust folder without anchors', [place('genuine.xml'), '--trust', folder]],
    ['a file that is not there', [place('khong-co.xml'), '--trust', place('trust')]],
    ['a folder instead of a file', [folder, '--trust', place('trust')]],
    ['a time that is none', [place('genuine.xml'), '--trust', place('trust'), '--at', 'hôm nay']],
    [
      'an address of a lookup that is none',
      [place('genuine.xml'), '--trust', place('trust'), '--verify-url', 'x'],
    ],
    ['an unknown option', [place('genuine.xml'), '--trust', place('trust'), '--fast']],
  ])('(%s) is refused with the command’s usage', async (_, args) => {
    await expect(run(...args)).rejects.toMatchObject({
      code: 'bad-usage',
      message: expect.stringContaining('Cách gọi: hocba verify') as string,
    })
  })
})

describe('with --json', () => {
  it('prints one line for each file in the order given, with the fields of the contract', async () => {
    const lines = linesOf(await verify(['changed.xml', 'genuine.xml', 'page.pdf'], '--json'))
    expect(lines.map(({ file }) => file)).toEqual(['changed.xml', 'genuine.xml', 'page.pdf'].map(place))
    expect(lines.map(({ verdict }) => verdict)).toEqual(['failed', 'passed', 'failed'])
    for (const line of lines)
      expect(Object.keys(line)).toEqual(['file', 'kind', 'verdict', 'findings', 'record', 'signatures'])
  })

  it('says of what is no book only why it is none', async () => {
    const [line] = linesOf(await verify(['page.pdf'], '--json'))
    expect(line).toMatchObject({
      kind: 'unknown',
      verdict: 'failed',
      record: null,
      signatures: [],
      findings: [{ code: 'pdf-structure' }],
    })
  })

  it('compares the files with each other', async () => {
    const [first, second] = linesOf(await verify(['genuine.xml', 'second.xml'], '--json'))
    expect(first?.findings.map(({ code }) => code)).toContain('newer-version-at-hand')
    expect(second?.findings.map(({ code }) => code)).not.toContain('newer-version-at-hand')
    const [page] = linesOf(await verify(['sealed.pdf', 'second.xml'], '--json'))
    expect(page?.findings.map(({ code }) => code)).toContain('newer-version-at-hand')
  })

  it('says of a page also how it agrees with its data, and where it leads', async () => {
    const own = ['--json', '--verify-url', 'https://khac.example/'] as const
    const [line] = linesOf(await verify(['sealed.pdf'], ...own))
    expect(Object.keys(line ?? {})).toEqual([
      ...['file', 'kind', 'verdict', 'findings', 'record', 'signatures', 'page'],
    ])
    expect(line).toMatchObject({
      kind: 'hocba-pdf',
      page: {
        agreement: 'same-bytes',
        verificationUrl,
        signatures: [{ field: 'con-dau', verdict: 'passed' }],
      },
    })
    expect(line?.findings.map(({ code }) => code)).toContain('page-other-address')
  })
})

describe('for a person', () => {
  it('says that a page agrees with its data, by whom and when it was sealed', async () => {
    const { out } = await verify(['sealed.pdf'])
    expect(out).toMatch(/^✔ HỢP LỆ/m)
    expect(out).toContain('✔ Trang khớp dữ liệu')
    expect(out).toContain(`Mã QR dẫn tới ${verificationUrl}`)
    expect(out).toMatch(/✔ Ký trên trang\s+Trường THCS Bến Nứa\s+09:00 29\/05\/2026/)
  })

  it('begins with the verdict and says whose book it is, of what school, class and year', async () => {
    const { out } = await verify(['genuine.xml'])
    const [file, verdict, student, school, year] = out.split('\n')
    expect(file).toBe(place('genuine.xml'))
    expect(verdict).toMatch(/^✔ HỢP LỆ/)
    expect(student).toContain('Nguyễn Thị Thùy Dương (mã 9900000001), sinh 09/03/2012')
    expect(school).toContain('Trường THCS Bến Nứa')
    expect(year).toContain('2025-2026, lớp 8A1, phiên bản 1')
    expect(out).toMatch(/✔ Con dấu nhà trường\s+Trường THCS Bến Nứa\s+09:00 29\/05\/2026/)
  })

  it('says why a book is not genuine, and which signatures broke', async () => {
    const { out } = await verify(['changed.xml'])
    expect(out).toMatch(/✘ KHÔNG HỢP LỆ/)
    expect(out).toContain('[content-changed, s-gv-CB003]')
    expect(out).toMatch(/✘ Giáo viên môn học\s+Lê Thị Ngọc Ánh/)
    expect(out).toMatch(/✔ Giáo viên môn học\s+Vũ Minh Khôi/)
  })

  it('lets no name print a verdict of its own or turn the line around', async () => {
    const { out } = await verify(['spoof.xml'])
    expect(out.split('\n').filter((line) => /^[✔✘?] /u.test(line))).toEqual([
      expect.stringMatching(/^✘ KHÔNG HỢP LỆ/),
    ])
    expect(out).toContain('A�✔ HỢP LỆ')
    expect(out).not.toContain('\u202e')
  })
})
