import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import { readConfig, type Config } from '../../src/apps/server/config.ts'
import { openPlace } from '../../src/apps/server/place.ts'
import { serve, type RunningServer } from '../../src/apps/server/serve.ts'
import { register } from '../../src/registry/index.ts'
import { verifyBook } from '../../src/verification/index.ts'
import { issueReport, now, openOffice, type TestOffice } from '../builders/issuing.ts'
import { secondaryReport, yearLookupCode } from '../builders/reports.ts'
import { addFieldAccount, type FieldAccount } from './support/field-account.ts'

let database: TestDatabase
let account: FieldAccount
let office: TestOffice
let folder: string
let config: Config

const surroundings = { clock: () => now, log: () => undefined, onStep: () => undefined }

const writeTrust = async (trust: string): Promise<void> => {
  await mkdir(trust)
  const files = await office.authority.trustFiles({ at: now, nextUpdate: new Date('2040-01-01T00:00:00Z') })
  for (const [name, bytes] of files) await writeFile(join(trust, name), bytes)
}

beforeAll(async () => {
  database = await openTestDatabase()
  account = await addFieldAccount(database)
  office = await openOffice()
  folder = await mkdtemp(join(tmpdir(), 'hocba-server-'))
  const trust = join(folder, 'trust')
  await writeTrust(trust)
  config = {
    ...readConfig({ HOCBA_DATA: folder, HOCBA_TRUST: trust, HOCBA_PORT: '0' }),
    databaseUrl: account.url,
  }
  const place = await openPlace(config, () => undefined)
  const book = await issueReport(secondaryReport(), office)
  await register(
    place.registry,
    { xml: book.bytes },
    {
      now,
      by: 'CB-SO',
      inspect: (inspected) => verifyBook(inspected.book, { ...office.context, notes: inspected.notes }),
    },
  )
  await place.close()
})

afterAll(async () => {
  await account.remove()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = async ({ url }: RunningServer): Promise<unknown> => {
  const reply = await fetch(`${url}/api/v1/lookups`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: yearLookupCode, birthDate: '2012-03-09', lastFourDigits: '0009' }),
  })
  return reply.json()
}

describe('a server on PostgreSQL and files on disk', () => {
  it('opens a record, gives its file, and keeps both over a restart', async () => {
    for (let start = 0; start < 2; start += 1) {
      const running = await serve(config, surroundings)
      const answer = (await ask(running)) as { years: { verdict: string; files: { xml: string } }[] }
      expect(answer).toMatchObject({ kind: 'opened', years: [{ verdict: 'in-force' }] })
      const file = await fetch(running.url + (answer.years[0]?.files.xml ?? ''))
      expect([file.status, (await file.text()).slice(0, 7)]).toEqual([200, '<HocBa '])
      await running.close()
      await expect(fetch(`${running.url}/api/v1/status`)).rejects.toThrow()
    }
  })

  it('adds the pages that it is given', async () => {
    const running = await serve(config, {
      ...surroundings,
      portal: (server, { settings }) => {
        server.get('/', { config: { access: 'public' } }, () => ({ demonstration: settings.demonstration }))
        return Promise.resolve()
      },
    })
    expect(await (await fetch(running.url)).json()).toEqual({ demonstration: false })
    await running.close()
  })

  it('is refused with the remedy where the port is taken, and leaves nothing open', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.on('listening', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    await expect(serve({ ...config, port }, surroundings)).rejects.toThrow(
      `Cổng ${port} đã có chương trình khác dùng`,
    )
    other.close()
  })

  it('is refused where nobody is to be trusted', async () => {
    await expect(serve({ ...config, trustFolder: join(folder, 'nowhere') }, surroundings)).rejects.toThrow(
      'thư mục tin cậy',
    )
  })

  it('is refused where the folder of keys is named and not there', async () => {
    await expect(serve({ ...config, keyFolder: join(folder, 'nowhere') }, surroundings)).rejects.toThrow(
      'thư mục khóa thiếu tệp này',
    )
  })
})
