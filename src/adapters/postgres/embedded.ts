import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../shared/refusal.ts'
import { appRole, bootstrap, databaseName } from './embedded/bootstrap.ts'
import { errorCode } from '../file-store/file-errors.ts'
import { initialise } from './embedded/initialise.ts'
import { whileAlone } from './embedded/launch-lock.ts'
import { layOutPlace, type ClusterPlace } from './embedded/place.ts'
import { loopback } from './embedded/port.ts'
import { announcePresence, type Presence } from './embedded/presence.ts'
import { findPackage, preparePrograms, type PostgresProgram } from './embedded/program.ts'
import { keepSecrets, type Secrets } from './embedded/secrets.ts'
import { startServer, stopServer, type RunningServer } from './embedded/server.ts'
import { ownerRole } from './roles.ts'

/** How the embedded database is started. */
export interface EmbeddedPostgresOptions {
  /** Holds the database and everything about it, in `postgres`; made if it is not there. */
  readonly dataFolder: string
  /** Gets one Vietnamese line when something takes time or goes another way. */
  readonly log: (line: string) => void
  /** The package with the programs, where it is not the installed one. */
  readonly packageFolder?: string
  /** Where data go that the server's user cannot reach in `dataFolder`; under /var/lib unless told otherwise. */
  readonly elsewhere?: string
}

/** The embedded database, running. */
export interface EmbeddedPostgres {
  /** For the application: the role hb_app, which owns nothing and sees no row without a tenant. */
  readonly url: string
  /** For migrations only: the role hb_owner, which owns the schemas and is no superuser. */
  readonly adminUrl: string
  /** Stops the server cleanly, unless another process still uses it. May be called again. */
  readonly stop: () => Promise<void>
}

/**
 * Starts the PostgreSQL that came with the installation on a folder of its own, or joins the one that already serves
 * that folder. Loopback only, passwords drawn at the first start. Refused, with the remedy, where it cannot run.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  try {
    const folder = await openFolder(options.dataFolder)
    const lock = join(folder, 'launch.lock')
    return inHand(await whileAlone(lock, () => bringUp(folder, options)), lock, options)
  } catch (error) {
    throw forbidden.has(errorCode(error) ?? '') ? refuseFolder(options.dataFolder, error) : error
  }
}

const forbidden = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'])

const refuseFolder = (folder: string, cause: unknown): Refusal =>
  new Refusal(
    'database-not-available',
    `Không dùng được thư mục dữ liệu ${folder} (${errorCode(cause) ?? ''}). Hãy chạy bằng người dùng đã tạo ra nó, ` +
      `hoặc chọn thư mục khác.`,
    { cause },
  )

interface Brought {
  readonly place: ClusterPlace
  readonly program: PostgresProgram
  readonly secrets: Secrets
  readonly server: RunningServer
  readonly presence: Presence
}

const bringUp = async (folder: string, options: EmbeddedPostgresOptions): Promise<Brought> => {
  const { log, packageFolder = findPackage(), elsewhere } = options
  const place = await layOutPlace(folder, log, elsewhere)
  const program = await preparePrograms(packageFolder, place.programs, place.runAs)
  const secrets = await keepSecrets(place)
  await initialise(place, program, secrets.superuser, log)
  const server = await startServer(place, program)
  if (server.isFound) log('Dùng tiếp máy chủ PostgreSQL đang chạy trên dữ liệu này.')
  try {
    await bootstrap(place, server, secrets)
    const presence = await announcePresence(urlOf(appRole, secrets.app, server))
    return { place, program, secrets, server, presence }
  } catch (error) {
    if (!server.isFound) await stopServer(place, program, server)
    throw error
  }
}

const inHand = (
  { place, program, secrets, server, presence }: Brought,
  lock: string,
  { log }: EmbeddedPostgresOptions,
): EmbeddedPostgres => {
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> =>
    whileAlone(lock, async () => {
      const { isLast } = await presence.leave()
      if (isLast) await stopServer(place, program, server)
      else log('Một chương trình khác còn dùng cơ sở dữ liệu này, nên máy chủ PostgreSQL vẫn chạy.')
    })
  return {
    url: urlOf(appRole, secrets.app, server),
    adminUrl: urlOf(ownerRole, secrets.owner, server),
    stop: () => (stopped ??= stop()),
  }
}

const openFolder = async (dataFolder: string): Promise<string> => {
  const folder = join(dataFolder, 'postgres')
  await mkdir(folder, { recursive: true })
  return realpath(folder)
}

const urlOf = (role: string, password: string, { port }: RunningServer): string =>
  `postgres://${role}:${password}@${loopback}:${port}/${databaseName}?sslmode=disable`
