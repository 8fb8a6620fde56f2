import { randomUUID } from 'node:crypto'
import { chmod, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../../shared/refusal.ts'
import { writeAtOnce } from '../../file-store/write-at-once.ts'
import { findError } from '../../file-store/file-errors.ts'
import { canEnter, chooseRunAs, type RunAs } from './run-as.ts'

/** Where everything of one embedded database lies. */
export interface ClusterPlace {
  /** Our own files: passwords, port, log. */
  readonly folder: string
  /** Holds `data` and `programs`; the same folder unless the server's user cannot reach it. */
  readonly home: string
  readonly secrets: string
  readonly port: string
  readonly log: string
  /** PostgreSQL's own folder, owned by the user it runs as. */
  readonly data: string
  /** Where the programs are copied to if need be. */
  readonly programs: string
  readonly runAs: RunAs
}

const systemFolder = '/var/lib/hoc-ba-so'

/**
 * Lays out the place of the database in our own folder. Where the server's user cannot reach that folder (root's
 * private home), PostgreSQL's own files stand under /var/lib, and a note in our folder says where.
 */
export const layOutPlace = async (
  folder: string,
  log: (line: string) => void,
  elsewhere: string = systemFolder,
): Promise<ClusterPlace> => {
  const home = await findHome(folder, log, elsewhere)
  const data = join(home, 'data')
  return {
    folder,
    home,
    secrets: join(folder, 'secrets.json'),
    port: join(folder, 'port'),
    log: join(folder, 'server.log'),
    data,
    programs: join(home, 'programs'),
    runAs: await chooseRunAs(data),
  }
}

const findHome = async (folder: string, log: (line: string) => void, elsewhere: string): Promise<string> => {
  const note = join(folder, 'elsewhere')
  const noted = (await readFile(note, 'utf8').catch(findError('ENOENT')))?.trim()
  if (noted !== undefined) return getNoted(noted, note)
  if (process.getuid?.() === 0) await chmod(folder, 0o711)
  const runAs = await chooseRunAs(join(folder, 'data'))
  if (await canEnter(folder, runAs)) return folder
  const home = join(elsewhere, randomUUID())
  await mkdir(home, { recursive: true })
  await chmod(elsewhere, 0o711)
  await chmod(home, 0o711)
  await writeAtOnce(note, `${home}\n`)
  log(`Người dùng «nobody» không vào được ${folder}, nên dữ liệu PostgreSQL đặt ở ${home}.`)
  return home
}

/** Data that was put elsewhere and is no longer there must never be taken for data that never was. */
const getNoted = async (home: string, note: string): Promise<string> => {
  if ((await stat(home).catch(findError('ENOENT'))) !== undefined) return home
  throw new Refusal(
    'database-not-available',
    `Dữ liệu PostgreSQL được ghi nhận ở ${home} (theo ${note}) nhưng không còn ở đó. Hãy khôi phục thư mục ấy.`,
  )
}
