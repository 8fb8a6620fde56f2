import { execFileSync } from 'node:child_process'
import { verify } from 'node:crypto'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
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

const openssl = (...args: string[]): Buffer => execFileSync('openssl', args, { cwd: root, stdio: 'pipe' })
const pem = (file: string): string => readFileSync(join(root, file), 'latin1')
const days = (count: number): string =>
  `${new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`

const request = (name: string, kind: readonly string[], subject: string): void => {
  openssl(...['req', '-new', '-newkey', ...kind, '-nodes', '-utf8'], '-subj', subject, ...outOf(name))
}
const outOf = (name: string): readonly string[] => ['-keyout', `${name}.key`, '-out', `${name}.csr`]

const rsa = ['rsa:2048']
const elliptic = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']

/** A key and its certificate of the test's own authority, in force between these days from now. */
const certify = (name: string, kind: readonly string[], subject: string, from = -1, until = 30): void => {
  request(name, kind, subject)
  const period = ['-startdate', days(from), '-enddate', days(until)]
  openssl(
    'ca',
    '-batch',
    '-config',
    'ca.cnf',
    ...period,
    '-in',
    `${name}.csr`,
    '-out',
    `${name}.crt`,
    '-notext',
  )
}

const settings = `[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
rand_serial = yes
certificate = ca.crt
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
userId = optional
`

const personal = '/CN=Kha Văn Tiến/UID=CCCD:011199000123'

beforeAll(() => {
  writeFileSync(join(root, 'ca.cnf'), settings)
  writeFileSync(join(root, 'index.txt'), '')
  const authority = ['-keyout', 'ca.key', '-out', 'ca.crt', '-subj', '/CN=CA thử', '-utf8', '-days', '60']
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...authority)
  certify('rsa', rsa, personal)
  certify('elliptic', elliptic, personal)
  certify('other', rsa, '/CN=Ngân Thị Lụa/UID=CCCD:011199000124')
  certify('expired', rsa, personal, -20, -10)
  certify('early', rsa, personal, 10, 20)
  certify('short', ['rsa:1024'], personal)
  certify('seal', rsa, '/CN=Trường THCS Hoa Ban/UID=MT:0079000777')
  openssl('pkcs8', '-topk8', '-in', 'rsa.key', '-out', 'locked.key', '-passout', 'pass:x')
})
afterAll(() => {
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

const chainOf = (name: string): string => pem(`${name}.crt`) + pem('ca.crt')
const keyAndChain = (name: string): string => pem(`${name}.key`) + chainOf(name)

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
