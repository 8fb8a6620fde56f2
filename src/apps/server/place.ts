import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openFileStore } from '../../adapters/file-store/open-file-store.ts'
import { createPageRenderer } from '../../adapters/page-renderer.ts'
import { connect, type Database } from '../../adapters/postgres/connect.ts'
import { startEmbeddedPostgres } from '../../adapters/postgres/embedded.ts'
import { migrate } from '../../adapters/postgres/migrate.ts'
import { createRegistryStore } from '../../adapters/postgres/registry.ts'
import { httpRevocationSource } from '../../adapters/revocation-http.ts'
import { readTrustFolder } from '../../adapters/trust-folder.ts'
import { trustFolder } from '../../demo/index.ts'
import { createBookMemory, type LookupPorts, type VerifyFile } from '../../lookup/index.ts'
import type { RegistryPorts } from '../../registry/index.ts'
import { createRenderer } from '../../rendition/index.ts'
import { Refusal } from '../../shared/refusal.ts'
import { examineDocument, type Renderer, type TrustStore } from '../../verification/index.ts'
import type { Config } from './config.ts'
import { rememberStandIn } from './stand-in.ts'

/** Hears one Vietnamese line at a time. */
export type Log = (line: string) => void

/** The database and the files of one place, open. */
export interface Place {
  readonly registry: RegistryPorts
  readonly school: Database<'school'>
  readonly signin: Database<'signin'>
  close(): Promise<void>
}

interface Served {
  readonly url: string
  readonly adminUrl: string
  stop(): Promise<void>
}

const serveDatabase = ({ databaseUrl, dataFolder }: Config, log: Log): Promise<Served> =>
  databaseUrl === undefined
    ? startEmbeddedPostgres({ dataFolder, log })
    : Promise.resolve({ url: databaseUrl, adminUrl: databaseUrl, stop: () => Promise.resolve() })

/** Opens the database, brought up to date, and the files beside it; what was opened is closed again if one fails. */
export const openPlace = async (config: Config, log: Log): Promise<Place> => {
  const served = await serveDatabase(config, log)
  const open: (() => Promise<void>)[] = [() => served.stop()]
  const close = async (): Promise<void> => {
    for (const one of open.splice(0).toReversed()) await one()
  }
  try {
    await migrate(served.adminUrl, { log })
    const school = await connect(served.url, 'school')
    open.push(() => school.destroy())
    const signin = await connect(served.url, 'signin', { connections: 5 })
    open.push(() => signin.destroy())
    const registered = await connect(served.url, 'registry')
    open.push(() => registered.destroy())
    const store = createRegistryStore(registered)
    const files = await openFileStore(join(config.dataFolder, 'tep'))
    return { registry: { years: store, entries: store, files }, school, signin, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Without the engine pages are not compared with their data, and say so; everything else works. */
const findRenderer = async (log: Log): Promise<{ readonly renderer?: Renderer }> => {
  try {
    return { renderer: createPageRenderer(await createRenderer()) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    log(`${error.message} Các bản PDF sẽ không được đối chiếu với dữ liệu.`)
    return {}
  }
}

const nobody = { anchors: [], intermediates: [] }
const trustNobody: TrustStore = { persons: nobody, schools: nobody, timestamps: nobody, evidence: [] }

/** A new installation has nobody to trust yet, and works all the same; a folder that was named must be there. */
export const readTrust = async (config: Config, log: Log): Promise<TrustStore> => {
  const folder = config.trustFolder ?? trustFolder(config.dataFolder)
  if (config.trustFolder !== undefined || existsSync(folder)) return readTrustFolder(folder)
  log(`Chưa có thư mục tin cậy ${folder}: chưa chữ ký nào được tin. Hãy đặt HOCBA_TRUST khi đã có.`)
  return trustNobody
}

/** Verifies as any stranger would, with the trust that the place was given. */
const openVerification = async (config: Config, log: Log): Promise<VerifyFile> => {
  const trust = await readTrust(config, log)
  const context = {
    trust,
    verificationUrl: config.publicUrl,
    ...(await findRenderer(log)),
    // The demonstration's authorities are in this process; their lists are in the trust folder.
    ...(config.demonstration ? {} : { source: httpRevocationSource({}) }),
  }
  return (bytes, { now }) => examineDocument(bytes, { ...context, now })
}

const memory = { mostBooks: 500, keepFor: 10 * 60_000 }

/** Joins the ports of lookup to a place and its trust. */
export const openLookup = async (config: Config, { registry }: Place, log: Log): Promise<LookupPorts> => ({
  ...rememberStandIn(registry.years),
  files: registry.files,
  verify: await openVerification(config, log),
  memory: createBookMemory(memory),
})
