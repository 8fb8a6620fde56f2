import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded.ts'
import { migrate } from '../src/adapters/postgres/migrate.ts'
import { schemaRoles } from '../src/adapters/postgres/roles.ts'
import { withClient } from '../src/adapters/postgres/session.ts'

/** The file with the types of all tables. */
export const databaseTypesPath = 'src/adapters/postgres/schema.ts'

interface Column {
  readonly schema: string
  readonly table: string
  readonly column: string
  readonly type: string
  readonly isRequired: boolean
  readonly hasDefault: boolean
  readonly words: readonly string[] | null
}

const columnsQuery = `
  select n.nspname as schema, c.relname as "table", a.attname as "column", t.typname as type,
    a.attnotnull as "isRequired", a.atthasdef or a.attidentity <> '' as "hasDefault",
    (select array_agg(e.enumlabel::text order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as words
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
  where n.nspname = any($1) and c.relkind in ('r', 'p', 'v') and not c.relispartition
    and a.attnum > 0 and not a.attisdropped
  order by n.nspname, c.relname, a.attnum`

/** Types that are read and written alike. */
const plainTypes: Readonly<Record<string, string>> = {
  _text: 'readonly string[]',
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  text: 'string',
  timestamptz: 'Date',
  uuid: 'string',
}

const typeOf = ({ schema, table, column, type, words, isRequired, hasDefault }: Column): string => {
  const plain = words === null ? plainTypes[type] : words.map((word) => `'${word}'`).join(' | ')
  if (plain === undefined) throw new Error(`${schema}.${table}.${column}: no TypeScript type for ${type}`)
  const full = isRequired || plain === 'unknown' ? plain : `${plain} | null`
  return hasDefault ? `Generated<${full}>` : full
}

const pascalCase = (name: string): string =>
  name.replace(/(?:^|[._])([a-z])/g, (_, letter: string) => letter.toUpperCase())

const interfaceOf = (name: string, columns: readonly Column[]): string =>
  [
    `export interface ${pascalCase(name)}Table {`,
    ...columns.map((column) => `  ${column.column}: ${typeOf(column)}`),
    '}',
  ].join('\n')

/** Describes the tables of the application's schemas, as a migrated database has them, for Kysely. */
export const describeTables = async (url: string): Promise<string> => {
  const { rows } = await withClient(url, (client) =>
    client.query<Column>(columnsQuery, [Object.keys(schemaRoles)]),
  )
  const tables = Map.groupBy(rows, ({ schema, table }) => `${schema}.${table}`)
  const interfaces = [...tables].map(([name, columns]) => interfaceOf(name, columns))
  const body = interfaces.join('\n\n')
  const names = [...tables.keys()].map((name) => `  '${name}': ${pascalCase(name)}Table`)
  const text = [
    '// Made from a migrated database by scripts/generate-db-types.ts; not edited by hand.',
    ...(body.includes('Generated<') ? ["import type { Generated } from 'kysely'", ''] : []),
    body,
    '',
    '/** Every table of the application, by schema and name. */',
    'export interface Tables {',
    ...names,
    '}',
    '',
  ].join('\n')
  return format(text, { ...(await resolveConfig(databaseTypesPath)), parser: 'typescript' })
}

/** Migrates an embedded database made for the purpose and describes it: the path and text of the generated file. */
export const listDatabaseTypes = async (): Promise<readonly [path: string, text: string]> => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'hocba-types-'))
  // Also for the user `nobody`, as whom the server runs where root generates.
  await chmod(dataFolder, 0o711)
  const database = await startEmbeddedPostgres({ dataFolder, log: () => undefined })
  try {
    await migrate(database.adminUrl)
    return [databaseTypesPath, await describeTables(database.adminUrl)]
  } finally {
    await database.stop()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const [path, text] = await listDatabaseTypes()
  await writeFile(path, text)
  process.stdout.write(`${path}\n`)
}
