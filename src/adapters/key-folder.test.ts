import { verify } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { elliptic, openOpensslAuthority, rsa } from '../../test/builders/openssl-authority.ts'
import { certificateFromDer } from '../crypto/certificate.ts'
import type { KeyHolder, SigningDesk } from '../issuing/index.ts'
import type { RegistryPorts } from '../registry/index.ts'
import { openKeyFolder } from './key-folder.ts'

const teacher: KeyHolder = {
  staffCode: 'CB02',
  citizenId: '011199000123',
  fullName: 'Kha Văn Tiến',
  schoolCode: '0079000777',
  schoolName: 'Trường THCS Hoa Ban',
}
const school = { code: teacher.schoolCode, name: teacher.schoolName }
const own = 'CB02-0079000777.pem'
const sealName = 'con-dau-0079000777.pem'
const nobody = { anchors: [], intermediates: [] }
const trust = { persons: nobody, schools: nobody, timestamps: nobody, evidence: [] }

const root = mkdtempSync(join(tmpdir(), 'keys-'))
let folder = root
let made = 0

const authority = openOpensslAuthority()
const { openssl, certify, pem, chainOf, keyAndChain } = authority

const days = (count: number): string =>
  `${new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`

const personal = '/CN=Kha Văn Tiến/UID=CCCD:011199000123'

beforeAll(() => {
  certify('rsa', rsa, personal)
  certify('elliptic', elliptic, personal)
  certify('other', rsa, '/CN=Ngân Thị Lụa/UID=CCCD:011199000124')
  certify('expired', rsa, personal, [days(-20), days(-10)])
  certify('early', rsa, personal, [days(10), days(20)])
  certify('short', ['rsa:1024'], personal)
  certify('seal', rsa, '/CN=Trường THCS Hoa Ban/UID=MT:0079000777')
  openssl('pkcs8', '-topk8', '-in', 'rsa.key', '-out', 'locked.key', '-passout', 'pass:x')
})
afterAll(() => {
  authority.close()
  rmSync(root, { recursive: true })
})
beforeEach(() => {
  folder = join(root, `folder-${++made}`)
  mkdirSync(folder)
  putServices('{"timestampUrl": "https://tsa.example/tsr"}')
})

const putServices = (text: string): void => {
  writeFileSync(join(folder, 'dich-vu.json'), text)
}

const put = (name: string, content: string, mode = 0o600): void => {
  writeFileSync(join(folder, name), content)
  chmodSync(join(folder, name), mode)
}

const open = (): Promise<SigningDesk> =>
  openKeyFolder(folder, {
    trust,
    verificationUrl: 'https://tracuu.example/',
    clock: () => new Date(),
    registry: {} as RegistryPorts,
  })

const find = async (person = teacher) => (await open()).findSigner(person)

describe('a folder of keys', () => {
  it.each([
    ['rsa', 'rsa-pkcs1-sha256'],
    ['elliptic', 'ecdsa-p256-sha256'],
  ])('signs for a person with the %s key of theirs, the anchor left out', async (name, algorithm) => {
    put(own, keyAndChain(name))
    const signer = await find()
    expect([signer?.algorithm, signer?.chain.length]).toEqual([algorithm, 1])
    const [message] = [Buffer.from('Học bạ')]
    const [value] = (await signer?.sign([message])) ?? []
    const key = { key: pem(`${name}.crt`), dsaEncoding: 'ieee-p1363' as const }
    expect(verify('sha256', message, key, value ?? Buffer.alloc(0))).toBe(true)
  })

  it('seals for a school with its seal, and for no other', async () => {
    put(sealName, keyAndChain('seal'))
    const desk = await open()
    const seal = await desk.findSeal(school)
    const certificate = certificateFromDer(seal?.signer.chain[0] ?? Buffer.alloc(0))
    expect(certificate?.subject.commonName).toBe('Trường THCS Hoa Ban')
    expect(await desk.findSeal({ ...school, code: '0079000778' })).toBeUndefined()
  })

  it('has no key where there is none, until it is put there', async () => {
    const desk = await open()
    expect(await desk.findSigner(teacher)).toBeUndefined()
    put(own, keyAndChain('rsa'))
    expect(await desk.findSigner(teacher)).toBeDefined()
  })

  it('is never left by way of a code', async () => {
    put(own, keyAndChain('rsa'))
    mkdirSync(join(folder, 'x'))
    expect(await find({ ...teacher, staffCode: 'x/../CB02' })).toBeUndefined()
    expect(await find({ ...teacher, staffCode: '../CB02' })).toBeUndefined()
  })
})

