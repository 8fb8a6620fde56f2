import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { oneTimeCodesAlwaysFor } from '../../accounts/index.ts'
import { errorCode } from '../../adapters/file-store/file-errors.ts'
import { writeAtOnce } from '../../adapters/file-store/write-at-once.ts'
import { createPasswordHasher } from '../../adapters/password-hasher.ts'
import type { Config } from './config.ts'
import { createMemoryLimiter } from './limits/rate-limiter.ts'
import type { Place } from './place.ts'
import { drawSetUpCode } from './school/accounts/set-up-code.ts'
import type { SchoolPorts } from './school/ports.ts'

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

const attempts = { most: 10, windowSeconds: 600 }

/** Joins the school's part of the server to a place. Nobody of the demonstration needs one-time codes. */
export const openSchool = async (
  config: Config,
  { school, signin }: Pick<Place, 'school' | 'signin'>,
  clock: () => Date,
): Promise<SchoolPorts> => ({
  school,
  signin,
  clock,
  hasher: await createPasswordHasher(),
  secretKey: await openSecretKey(config),
  oneTimeCodesFor: config.demonstration ? [] : oneTimeCodesAlwaysFor,
  setUpCode: drawSetUpCode(),
  attempts: createMemoryLimiter(attempts),
})
