import { randomUUID } from 'node:crypto'
import { chown, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../../shared/refusal.ts'
import { flushFolder, writeAtOnce } from '../../file-store/write-at-once.ts'
import { findError } from '../../file-store/file-errors.ts'
import type { ClusterPlace } from './place.ts'
import { ownServerRemedy, type PostgresProgram } from './program.ts'
import { run, type RunAs } from './run-as.ts'

/** The bootstrap superuser; only the launcher ever signs in as it. */
export const superuserName = 'hb_superuser'

const draftPrefix = 'data.new-'

/** What an interrupted first start left behind. */
const removeDrafts = async (home: string): Promise<void> => {
  for (const name of await readdir(home))
    if (name.startsWith(draftPrefix)) await rm(join(home, name), { recursive: true, force: true })
}

const giveTo = async (path: string, { uid, gid }: RunAs): Promise<void> => {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}

/**
 * Makes the database's files if there are none yet: checksums on every page, UTF-8, the locale C (Vietnamese order
 * is asked for by collation), scram passwords. All at once: an interrupted first start leaves nothing to repair.
 */
export const initialise = async (
  { home, data, runAs }: ClusterPlace,
  { initdb }: PostgresProgram,
  password: string,
  log: (line: string) => void,
): Promise<void> => {
  await removeDrafts(home)
  if ((await stat(data).catch(findError('ENOENT'))) !== undefined) return
  log('Đang tạo cơ sở dữ liệu PostgreSQL…')
  const draft = join(home, draftPrefix + randomUUID())
  await mkdir(draft, { mode: 0o700 })
  await giveTo(draft, runAs)
  const passwordFile = join(home, `${draftPrefix}password`)
  await writeAtOnce(passwordFile, password)
  await giveTo(passwordFile, runAs)
  const { ok, output } = await run(initdb, initdbArguments(draft, passwordFile), runAs)
  await rm(passwordFile, { force: true })
  if (!ok)
    throw new Refusal(
      'database-not-available',
      `Không tạo được cơ sở dữ liệu ở ${home}: ${output.trim()}. Nếu không sửa được: ${ownServerRemedy}`,
    )
  await rename(draft, data)
  await flushFolder(home)
}

const initdbArguments = (data: string, passwordFile: string): readonly string[] => [
  `--pgdata=${data}`,
  `--username=${superuserName}`,
  `--pwfile=${passwordFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--data-checksums',
  '--no-instructions',
]
