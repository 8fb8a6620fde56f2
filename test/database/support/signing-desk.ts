import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openFileStore } from '../../../src/adapters/file-store/open-file-store.ts'
import { connect } from '../../../src/adapters/postgres/connect.ts'
import { createRegistryStore } from '../../../src/adapters/postgres/registry.ts'
import { createDemoAuthority, createDemoDesk, setUpOffice } from '../../../src/demo/index.ts'
import { certificatesFrom } from '../../../src/demo/key-choice.ts'
import type { SigningDesk } from '../../../src/issuing/index.ts'
import { createRenderer } from '../../../src/rendition/index.ts'
import type { TrustStore } from '../../../src/verification/index.ts'
import { verificationUrl } from '../../builders/pages.ts'

/** A desk with the keys of the demonstration, joined to a registry in the same database and a folder of files. */
export interface OpenDesk {
  readonly desk: SigningDesk
  /** Whom a stranger has to trust to verify what is sealed there. */
  readonly trust: TrustStore
  close(): Promise<void>
}

/** Pages are made where it is asked for: most tests need none. */
export const openDesk = async (
  url: string,
  clock: () => Date,
  { withPages = false }: { readonly withPages?: boolean } = {},
): Promise<OpenDesk> => {
  const folder = mkdtempSync(join(tmpdir(), 'hocba-desk-'))
  const database = await connect(url, 'registry')
  const store = createRegistryStore(database)
  const files = await openFileStore(folder)
  const authority = await createDemoAuthority({
    now: certificatesFrom,
    validUntil: new Date('2046-01-01T00:00:00+07:00'),
  })
  const office = await setUpOffice(authority, { now: clock(), algorithmOf: () => 'ecdsa-p256-sha256' })
  const registry = { years: store, entries: store, files }
  return {
    trust: office.trust,
    desk: createDemoDesk(office, {
      registry,
      verificationUrl,
      clock,
      ...(withPages ? { typesetter: await createRenderer() } : {}),
    }),
    close: async () => {
      await database.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
