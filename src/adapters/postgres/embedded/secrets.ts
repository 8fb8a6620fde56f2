import { randomBytes } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { Refusal } from '../../../shared/refusal.ts'
import { writeAtOnce } from '../../file-store/write-at-once.ts'
import { findError } from '../../file-store/file-errors.ts'
import type { ClusterPlace } from './place.ts'

/** The passwords of the embedded database, drawn once, one for each role that signs in. */
export interface Secrets {
  readonly superuser: string
  readonly owner: string
  readonly app: string
}

const drawPassword = (): string => randomBytes(24).toString('base64url')

/**
 * Reads the passwords, or draws them before the data are made; the file is for its owner's eyes only (0600). Refused
 * where there are data whose passwords are lost.
 */
export const keepSecrets = async ({ secrets, data }: ClusterPlace): Promise<Secrets> => {
  const written = await readFile(secrets, 'utf8').catch(findError('ENOENT'))
  if (written !== undefined) return JSON.parse(written) as Secrets
  if ((await stat(data).catch(findError('ENOENT'))) !== undefined)
    throw new Refusal(
      'database-not-available',
      `Thiếu tệp mật khẩu ${secrets} của cơ sở dữ liệu ở ${data}. Hãy khôi phục tệp ấy từ bản sao lưu.`,
    )
  const drawn = { superuser: drawPassword(), owner: drawPassword(), app: drawPassword() }
  await writeAtOnce(secrets, JSON.stringify(drawn))
  return drawn
}
