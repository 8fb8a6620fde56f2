import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findPackage } from '../../src/adapters/postgres/embedded/program.ts'
import { afterwards, ask, makeFolder, makeUsedFolder, portOf, start, write } from './support/folders.ts'
import { isRunning, serverOf } from './support/programs.ts'

describe('the embedded database', () => {
  it('starts on an empty folder, with checksums, UTF-8 and everything flushed to disk', async () => {
    const { adminUrl } = await start(makeFolder())
    const settings =
      "array['data_checksums','fsync','full_page_writes','synchronous_commit','server_encoding']"
    const query = `select array_agg(current_setting(name)) from unnest(${settings}) name`
    expect(await ask(adminUrl, query)).toEqual(['on', 'on', 'on', 'on', 'UTF8'])
  })

  it('listens on this machine only, and not on the port of a PostgreSQL that is there already', async () => {
    const { adminUrl } = await start(await makeUsedFolder())
    expect(await ask(adminUrl, "current_setting('listen_addresses')")).toBe('127.0.0.1')
    expect(portOf(adminUrl)).not.toBe(5432)
  })

  it('signs nobody in as superuser, and the application not as the owner', async () => {
    const { url, adminUrl } = await start(await makeUsedFolder())
    const mayEscape =
      '(select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = session_user)'
    expect(await ask(adminUrl, `array[session_user::text, ${mayEscape}::text]`)).toEqual([
      'hb_owner',
      'false',
    ])
    expect(await ask(url, `array[session_user::text, ${mayEscape}::text]`)).toEqual(['hb_app', 'false'])
    expect(await ask(url, "pg_has_role('hb_owner', 'member')")).toBe(false)
  })

  it('asks for a password, and keeps the passwords for the eyes of their owner only', async () => {
    const folder = await makeUsedFolder()
    const { url } = await start(folder)
    const guessed = new URL(url)
    guessed.password = 'hocba'
    await expect(ask(guessed.href, '1')).rejects.toThrow('Không kết nối được')
    expect(statSync(join(folder, 'postgres', 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  it('keeps the data, the passwords and the port from one start to the next', async () => {
    const folder = makeFolder()
    const first = await start(folder)
    await write(first.adminUrl, "create table kept as select 'Nguyễn Thị Ước' as name")
    await first.stop()
    const second = await start(folder)
    expect(await ask(second.adminUrl, 'select name from kept')).toBe('Nguyễn Thị Ước')
    expect([second.url, second.adminUrl, second.log]).toEqual([first.url, first.adminUrl, []])
  })

  it('starts within 300 ms where data are there', async () => {
    const folder = await makeUsedFolder()
    const times: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now()
      const { stop } = await start(folder)
      times.push(performance.now() - began)
      await stop()
    }
    expect(Math.min(...times)).toBeLessThan(300)
  })

  it('ends with its server, cleanly, and may be stopped twice', async () => {
    const folder = await makeUsedFolder()
    const { stop } = await start(folder)
    const pid = serverOf(folder)
    await Promise.all([stop(), stop()])
    await stop()
    expect(isRunning(pid)).toBe(false)
    expect(readFileSync(join(folder, 'postgres', 'server.log'), 'utf8')).toContain(
      'database system is shut down',
    )
  })

  it('takes another port where its own is occupied', async () => {
    const folder = await makeUsedFolder()
    const first = await start(folder)
    await first.stop()
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(portOf(first.url), '127.0.0.1', resolve))
    afterwards(() => other.close())
    const second = await start(folder)
    expect(portOf(second.url)).not.toBe(portOf(first.url))
    expect(await ask(second.url, '1')).toBe(1)
  })

  it('takes over a lock that a loss of power left without its content', async () => {
    const folder = await makeUsedFolder()
    writeFileSync(join(folder, 'postgres', 'launch.lock'), '')
    expect(await ask((await start(folder)).url, '1')).toBe(1)
  })

  it('begins anew where the first start was killed halfway', async () => {
    const folder = makeFolder()
    const half = join(folder, 'postgres', 'data.new-0')
    mkdirSync(join(half, 'base'), { recursive: true })
    writeFileSync(join(half, 'PG_VERSION'), '17\n')
    const { url } = await start(folder)
    expect(await ask(url, '1')).toBe(1)
    expect(() => statSync(half)).toThrow('ENOENT')
  })
})

describe('the embedded database refuses, with a remedy,', () => {
  it('data whose passwords are lost', async () => {
    const folder = await makeUsedFolder()
    rmSync(join(folder, 'postgres', 'secrets.json'))
    await expect(start(folder)).rejects.toMatchObject({ code: 'database-not-available' })
  })

  it('data that were put elsewhere and are gone', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres', 'elsewhere'), `${join(folder, 'mất')}\n`)
    await expect(start(folder)).rejects.toThrow('không còn ở đó')
  })

  it('a machine for which no PostgreSQL came along', () => {
    expect(() => findPackage('sunos', 'sparc')).toThrow('HOCBA_DATABASE_URL=')
  })

  it('programs that do not run here', async () => {
    const packageFolder = makeFolder()
    mkdirSync(join(packageFolder, 'native', 'bin'), { recursive: true })
    writeFileSync(join(packageFolder, 'native', 'bin', 'postgres'), 'không phải chương trình')
    await expect(start(makeFolder(), { packageFolder })).rejects.toThrow('không chạy được trên máy này')
  })

  it('a data folder that is a file', async () => {
    const file = join(makeFolder(), 'tệp')
    writeFileSync(file, '')
    await expect(start(file)).rejects.toThrow('Không dùng được thư mục dữ liệu')
  })

  it('data of a server that does not start, with the end of its log', async () => {
    const folder = await makeUsedFolder()
    writeFileSync(join(folder, 'postgres', 'data', 'PG_VERSION'), '9.6\n')
    await expect(start(folder)).rejects.toThrow(/PG_VERSION|incompatible/)
  })
})
