import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/adapters/postgres/embedded.ts'
import { superuserName } from '../src/adapters/postgres/embedded/initialise.ts'
import { migrate } from '../src/adapters/postgres/migrate.ts'

/** The addresses of a database that is there for one measurement. */
export interface Embedded {
  /** As the application signs in. */
  readonly url: string
  /** As an account that row security does not apply to. */
  readonly superuserUrl: string
}

const superuserUrlOf = async (folder: string, url: string): Promise<string> => {
  const secrets = await readFile(join(folder, 'postgres', 'secrets.json'), 'utf8')
  const address = new URL(url)
  address.username = superuserName
  address.password = (JSON.parse(secrets) as { readonly superuser: string }).superuser
  return address.href
}

/** Works on the embedded database of the program, new and empty, and takes it away afterwards. */
export const withEmbedded = async <T>(work: (database: Embedded) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'hocba-bench-'))
  // Also for the user `nobody`, as whom the database runs where root measures.
  await chmod(folder, 0o711)
  const { url, adminUrl, stop } = await startEmbeddedPostgres({ dataFolder: folder, log: () => undefined })
  try {
    await migrate(adminUrl)
    return await work({ url, superuserUrl: await superuserUrlOf(folder, url) })
  } finally {
    await stop()
    await rm(folder, { recursive: true })
  }
}
