import { Client, TypeOverrides, types, type ClientConfig, type PoolConfig } from 'pg'
import { Refusal } from '../../shared/refusal.ts'
import { errorCode } from '../file-store/file-errors.ts'

/** The oldest PostgreSQL whose SQL the migrations and queries keep to. */
const oldestVersion = 150_000

// A day is a day: read as text, never as an instant in some time zone.
const ownTypes = new TypeOverrides()
ownTypes.setTypeParser(types.builtins.DATE, (text) => text)

/** How every connection is made; with a role, it takes that role on before anything else. */
export const connectionConfig = (url: string, role?: string): PoolConfig & ClientConfig => ({
  connectionString: url,
  types: ownTypes,
  connectionTimeoutMillis: 10_000,
  ...(role === undefined ? {} : { options: `-c role=${role}` }),
})

/** Opens one connection for a piece of work and closes it whatever happens. */
export const withClient = async <T>(
  url: string,
  work: (client: Client) => Promise<T>,
  role?: string,
): Promise<T> => {
  const client = new Client(connectionConfig(url, role))
  try {
    await client.connect()
  } catch (cause) {
    throw errorCode(cause) === forbidden ? refuseRole(role ?? '', cause) : refuseConnection(url, cause)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The address as it may be shown: without its password. */
const withoutPassword = (url: string): string => url.replace(/(:\/\/[^:/@]*):[^@]*@/, '$1:***@')

const refuseConnection = (url: string, cause: unknown): Refusal =>
  new Refusal(
    'database-not-available',
    `Không kết nối được cơ sở dữ liệu ${withoutPassword(url)} (${errorCode(cause) ?? 'lỗi'}). ` +
      `Hãy kiểm tra địa chỉ, tài khoản, mật khẩu và xem máy chủ có đang chạy không.`,
    { cause },
  )

const forbidden = '42501'

const refuseRole = (role: string, cause: unknown): Refusal =>
  new Refusal(
    'database-not-fit',
    `Tài khoản của địa chỉ này không được dùng cơ sở dữ liệu với vai trò ${role}. Hãy để chương trình cập nhật cấu trúc ` +
      `dữ liệu bằng chính tài khoản ấy, hoặc nhờ người quản trị giao vai trò (grant ${role} to …).`,
    { cause },
  )

interface ServerFacts {
  readonly version: number
  readonly encoding: string
  /** The account, and whether it or the role it took on escapes row security: a role can be laid down again. */
  readonly account: string
  readonly isPowerful: boolean
}

const askServer = async (client: Client): Promise<ServerFacts | undefined> => {
  const { rows } = await client.query<ServerFacts>(`
    select current_setting('server_version_num')::int as version, getdatabaseencoding() as encoding,
      session_user as account, bool_or(rolsuper or rolbypassrls) as "isPowerful"
    from pg_roles where rolname in (current_user, session_user)`)
  return rows[0]
}

/** Refuses a server that is too old or does not store Vietnamese text as it is. */
export const checkServer = async (client: Client): Promise<void> => {
  const facts = await askServer(client)
  if (facts === undefined || facts.version < oldestVersion || facts.encoding !== 'UTF8')
    throw new Refusal(
      'database-not-fit',
      `Cần PostgreSQL từ 15 trở lên với bảng mã UTF8; máy chủ này là ${facts?.version ?? 0}, ${facts?.encoding ?? ''}.`,
    )
}

/** Refuses a connection to which row security does not apply: a superuser, or a role that bypasses it. */
export const checkModesty = async (client: Client): Promise<void> => {
  const facts = await askServer(client)
  if (facts?.isPowerful !== false)
    throw new Refusal(
      'database-not-fit',
      `Tài khoản ${facts?.account ?? ''} thấy dữ liệu của mọi trường (superuser hoặc BYPASSRLS). Hãy dùng tài khoản thường.`,
    )
}
