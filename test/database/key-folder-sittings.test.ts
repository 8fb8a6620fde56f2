import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFileStore } from '../../src/adapters/file-store/open-file-store.ts'
import { openKeyFolder } from '../../src/adapters/key-folder.ts'
import { createPageRenderer } from '../../src/adapters/page-renderer.ts'
import { carryOver } from '../../src/adapters/postgres/books/carry-over.ts'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { createRegistryStore } from '../../src/adapters/postgres/registry.ts'
import { readTrustFolder } from '../../src/adapters/trust-folder.ts'
import { createDemoAuthority, drawCode } from '../../src/demo/index.ts'
import { createRenderer } from '../../src/rendition/index.ts'
import { verifyDocument, type DocumentContext } from '../../src/verification/index.ts'
import { elliptic, openOpensslAuthority, rsa } from '../builders/openssl-authority.ts'
import { verificationUrl } from '../builders/pages.ts'
import {
  colleagues,
  confirmAll,
  digestOf,
  placeOf,
  plannedClass,
  sheetsOf,
  yearEnd,
} from './support/finished-class.ts'
import { openSigningBench, type SigningBench } from './support/signing-bench.ts'

/*
 * A place as it really is: keys and certificates that openssl made lie in a folder, a trust folder says whom to trust,
 * timestamps come over HTTP. Nothing of the demonstration but the clock of its timestamps, which stands at the year's end.
 */

const folder = mkdtempSync(join(tmpdir(), 'key-folder-'))
const [keys, trusted, kept] = ['keys', 'trust', 'files'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
]
const authority = openOpensslAuthority()
const records = plannedClass(7, 2)
const { code: schoolCode, name: schoolName } = records.school
const clock = (): Date => yearEnd

let bench: SigningBench
let registry: Database<'registry'>
let context: DocumentContext
let sit: (who: Parameters<SigningBench['sit']>[0], kind?: 'sign' | 'seal') => Promise<void>
let closeTimestamps: () => Promise<void>

const putKeys = (timestampUrl: string): void => {
  mkdirSync(keys)
  writeFileSync(join(keys, 'dich-vu.json'), JSON.stringify({ timestampUrl }))
  const put = (file: string, name: string): void => {
    writeFileSync(join(keys, file), authority.keyAndChain(name), { mode: 0o600 })
  }
  for (const [index, { staffCode, fullName, citizenId }] of records.staff.entries()) {
    authority.certify(staffCode, index % 2 === 0 ? rsa : elliptic, `/CN=${fullName}/UID=CCCD:${citizenId}`)
    put(`${staffCode}-${schoolCode}.pem`, staffCode)
  }
  authority.certify('seal', rsa, `/CN=${schoolName}/UID=MT:${schoolCode}`)
  put(`con-dau-${schoolCode}.pem`, 'seal')
}

const putTrust = (timestamps: ReadonlyMap<string, Uint8Array>): void => {
  mkdirSync(trusted)
  for (const [name, bytes] of timestamps)
    if (name.startsWith('timestamps')) writeFileSync(join(trusted, name), bytes)
  for (const use of ['persons', 'schools'])
    writeFileSync(join(trusted, `${use}.pem`), authority.pem('ca.crt'))
  writeFileSync(join(trusted, 'ca.crl'), authority.revocationList())
}

beforeAll(async () => {
  const stamps = await createDemoAuthority({ now: new Date('2025-08-01T00:00:00+07:00') })
  const listening = await stamps.listenTimestamps(clock)
  closeTimestamps = () => listening.close()
  putKeys(listening.url)
  putTrust(await stamps.trustFiles({ at: yearEnd, nextUpdate: new Date('2027-12-01T00:00:00+07:00') }))
  bench = await openSigningBench(records, { withDrafts: false })
  registry = await connect(bench.server.url, 'registry')
  const store = createRegistryStore(registry)
  const typesetter = await createRenderer()
  const trust = await readTrustFolder(trusted)
  context = { trust, now: yearEnd, verificationUrl, renderer: createPageRenderer(typesetter) }
  const ports = { years: store, entries: store, files: await openFileStore(kept) }
  const desk = await openKeyFolder(keys, { trust, verificationUrl, clock, registry: ports, typesetter })
  sit = async (who, kind) => {
    const sittingId = await bench.begin(who, kind)
    expect(await bench.run(sittingId, {}, desk)).toBe('ended')
    expect((await bench.look(sittingId)).misses).toEqual([])
  }
})
afterAll(async () => {
  await closeTimestamps()
  await registry.destroy()
  await bench.close()
  authority.close()
  rmSync(folder, { recursive: true })
})

const filesKept = (): readonly string[] =>
  readdirSync(kept, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))

it('signs, seals and issues a class with keys of files, and a stranger finds every book genuine', async () => {
  const finished = { ...bench, records, place: placeOf(bench.tenant, 7), sheets: sheetsOf(records) }
  await confirmAll(finished)
  await carryOver(bench.database, finished.place, {
    part: 'year',
    digest: await digestOf(finished),
    teacher: colleagues.homeroomTeacher,
    now: yearEnd,
    making: { drawCode },
  })
  const { principal, clerk, subjectTeacher, artsTeacher, homeroomTeacher } = colleagues
  await sit(principal)
  await sit(clerk, 'seal')
  for (const who of [subjectTeacher, artsTeacher, homeroomTeacher, principal]) await sit(who)
  await sit(clerk, 'seal')

  const files = filesKept()
  expect(files).toHaveLength(4)
  for (const file of files) {
    const { verdict, findings, signatures } = await verifyDocument(readFileSync(file), context)
    expect([verdict, findings]).toEqual(['passed', []])
    expect(signatures.length).toBeGreaterThanOrEqual(6)
  }
  const pages = files.filter((file) => readFileSync(file).subarray(0, 5).toString() === '%PDF-')
  expect(pages).toHaveLength(2)
  for (const page of pages)
    expect(execFileSync('pdfsig', ['-nocert', page]).toString()).toContain(
      'Signature Validation: Signature is Valid.',
    )
})
