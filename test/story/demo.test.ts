import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cutSignature } from '../attack/support/edit.ts'
import { hocba, listBooks, makeTemporaryFolder, type IssuedBook } from '../interop/province.ts'

/** One invented province from its workbooks to sealed books, as a newcomer runs it. */
const folder = makeTemporaryFolder()
const place = (name: string): string => join(folder.path, name)
const demo = place('demo')

const invent = (out: string, seed: string, ...options: readonly string[]): void => {
  const { status, err } = hocba('demo', '--out', out, '--students', '60', '--seed', seed, ...options)
  if (status !== 0) throw new Error(err)
}

beforeAll(() => {
  invent(demo, '11')
})
afterAll(folder.remove)

const listWorkbooks = (): readonly string[] =>
  readdirSync(join(demo, 'workbooks'))
    .toSorted()
    .map((name) => join(demo, 'workbooks', name))

const dataOf = (text: string): string => /<DuLieu .*<\/DuLieu>/s.exec(text)?.[0] ?? ''
const contentsOf = (out: string): ReadonlyMap<string, string> =>
  new Map(listBooks(out).map(({ name, text }) => [name, dataOf(text)]))

interface Summary {
  readonly books: number
  readonly pages: number
  readonly notIssued: readonly { readonly student: string; readonly reason: string }[]
  readonly signatures: number
  readonly secondsByStage: Readonly<Record<string, number>>
}
const summaryOf = (out: string): Summary =>
  JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary

interface Verified {
  readonly file: string
  readonly verdict: string
  readonly findings: readonly { readonly code: string }[]
}
const verify = (out: string, books: readonly IssuedBook[]): readonly Verified[] =>
  hocba('verify', ...books.map(({ path }) => path), '--trust', join(out, 'trust'), '--json')
    .out.trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Verified)

