import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { main } from './main.ts'

let out: string
let err: string
let before: typeof process.exitCode

beforeEach(() => {
  out = ''
  err = ''
  before = process.exitCode
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text)
    return true
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = before
})

describe('hocba', () => {
  it.each(['--help', '-h', 'help'])('%s explains every command and ends well', async (flag) => {
    await main([flag])
    for (const command of ['start', 'template', 'import', 'issue', 'demo', 'compile', 'verify', 'evaluate'])
      expect(out).toContain(`hocba ${command}`)
    expect(process.exitCode).toBe(0)
  })

  it('without a command explains them too, but ends as bad usage', async () => {
    await main([])
    expect(out).toContain('hocba verify')
    expect(process.exitCode).toBe(64)
  })

  it.each<readonly [string, readonly string[]]>([
    ['an unknown command', ['kiểm-tra']],
    ['a command of every object', ['constructor']],
    ['an unknown option', ['verify', '--fast']],
    ['a missing option', ['demo']],
    ['a number that is none', ['demo', '--out', '/nirgends', '--students', 'nhiều']],
    ['too few pupils', ['demo', '--out', '/nirgends', '--students', '3']],
    ['a level that is none', ['template', 'a.xlsx', '--level', 'cấp 2']],
    ['no workbook', ['issue', '--out', '/nirgends']],
    ['a workbook and a school', ['issue', 'a.xlsx', '--school', '0079000123', '--year', '2025-2026']],
    ['a school without a year', ['issue', '--school', '0079000123']],
    ['no pages on record', ['issue', '--school', '0079000123', '--year', '2025-2026', '--no-pdf']],
    ['a server with parameters', ['start', '--port', '8081']],
    [
      'no pages and an address for them',
      ['demo', '--out', '/nirgends', '--no-pdf', '--verify-url', 'https://a.vn/'],
    ],
    ['an address that is none', ['demo', '--out', '/nirgends', '--verify-url', 'a.vn']],
    ['a code that is none', ['compile', 'abc', '--from', '/nirgends', '--out', 'x.pdf']],
  ])('%s is bad usage: one message on the error stream, nothing on the other', async (_, args) => {
    await main(args)
    expect(process.exitCode).toBe(64)
    expect(out).toBe('')
    expect(err).not.toContain('    at ')
    expect(err.trim()).not.toBe('')
  })

  it('a file that cannot be read ends with its own status', async () => {
    await main(['issue', '/nirgends/so.xlsx', '--out', '/nirgends/out'])
    expect(process.exitCode).toBe(66)
    expect(err).toContain('/nirgends/so.xlsx')
  })
})
