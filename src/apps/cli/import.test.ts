import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureRoles, ownerRole, schemaRoles } from '../../adapters/postgres/roles.ts'
import { withClient } from '../../adapters/postgres/session.ts'
import { makeDataFolder, openEmptyDatabase, type TestDatabase } from '../../adapters/postgres/testing.ts'
import { writeWorkbook } from '../../adapters/workbook/index.ts'
import { rebuild, set } from '../../adapters/workbook/testing/rebuild.ts'
import { smallSchool } from '../../adapters/workbook/testing/small-school.ts'
import { readConfig } from './config.ts'
import { importCommand } from './import.ts'
import { main } from './main.ts'
import { readRecordsFromDatabase } from './read-records.ts'
import { chooseDatabase } from './school-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'hocba-test-'))
const workbook = join(folder, 'so.xlsx')
const badWorkbook = join(folder, 'so-sai.xlsx')
const { code } = smallSchool.school
const request = { school: code, year: smallSchool.schoolYear }
let server: TestDatabase
let url: string
let out: string
let err: string
let before: typeof process.exitCode

const account = `hb_test_${randomBytes(8).toString('hex')}`

/** What HOCBA_DATABASE_URL is in the field: an account that may take on every role and is nobody special. */
const addAccount = async ({ superuserUrl }: TestDatabase): Promise<string> => {
  const password = randomBytes(8).toString('hex')
  await withClient(superuserUrl, async (client) => {
    await ensureRoles(client)
    await client.query(`create role ${account} login password '${password}'`)
    await client.query(`grant ${ownerRole}, ${Object.values(schemaRoles).join(', ')} to ${account}`)
  })
  const own = new URL(superuserUrl)
  own.username = account
  own.password = password
  return own.href
}

const removeAccount = ({ superuserUrl }: TestDatabase): Promise<unknown> =>
  withClient(superuserUrl, (client) => client.query(`drop role ${account}`))

beforeAll(async () => {
  server = await openEmptyDatabase()
  url = await addAccount(server)
  writeFileSync(workbook, await writeWorkbook(smallSchool))
  writeFileSync(
    badWorkbook,
    await rebuild(smallSchool, (drafts) => {
      set(drafts, 'Học sinh', 'B4', 'không phải mã')
    }),
  )
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await removeAccount(server)
  await server.close()
})
beforeEach(() => {
  out = err = ''
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

const read = () => readRecordsFromDatabase({ ...request, database: url }, '')

const run = async (...args: readonly string[]): Promise<string> => {
  out = ''
  expect(await importCommand([...args, '--database', url])).toBe(0)
  return out
}

describe('hocba import', () => {
  it('with --check says what would come and brings nothing', async () => {
    const text = await run(workbook, '--check')
    expect(text).toContain('Trường THCS Đồng Vọng (mã 0079000123, Trung học cơ sở), năm học 2025-2026')
    expect(text).toContain('chưa ghi gì')
    expect(text).toContain('học sinh: thêm 3')
    await expect(read()).rejects.toThrow('chưa có năm học')
  })

  it('brings a workbook that has a fault not in, not in part either, and names the cell', async () => {
    await main(['import', badWorkbook, '--database', url])
    expect(process.exitCode).toBe(65)
    expect(err).toContain('chưa có gì thay đổi')
    expect(err).toContain('ô B4')
    await expect(read()).rejects.toThrow('chưa có năm học')
  })

  it('brings the workbook in, says how much of what, and what to do next', async () => {
    const text = await run(workbook)
    for (const line of ['đã nhập', 'lớp: thêm 2', 'phân công: thêm 4', 'học sinh: thêm 3', 'cán bộ: thêm 2'])
      expect(text).toContain(line)
    expect(text).not.toContain('đính chính')
    expect(text).toContain(`hocba issue --school ${code} --year 2025-2026`)
    expect(await read()).toEqual(smallSchool)
  })

  it('says that nothing has changed when the same workbook comes again', async () => {
    const text = await run(workbook)
    expect(text).toContain('không có gì thay đổi')
    expect(text).toContain('học sinh: giữ nguyên 3')
    expect(await run(workbook, '--check')).toBe(text)
  })

  it('refuses the workbook of another school than the one it is told', async () => {
    await main(['import', workbook, '--school', '0079000999', '--database', url])
    expect(process.exitCode).toBe(65)
    expect(err).toContain('không phải của trường mang mã 0079000999')
  })

  it.each<readonly [string, readonly string[]]>([
    ['no workbook', []],
    ['two workbooks', ['a.xlsx', 'b.xlsx']],
    ['two databases', ['a.xlsx', '--data', 'x', '--database', 'postgres://x']],
  ])('%s is bad usage', async (_, args) => {
    await main(['import', ...args])
    expect(process.exitCode).toBe(64)
    expect(err).toContain('hocba import SỔ.xlsx')
  })

  it('says which file cannot be read, and which database is not there', async () => {
    await main(['import', join(folder, 'không-có.xlsx'), '--database', url])
    expect(process.exitCode).toBe(66)
    await main(['import', workbook, '--database', 'postgres://ai:mat-khau@127.0.0.1:1/hocba'])
    expect(process.exitCode).toBe(69)
    expect(err).not.toContain('mat-khau')
  })

  it('starts the embedded database on a folder, and a second time finds there what it brought', async () => {
    const data = await makeDataFolder()
    try {
      expect(await importCommand([workbook, '--data', data])).toBe(0)
      expect(out).toContain('đã nhập')
      expect(out).toContain(`--data ${data}`)
      expect(await readRecordsFromDatabase({ ...request, data }, '')).toEqual(smallSchool)
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  })
})

describe('the database that is meant', () => {
  it('is the one of the command line, then of the environment, then the folder', () => {
    const url = 'postgres://may-chu/hocba'
    const bare = readConfig({ HOCBA_DATABASE_URL: '' })
    const set = readConfig({ HOCBA_DATABASE_URL: ` ${url} `, HOCBA_DATA: '/kho', HOCBA_PORT: '9090' })
    expect(bare).toEqual({ dataFolder: 'du-lieu', publicUrl: 'http://127.0.0.1:8080/' })
    expect(set).toEqual({ databaseUrl: url, dataFolder: '/kho', publicUrl: 'http://127.0.0.1:9090/' })
    expect(chooseDatabase({ database: 'khác' }, '', set)).toEqual({ url: 'khác', dataFolder: '/kho' })
    expect(chooseDatabase({ data: 'x' }, '', set)).toEqual({ dataFolder: 'x' })
    expect(chooseDatabase({}, '', set)).toEqual({ url, dataFolder: '/kho' })
    expect(chooseDatabase({}, '', bare)).toEqual({ dataFolder: 'du-lieu' })
  })
})

describe('records from the database', () => {
  it.each([
    [{ school: code }, 'Hãy nêu cả --school'],
    [{ school: code, year: '2025' }, 'Năm học viết như 2025-2026'],
    [{ school: code, year: '2025-2026', level: 'cấp 2' }, '--level là một trong'],
  ])('are not looked for when asked as %o', async (wrong, message) => {
    await expect(readRecordsFromDatabase(wrong, '')).rejects.toThrow(message)
  })
})
