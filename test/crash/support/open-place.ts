import { join } from 'node:path'
import { openFileStore } from '../../../src/adapters/file-store/open-file-store.ts'
import { connect, type Database } from '../../../src/adapters/postgres/connect.ts'
import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded.ts'
import { migrate } from '../../../src/adapters/postgres/migrate.ts'
import { createRegistryStore, type RegistryStore } from '../../../src/adapters/postgres/registry.ts'
import type { RegistryPorts } from '../../../src/registry/index.ts'

/** A place where books are issued: the embedded database and the files beside it. */
export interface Place {
  readonly adminUrl: string
  readonly school: Database<'school'>
  readonly store: RegistryStore
  readonly registry: RegistryPorts
  close(): Promise<void>
}

/** Opens the place of a data folder, as the program does when it starts. */
export const openPlace = async (folder: string): Promise<Place> => {
  const server = await startEmbeddedPostgres({ dataFolder: folder, log: () => undefined })
  await migrate(server.adminUrl)
  const school = await connect(server.url, 'school')
  const registered = await connect(server.url, 'registry')
  const store = createRegistryStore(registered)
  return {
    adminUrl: server.adminUrl,
    school,
    store,
    registry: { years: store, entries: store, files: await openFileStore(join(folder, 'tep')) },
    close: async () => {
      await Promise.all([school.destroy(), registered.destroy()])
      await server.stop()
    },
  }
}
