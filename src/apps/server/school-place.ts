import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { oneTimeCodesAlwaysFor } from '../../accounts/index.ts'
import { errorCode } from '../../adapters/file-store/file-errors.ts'
import { writeAtOnce } from '../../adapters/file-store/write-at-once.ts'
import { openKeyFolder } from '../../adapters/key-folder.ts'
import { smtpMailer } from '../../adapters/mail-smtp.ts'
import { createPasswordHasher, type PasswordHasher } from '../../adapters/password-hasher.ts'
import { httpRevocationSource } from '../../adapters/revocation-http.ts'
import { createTypesettingThread } from '../../adapters/typesetting-thread.ts'
import { createDemoDesk, openOfficeOf } from '../../demo/index.ts'
import type { SigningDesk } from '../../issuing/index.ts'
import type { RegistryPorts } from '../../registry/index.ts'
import type { Config } from './config.ts'
import { createGate } from './limits/gate.ts'
import { createMemoryLimiter } from './limits/rate-limiter.ts'
import { readTrust, type Log, type Place } from './place.ts'
import { drawSetUpCode } from './school/accounts/set-up-code.ts'
import type { DigestSettings, SchoolPorts } from './school/ports.ts'

const keyLength = 32

/** The key that seals one-time secrets: the setting's, else one drawn once and kept in the data folder. */
const openSecretKey = async ({ secretKey, dataFolder }: Config): Promise<Uint8Array> => {
  if (secretKey !== undefined) return secretKey
  const folder = join(dataFolder, 'khoa')
  const path = join(folder, 'ma-mot-lan.bin')
  try {
    const key = await readFile(path)
    if (key.length !== keyLength) throw new Error(`${path} is not ${keyLength} bytes long`)
    return key
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  const key = randomBytes(keyLength)
  await writeAtOnce(path, key, { mode: 0o600 })
  return key
}

/** A hash takes 19 MiB and a core: two at a time, a school's morning in line behind them. */
const openHasher = async (): Promise<PasswordHasher> => {
  const own = await createPasswordHasher()
  const gate = createGate(2, 200, 'Máy chủ đang nhận quá nhiều lượt đăng nhập')
  return {
    hash: (password) => gate(() => own.hash(password)),
    verify: (password, hashed) => gate(() => own.verify(password, hashed)),
  }
}

interface DeskPlace {
  readonly registry: RegistryPorts
  readonly clock: () => Date
  readonly log: Log
}

/** The demonstration's people sign with keys made for it. */
const openDemoDesk = async (
  { dataFolder, publicUrl }: Config,
  registry: RegistryPorts,
  clock: () => Date,
): Promise<SigningDesk> => {
  const office = await openOfficeOf(dataFolder, clock)
  return createDemoDesk(office, {
    registry,
    verificationUrl: publicUrl,
    clock,
    typesetter: createTypesettingThread(),
  })
}

/** At a school in earnest people sign with the keys of a folder; trust is that which strangers verify with here. */
const openRealDesk = async (
  folder: string,
  config: Config,
  { registry, clock, log }: DeskPlace,
): Promise<SigningDesk> =>
  openKeyFolder(folder, {
    ...{ registry, clock, verificationUrl: config.publicUrl, typesetter: createTypesettingThread() },
    trust: await readTrust(config, log),
    source: httpRevocationSource({}),
  })

/** Where keys are; a server of the field without a folder of them has nobody sign. */
const openDesk = async (config: Config, place: DeskPlace): Promise<{ readonly desk?: SigningDesk }> => {
  if (config.demonstration) return { desk: await openDemoDesk(config, place.registry, place.clock) }
  return config.keyFolder === undefined ? {} : { desk: await openRealDesk(config.keyFolder, config, place) }
}

const digestOf = ({ digestHour, publicUrl, mail }: Config): DigestSettings => ({
  hour: digestHour,
  publicUrl,
  ...(mail === undefined ? {} : { mailer: smtpMailer(mail) }),
})

const attempts = { most: 10, windowSeconds: 600 }

/** Joins the school's part of the server to a place. Nobody of the demonstration needs one-time codes. */
export const openSchool = async (
  config: Config,
  { school, signin, registry }: Pick<Place, 'school' | 'signin' | 'registry'>,
  { clock, log }: Omit<DeskPlace, 'registry'>,
): Promise<SchoolPorts> => ({
  school,
  signin,
  clock,
  hasher: await openHasher(),
  secretKey: await openSecretKey(config),
  oneTimeCodesFor: config.demonstration ? [] : [...oneTimeCodesAlwaysFor, ...config.oneTimeCodesFor],
  setUpCode: drawSetUpCode(),
  verificationUrl: config.publicUrl,
  attempts: createMemoryLimiter(attempts),
  digest: digestOf(config),
  ...(await openDesk(config, { registry, clock, log })),
})
