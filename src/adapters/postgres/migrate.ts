import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from 'pg'
import { sha256Hex } from '../../crypto/digest.ts'
import { Refusal } from '../../shared/refusal.ts'
import { ensureRoles, ownerRole } from './roles.ts'
import { checkServer, withClient } from './session.ts'

/** One step of the database's history: a file db/NNNN-name.sql. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  /** SHA-256 (hex) of the text with LF line ends, so that a checkout on Windows agrees. */
  readonly sha256: string
}

/** A step that a database says it has taken. */
type AppliedMigration = Omit<Migration, 'sql'>

export const migrationsFolder = fileURLToPath(new URL('../../../db', import.meta.url))

const fileName = /^(\d{4})-([a-z0-9-]+)\.sql$/

/** Reads the migrations in order; numbers run from 0001 without a gap. */
export const readMigrations = async (folder: string = migrationsFolder): Promise<readonly Migration[]> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (file, index) => {
      const [, digits = '', name = ''] = fileName.exec(file) ?? []
      if (Number(digits) !== index + 1) throw new Error(`${file} is not migration ${index + 1}`)
      const sql = (await readFile(join(folder, file), 'utf8')).replaceAll('\r\n', '\n')
      return { number: index + 1, name, sql, sha256: sha256Hex(sql) }
    }),
  )
}

/** Where migrations come from and who hears of them. */
export interface MigrateOptions {
  readonly folder?: string
  /** Gets one line per migration applied. */
  readonly log?: (line: string) => void
}

/** Any number, the same in every version of the program. */
const migrationLock = 4_710_482_111

/**
 * Brings a database up to date. Contract: each migration is applied in one transaction together with its row in
 * hocba.migration; one process at a time (advisory lock, the others wait); when the history of the database differs
 * from the files in any way nothing is done and it is refused. Returns how many were applied.
 * `url` signs in as hb_owner or as someone who may become it.
 */
export const migrate = async (
  url: string,
  { folder = migrationsFolder, log = () => undefined }: MigrateOptions = {},
): Promise<number> => {
  const migrations = await readMigrations(folder)
  return withClient(url, async (client) => {
    await checkServer(client)
    await client.query(`select pg_advisory_lock(${migrationLock})`)
    await ensureRoles(client)
    await ensureHistory(client)
    const pending = listPending(migrations, await readHistory(client))
    for (const migration of pending) {
      await apply(client, migration)
      log(`Đã cập nhật cấu trúc dữ liệu: ${fileOf(migration)}`)
    }
    return pending.length
  })
}

const fileOf = ({ number, name }: AppliedMigration): string =>
  `${String(number).padStart(4, '0')}-${name}.sql`

const ensureHistory = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ there: boolean }>(
    `select exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'hocba' and c.relname = 'migration') as there`,
  )
  if (rows[0]?.there === true) return
  await inTransaction(client, () =>
    client.query(`
      create schema if not exists hocba;
      create table if not exists hocba.migration (
        number integer primary key,
        name text not null,
        sha256 text not null,
        applied_at timestamptz not null default now()
      )`),
  )
}

const readHistory = async (client: Client): Promise<readonly AppliedMigration[]> => {
  const { rows } = await inTransaction(client, () =>
    client.query<AppliedMigration>('select number, name, sha256 from hocba.migration order by number'),
  )
  return rows
}

/** The migrations still to apply. Refused when the database knows a migration that the program does not. */
const listPending = (
  migrations: readonly Migration[],
  history: readonly AppliedMigration[],
): readonly Migration[] => {
  for (const [index, applied] of history.entries()) {
    const own = migrations[index]
    if (own?.number !== applied.number || own.name !== applied.name || own.sha256 !== applied.sha256)
      throw new Refusal(
        'database-not-fit',
        `Cơ sở dữ liệu đã có bước ${fileOf(applied)} mà chương trình này không có hoặc có khác. ` +
          `Chưa có gì thay đổi. Hãy dùng đúng phiên bản chương trình của dữ liệu này hoặc mới hơn.`,
      )
  }
  return migrations.slice(history.length)
}

const apply = async (client: Client, migration: Migration): Promise<void> => {
  try {
    await inTransaction(client, async () => {
      await client.query(migration.sql)
      await client.query('insert into hocba.migration (number, name, sha256) values ($1, $2, $3)', [
        migration.number,
        migration.name,
        migration.sha256,
      ])
    })
  } catch (cause) {
    throw new Error(`migration ${fileOf(migration)} failed`, { cause })
  }
}

/** Everything that is made belongs to the owner role, whoever signed in. */
const inTransaction = async <T>(client: Client, work: () => Promise<T>): Promise<T> => {
  await client.query(`begin; set local role ${ownerRole}`)
  try {
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
