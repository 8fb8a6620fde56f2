import { realpath } from 'node:fs/promises'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { ensureRoles, ownerRole, schemaRoles } from '../roles.ts'
import { superuserName } from './initialise.ts'
import type { ClusterPlace } from './place.ts'
import { loopback } from './port.ts'
import type { Secrets } from './secrets.ts'
import type { RunningServer } from './server.ts'

/** The database that holds everything, and the role the application signs in as. */
export const databaseName = 'hocba'
export const appRole = 'hb_app'

const connectAsSuperuser = async (
  port: number,
  database: string,
  { superuser }: Secrets,
): Promise<Client> => {
  const client = new Client({
    host: loopback,
    port,
    database,
    user: superuserName,
    password: superuser,
    ssl: false,
  })
  await client.connect()
  return client
}

/** A server that answers with our password but for other data must not be used. */
const checkData = async (client: Client, { data }: ClusterPlace): Promise<void> => {
  const { rows } = await client.query<{ data_directory: string }>('show data_directory')
  const served = rows[0]?.data_directory ?? ''
  if ((await realpath(served)) !== (await realpath(data)))
    throw new Error(`the server serves ${served}, not ${data}`)
}

/** Signing in is a right of two roles; neither is a superuser, neither escapes row security. */
const signInRoles = ({ owner, app }: Secrets): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${appRole}') then
      create role ${appRole} nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
    end if;
  end $$;
  alter role ${appRole} login password ${escapeLiteral(app)};
  alter role ${appRole} set idle_in_transaction_session_timeout = '60s';
  alter role ${ownerRole} login password ${escapeLiteral(owner)};
  grant ${Object.values(schemaRoles).join(', ')} to ${appRole};`

const ensureDatabase = async (client: Client): Promise<void> => {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount === 0)
    await client.query(
      `create database ${escapeIdentifier(databaseName)} owner ${ownerRole} template template0`,
    )
  await client.query(`
    revoke all on database ${databaseName} from public;
    grant connect on database ${databaseName} to ${appRole};`)
}

/**
 * Makes roles and database inside a server that may be new, or that was killed halfway through its first start. The
 * only place where the superuser signs in.
 */
export const bootstrap = async (
  place: ClusterPlace,
  { port }: RunningServer,
  secrets: Secrets,
): Promise<void> => {
  const client = await connectAsSuperuser(port, 'postgres', secrets)
  try {
    await checkData(client, place)
    await ensureRoles(client)
    await client.query(signInRoles(secrets))
    await ensureDatabase(client)
  } finally {
    await client.end()
  }
}