const certificates = (name: string, count: number): string => pem(`${name}.crt`).repeat(count)

describe('a key is refused with words', () => {
  it.each<[string, () => string, RegExp, number?]>([
    ['of another certificate', () => pem('other.key') + chainOf('rsa'), /khóa không khớp/],
    ['behind another certificate', () => pem('rsa.key') + pem('ca.crt') + pem('rsa.crt'), /không khớp/],
    ['of another person', () => keyAndChain('other'), /không mang số định danh của Kha Văn Tiến/],
    ['expired', () => keyAndChain('expired'), /đã hết hạn ngày \d\d\/\d\d\/\d{4}\. Hãy thay/],
    ['not in force yet', () => keyAndChain('early'), /chỉ có hiệu lực từ ngày/],
    ['too short', () => keyAndChain('short'), /chỉ dùng được khóa RSA từ 2048 bit/],
    ['with a password', () => pem('locked.key') + chainOf('rsa'), /đang đặt mật khẩu/],
    ['twice', () => pem('rsa.key') + keyAndChain('rsa'), /đúng một khóa riêng/],
    ['without certificate', () => pem('rsa.key'), /không có chứng thư số nào/],
    ['with a broken certificate', () => keyAndChain('rsa') + pem('ca.crt').replace('MII', 'MIX'), /bị hỏng/],
    ['with too many certificates', () => pem('rsa.key') + certificates('rsa', 9), /hơn 8 chứng thư số/],
    ['broken', () => pem('rsa.key').replace('MII', 'MIX') + chainOf('rsa'), /khóa riêng bị hỏng/],
    ['that is no PEM', () => '\u0000\u0001 không phải PEM', /PKCS#8, định dạng PEM/],
    ['too large', () => keyAndChain('rsa') + '\n'.repeat(1 << 16), /lớn hơn 64 KB/],
    ['that the group may read', () => keyAndChain('rsa'), /chmod 600/, 0o640],
    ['that others may read', () => keyAndChain('rsa'), /chmod 600/, 0o604],
  ])('%s', async (_title, content, words, mode) => {
    put(own, content(), mode)
    await expect(find()).rejects.toMatchObject({
      code: 'key-not-available',
      message: expect.stringMatching(words) as string,
    })
    await expect(find()).rejects.toThrow(`Không dùng được tệp khóa ${own}: `)
  })

  it('of a folder in its place', async () => {
    mkdirSync(join(folder, own), { mode: 0o700 })
    await expect(find()).rejects.toThrow(/không phải là một tệp/)
  })

  it('that is a person’s, in the place of the seal', async () => {
    put(sealName, keyAndChain('rsa'))
    await expect((await open()).findSeal(school)).rejects.toMatchObject({
      code: 'key-not-available',
      message: expect.stringContaining('không mang mã trường 0079000777') as string,
    })
  })
})

describe('the services of the folder', () => {
  it.each([
    ['no JSON', 'https://tsa.example'],
    ['no address', '{}'],
    ['null', 'null'],
    ['another kind of address', '{"timestampUrl": "file:///etc/passwd"}'],
    ['too large a file', `{"timestampUrl": "https://tsa.example/"}${' '.repeat(5000)}`],
  ])('are refused for %s', async (_title, text) => {
    putServices(text)
    await expect(open()).rejects.toMatchObject({
      code: 'file-not-readable',
      message: expect.stringContaining('dich-vu.json') as string,
    })
  })

  it('are refused where they are missing', async () => {
    rmSync(join(folder, 'dich-vu.json'))
    await expect(open()).rejects.toThrow(/thư mục khóa thiếu tệp này/)
  })
})
