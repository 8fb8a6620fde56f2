import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDemoAuthority } from '../demo/authority/index.ts'
import { readTrustFolder, trustStoreFrom } from './trust-folder.ts'

let files: Map<string, Uint8Array>
let folder: string

beforeAll(async () => {
  const authority = await createDemoAuthority({ now: new Date('2025-08-01T00:00:00Z') })
  files = await authority.trustFiles({
    at: new Date('2026-06-01T00:00:00Z'),
    nextUpdate: new Date('2030-01-01T00:00:00Z'),
  })
  folder = await mkdtemp(join(tmpdir(), 'trust-'))
})
afterAll(() => rm(folder, { recursive: true }))

const write = async (changes: Record<string, Uint8Array | string | undefined> = {}): Promise<string> => {
  const target = await mkdtemp(join(folder, 'case-'))
  for (const [name, content] of Object.entries({ ...Object.fromEntries(files), ...changes })) {
    if (content !== undefined) await writeFile(join(target, name), content)
  }
  return target
}

describe('a trust folder', () => {
  it('holds an anchor and an intermediate for each use, and every CRL', async () => {
    const trust = await readTrustFolder(await write())
    for (const use of [trust.persons, trust.schools, trust.timestamps]) {
      expect(use.anchors.map(({ subject }) => subject.commonName)).toEqual([
        expect.stringMatching(/^CA gốc minh họa/),
      ])
      expect(use.intermediates).toHaveLength(1)
    }
    expect(trust.evidence.map(({ kind }) => kind)).toEqual(Array(6).fill('crl'))
  })

  it('is the same on disk and in memory', async () => {
    const sha256 = (trust: ReturnType<typeof trustStoreFrom>) =>
      trust.persons.anchors.map((anchor) => anchor.sha256)
    expect(sha256(trustStoreFrom(files))).toEqual(sha256(await readTrustFolder(await write())))
  })

  it('may hold other files', async () => {
    expect((await readTrustFolder(await write({ 'README.txt': 'x' }))).evidence).toHaveLength(6)
  })
})

describe('a trust folder is refused by name', () => {
  const half = () =>
    Buffer.from(files.get('persons.pem') ?? [])
      .toString()
      .replace(/MII.{20}/, 'MIIX')
  const onlyIntermediate = () =>
    Buffer.from(files.get('persons.pem') ?? [])
      .toString()
      .replace(/[^]*?-----END CERTIFICATE-----/, '')

  it.each([
    [
      'a missing file',
      () => ({ 'timestamps.pem': undefined }),
      /timestamps\.pem: thư mục tin cậy thiếu tệp này/,
    ],
    ['a broken certificate', () => ({ 'persons.pem': half() }), /persons\.pem: có chứng thư số bị hỏng/],
    ['no anchor', () => ({ 'persons.pem': onlyIntermediate() }), /persons\.pem: không có chứng thư số gốc/],
    ['an empty file', () => ({ 'schools.pem': '' }), /schools\.pem: không có chứng thư số gốc/],
    ['a broken list', () => ({ 'old.crl': 'x' }), /old\.crl: không phải danh sách thu hồi/],
    ['too large a file', () => ({ 'schools.pem': Buffer.alloc(5 << 20) }), /schools\.pem: tệp lớn hơn 4 MB/],
  ])('for %s', async (_, changes, message) => {
    const reading = readTrustFolder(await write(changes()))
    await expect(reading).rejects.toMatchObject({
      code: 'file-not-readable',
      message: expect.stringMatching(message) as string,
    })
  })

  it('when it is not there', async () => {
    const reading = readTrustFolder(join(folder, 'nowhere'))
    await expect(reading).rejects.toMatchObject({
      code: 'file-not-readable',
      message: expect.stringContaining('nowhere') as string,
    })
  })
})
