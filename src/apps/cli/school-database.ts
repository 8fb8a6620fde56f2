import { connect, type Database } from '../../adapters/postgres/connect.ts'
import { startEmbeddedPostgres } from '../../adapters/postgres/embedded.ts'
import { migrate } from '../../adapters/postgres/migrate.ts'
import type { DataSchema } from '../../adapters/postgres/roles.ts'
import { badUsage } from './arguments.ts'
import { readConfig } from './config.ts'

/** The options by which a command is told which database is meant. */
export const databaseOptions = { database: { type: 'string' }, data: { type: 'string' } } as const

/** A data folder with its embedded PostgreSQL, or with another one by its address. */
export interface DatabasePlace {
  readonly dataFolder: string
  readonly url?: string
}

/** The database that a command line means: its own options first, then the environment, then the default folder. */
export const chooseDatabase = (
  { database, data }: { readonly database?: string | undefined; readonly data?: string | undefined },
  usage: string,
  { databaseUrl, dataFolder } = readConfig(),
): DatabasePlace => {
  if (database !== undefined && data !== undefined)
    throw badUsage('Chỉ nêu một trong hai: --database hoặc --data.', usage)
  if (data !== undefined) return { dataFolder: data }
  const url = database ?? databaseUrl
  return url === undefined ? { dataFolder } : { dataFolder, url }
}

const say = (line: string): void => {
  process.stderr.write(`${line}\n`)
}

/** Does something with a database brought up to date first; an embedded one runs as long as that takes. */
export const withDatabase = async <T>(
  { dataFolder, url }: DatabasePlace,
  work: (url: string) => Promise<T>,
): Promise<T> => {
  if (url !== undefined) return migrateAndWork(url, url, work)
  const embedded = await startEmbeddedPostgres({ dataFolder, log: say })
  try {
    return await migrateAndWork(embedded.url, embedded.adminUrl, work)
  } finally {
    await embedded.stop()
  }
}

const migrateAndWork = async <T>(
  url: string,
  adminUrl: string,
  work: (url: string) => Promise<T>,
): Promise<T> => {
  await migrate(adminUrl, { log: say })
  return work(url)
}

/** Does something with one of the two bodies of data. */
export const withConnection = async <Schema extends DataSchema, T>(
  url: string,
  schema: Schema,
  work: (database: Database<Schema>) => Promise<T>,
): Promise<T> => {
  const database = await connect(url, schema, { connections: 4 })
  try {
    return await work(database)
  } finally {
    await database.destroy()
  }
}

/** Does something with the schools' data. */
export const withSchoolDatabase = <T>(
  place: DatabasePlace,
  work: (database: Database<'school'>) => Promise<T>,
): Promise<T> => withDatabase(place, (url) => withConnection(url, 'school', work))

/** The database that a command was told of, as it was given. */
export interface GivenDatabase {
  readonly database?: string | undefined
  readonly data?: string | undefined
}

/** The arguments that lead the next command to the same database; an address may hold a password and is not shown. */
export const databaseArguments = ({ database, data }: GivenDatabase): string =>
  `${database === undefined ? '' : ' --database ĐỊA-CHỈ'}${data === undefined ? '' : ` --data ${data}`}`

/** The command line that starts the server on the same database. */
export const startCommand = ({ database, data }: GivenDatabase): string =>
  [
    ...(database === undefined ? [] : ['HOCBA_DATABASE_URL=ĐỊA-CHỈ']),
    ...(data === undefined ? [] : [`HOCBA_DATA=${data}`]),
    'npx --no-install hocba start',
  ].join(' ')