describe('hocba demo', () => {
  it('makes workbooks, sealed books and their pages, a trust folder and a summary, and nothing else', () => {
    expect(readdirSync(demo).toSorted()).toEqual(['pdf', 'summary.json', 'trust', 'workbooks', 'xml'])
    expect(readdirSync(join(demo, 'pdf')).toSorted()).toEqual(
      listBooks(demo)
        .map(({ name }) => name.replace(/xml$/, 'pdf'))
        .toSorted(),
    )
    expect(listWorkbooks().length).toBeGreaterThanOrEqual(3)
    for (const { name } of listBooks(demo)) expect(name).toMatch(/^[0-9a-f]{32}-\d{4}-\d{4}(\.v\d+)?\.xml$/)
    const trust = readdirSync(join(demo, 'trust'))
    expect(trust).toEqual(expect.arrayContaining(['persons.pem', 'schools.pem', 'timestamps.pem']))
    expect(trust.filter((name) => name.endsWith('.crl')).length).toBeGreaterThanOrEqual(3)
  })

  it('counts in its summary what it made', () => {
    const { books, pages, signatures, secondsByStage, ...rest } = summaryOf(demo)
    const files = listBooks(demo)
    expect(Object.keys(rest)).toEqual(['notIssued'])
    expect(books).toBe(files.length)
    expect(pages).toBe(files.length)
    expect(signatures).toBe(files.reduce((sum, { text }) => sum + text.split('<ds:Signature ').length - 1, 0))
    expect(Object.keys(secondsByStage)).toEqual(
      expect.arrayContaining(['assemble', 'sign', 'seal', 'verify', 'pages', 'files']),
    )
    for (const seconds of Object.values(secondsByStage)) expect(seconds).toBeGreaterThanOrEqual(0)
  })

  it('leaves a pupil whose decision waits for the summer, or whose marks are missing, without a book', () => {
    const { notIssued } = summaryOf(demo)
    const reasons = notIssued.map(({ reason }) => reason).join('\n')
    expect(reasons).toContain('Chờ đánh giá lại')
    expect(reasons).toContain('Chờ đánh giá bổ sung')
    expect(reasons).toContain('Chưa đủ dữ liệu')
    const years = listBooks(demo).filter(({ text }) => text.includes('<NamHoc>2025-2026</NamHoc>'))
    for (const { student } of notIssued) {
      const code = /\((\d{10}),/.exec(student)?.[1] ?? student
      expect(years.filter(({ text }) => text.includes(`<MaHocSinh>${code}</MaHocSinh>`))).toEqual([])
    }
  })

  it('says the same for the same seed, and something else for another', () => {
    invent(place('again'), '11', '--no-pdf')
    expect(contentsOf(place('again'))).toEqual(contentsOf(demo))
    invent(place('other'), '12', '--no-pdf')
    expect(contentsOf(place('other'))).not.toEqual(contentsOf(demo))
  })

  it('passes its own verification, the chain of years included', () => {
    const verified = verify(demo, listBooks(demo))
    expect(verified.filter(({ verdict }) => verdict !== 'passed')).toEqual([])
    const codes = verified.flatMap(({ findings }) => findings.map(({ code }) => code))
    expect(codes).toContain('year-before-checked')
    expect(codes).not.toContain('year-before-not-checked')
    expect(codes).toContain('newer-version-at-hand')
  })

  it('refuses a folder that has something in it, and leaves it as it was', () => {
    const before = contentsOf(demo)
    const { status, err } = hocba('demo', '--out', demo, '--students', '60')
    expect(status).toBe(73)
    expect(err).toContain('đã có nội dung')
    expect(contentsOf(demo)).toEqual(before)
  })
})

describe('a correction', () => {
  const versions = (): readonly (readonly [IssuedBook, IssuedBook])[] => {
    const books = listBooks(demo)
    return books
      .filter(({ name }) => name.endsWith('.v1.xml'))
      .map((first) => {
        const second = books.find(({ name }) => name === first.name.replace('.v1', ''))
        if (second === undefined) throw new Error(`${first.name} has no second version`)
        return [first, second]
      })
  }
  const teachers = (text: string): readonly string[] =>
    [...text.matchAll(/<ds:Signature [^>]*Id="(s-gv-[^"]*)"/g)].map(([, id = '']) => id)

  it('makes a second version at every school', () => {
    expect(versions().length).toBeGreaterThanOrEqual(3)
  })

  it('keeps the cover’s and the other teachers’ signatures byte for byte; the rest is signed anew', () => {
    for (const [first, second] of versions()) {
      const code = /<SuaDoi><MonHoc>([A-Z0-9_]+)</.exec(second.text)?.[1] ?? ''
      const isSame = (id: string): boolean => cutSignature(first.text, id) === cutSignature(second.text, id)
      const redone = teachers(second.text).filter((id) => !isSame(id))
      expect(teachers(second.text)).toEqual(teachers(first.text))
      expect(redone).toHaveLength(1)
      expect(cutSignature(second.text, redone[0] ?? '')).toContain(`URI="#mon-${code}"`)
      for (const id of ['s-bia-ht', 's-bia-truong']) expect(isSame(id), id).toBe(true)
      for (const id of ['s-gvcn', 's-hieutruong', 's-truong']) expect(isSame(id), id).toBe(false)
      expect(second.text).toContain('<So>2</So>')
      expect(second.text.match(/<LanSua>1<\/LanSua>/g)).toHaveLength(2)
    }
  })
})

describe('hocba issue', () => {
  it('makes books of the same content from the demonstration’s workbooks', () => {
    const { status } = hocba('issue', ...listWorkbooks(), '--out', place('issued'), '--no-pdf')
    expect(status).toBe(0)
    expect(contentsOf(place('issued'))).toEqual(contentsOf(demo))
    const verified = verify(place('issued'), listBooks(place('issued')))
    expect(new Set(verified.map(({ verdict }) => verdict))).toEqual(new Set(['passed']))
  })

  it('in whatever order the workbooks are named', () => {
    const { status } = hocba('issue', ...listWorkbooks().toReversed(), '--out', place('reversed'), '--no-pdf')
    expect(status).toBe(0)
    expect(contentsOf(place('reversed'))).toEqual(contentsOf(demo))
  })

  it('only reports with --check', () => {
    const { status, out } = hocba('issue', ...listWorkbooks(), '--out', place('checked'), '--check')
    expect(status).toBe(0)
    expect(out).toContain('Chờ đánh giá lại')
    expect(existsSync(place('checked'))).toBe(false)
  })
})
