import type { Client } from 'pg'
import { Refusal } from '../../shared/refusal.ts'
import { errorCode } from '../file-store/file-errors.ts'

/** The role that owns every schema and table; migrations run as it, the application never does. */
export const ownerRole = 'hb_owner'

/** Schemas that never meet in one query, each with the only role that may use it. */
export const schemaRoles = { registry: 'hb_registry', school: 'hb_school', signin: 'hb_signin' } as const

export type DataSchema = keyof typeof schemaRoles

const roles = [ownerRole, ...Object.values(schemaRoles)]

/** Two programs may come at the same moment, in different databases of one server. */
const createIfMissing = (role: string): string => `
  do $$ begin
    create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole noinherit;
  exception when duplicate_object or unique_violation then null; end $$;`

const listMissing = async (client: Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any($1)',
    [roles],
  )
  const there = new Set(rows.map(({ rolname }) => rolname))
  return roles.filter((role) => !there.has(role))
}

/** From PostgreSQL 16 on, who makes a role is its member without the right to take it on, and gives it to themselves. */
const grantWhereMissing = `
  do $$ declare
    wanted text;
    ability text := case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end;
  begin
    foreach wanted in array array['${roles.join("','")}'] loop
      if current_user <> '${ownerRole}' and not pg_has_role(current_user, wanted, ability) then
        execute format('grant %I to %I', wanted, current_user);
      end if;
    end loop;
    if not has_database_privilege('${ownerRole}', current_database(), 'create') then
      execute format('grant create on database %I to ${ownerRole}', current_database());
    end if;
  end $$;`

/** What the server's administrator does once where our own account may not do it. */
const remedyFor = (account: string, database: string): string =>
  [
    ...roles.map((role) => `create role ${role} nologin noinherit;`),
    `grant ${roles.join(', ')} to "${account}";`,
    `grant create on database "${database}" to ${ownerRole};`,
  ].join('\n')

const forbidden = '42501'

const refuseAccount = async (client: Client, cause: unknown): Promise<Refusal> => {
  const { rows } = await client.query<{ account: string; database: string }>(
    'select current_user as account, current_database() as database',
  )
  const [{ account, database } = { account: '', database: '' }] = rows
  return new Refusal(
    'database-not-fit',
    `Tài khoản ${account} không tự tạo được các vai trò mà chương trình cần. Người quản trị máy chủ hãy chạy một lần ` +
      `(bỏ qua vai trò đã có):\n${remedyFor(account, database)}`,
    { cause },
  )
}

/**
 * Makes the roles that own and use the data, where they are missing; lets the present user, unless that is the owner
 * itself, take each of them on with SET ROLE; and lets the owner make schemas here. Needs CREATEROLE and the ownership
 * of the database only where something is missing. Refused, with what an administrator has to run, where it may not.
 */
export const ensureRoles = async (client: Client): Promise<void> => {
  try {
    for (const role of await listMissing(client)) await client.query(createIfMissing(role))
    await client.query(grantWhereMissing)
  } catch (error) {
    throw errorCode(error) === forbidden ? await refuseAccount(client, error) : error
  }
}
