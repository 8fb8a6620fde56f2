import { randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { startEmbeddedPostgres } from './embedded.ts'
import { superuserName } from './embedded/initialise.ts'
import { migrate } from './migrate.ts'
import { ensureRoles, schemaRoles } from './roles.ts'
import { withClient } from './session.ts'

/** A database for tests, of its own, gone afterwards. */
export interface TestDatabase {
  /** For `connect`: an account to which row security applies. */
  readonly url: string
  /** For `migrate`. */
  readonly adminUrl: string
  /** For what neither may do, such as making accounts. */
  readonly superuserUrl: string
  close(): Promise<void>
}

/** A server for one test file, with three accounts. */
interface TestServer {
  readonly superuser: string
  readonly admin: string
  readonly app: string
  close(): Promise<void>
}

/** One server for the whole test file that imports this one: started by the first test that needs it. */
let server: Promise<TestServer> | undefined
let template: Promise<string> | undefined

const getServer = (): Promise<TestServer> => {
  const given = process.env['HOCBA_TEST_DATABASE_URL']
  return (server ??= given === undefined || given === '' ? startServer() : borrowServer(given))
}

afterAll(async () => {
  if (template !== undefined) await drop(await getServer(), await template)
  await (await server)?.close()
})

/** A new folder that also the user `nobody` may enter, as whom the server runs where tests run as root. */
export const makeDataFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'hocba-test-'))
  await chmod(folder, 0o711)
  return folder
}

const startServer = async (): Promise<TestServer> => {
  const dataFolder = await makeDataFolder()
  const { url, adminUrl, stop } = await startEmbeddedPostgres({ dataFolder, log: () => undefined })
  const secrets = await readFile(join(dataFolder, 'postgres', 'secrets.json'), 'utf8')
  const { superuser } = JSON.parse(secrets) as { readonly superuser: string }
  return {
    superuser: signedIn(on(url, 'postgres'), superuserName, superuser),
    admin: adminUrl,
    app: url,
    close: async () => {
      await stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** Somebody's server: an account for the application is made there, and taken away again. */
const borrowServer = async (given: string): Promise<TestServer> => {
  const [role, password] = [`hb_test_${randomBytes(8).toString('hex')}`, randomBytes(16).toString('hex')]
  await withClient(given, async (client) => {
    // Other test files do the same on the same server at the same moment.
    await client.query('select pg_advisory_lock(1)')
    await ensureRoles(client)
    await client.query(`create role ${role} login noinherit password '${password}'`)
    await client.query(`grant ${Object.values(schemaRoles).join(', ')} to ${role}`)
  })
  return {
    superuser: given,
    admin: given,
    app: signedIn(given, role, password),
    close: () =>
      withClient(given, async (client) => {
        await client.query(`drop role ${role}`)
      }),
  }
}

const on = (url: string, database: string): string => {
  const moved = new URL(url)
  moved.pathname = `/${database}`
  return moved.href
}

const signedIn = (url: string, user: string, password: string): string => {
  const other = new URL(url)
  other.username = user
  other.password = password
  return other.href
}

const create = async (source: string, isMigrated: boolean): Promise<string> => {
  const { superuser, admin } = await getServer()
  const name = `hb_test_${randomUUID().replaceAll('-', '')}`
  const owner = new URL(admin).username
  const options = isMigrated ? '' : "encoding 'UTF8'"
  await withClient(superuser, (client) =>
    client.query(`create database ${name} owner "${owner}" template ${source} ${options}`),
  )
  return name
}

const drop = ({ superuser }: TestServer, name: string): Promise<void> =>
  withClient(superuser, async (client) => {
    await client.query(`drop database ${name} with (force)`)
  })

const open = async (source: string, isMigrated: boolean): Promise<TestDatabase> => {
  const own = await getServer()
  const name = await create(source, isMigrated)
  return {
    url: on(own.app, name),
    adminUrl: on(own.admin, name),
    superuserUrl: on(own.superuser, name),
    close: () => drop(own, name),
  }
}

/**
 * Opens an empty database on the server that HOCBA_TEST_DATABASE_URL names (with a superuser of it), where it is
 * set; else on an embedded one.
 */
export const openEmptyDatabase = (): Promise<TestDatabase> => open('template0', false)

/** The same, migrated: migrations run once in a test file, every database after that is a copy. */
export const openTestDatabase = async (): Promise<TestDatabase> =>
  open(await (template ??= makeTemplate()), true)

const makeTemplate = async (): Promise<string> => {
  const name = await create('template0', false)
  await migrate(on((await getServer()).admin, name))
  return name
}
