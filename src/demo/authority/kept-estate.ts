import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder, type FolderInTheMaking } from '../../adapters/atomic-folder.ts'
import { parsePemCertificates, type Certificate } from '../../crypto/certificate.ts'
import { createCertificateAuthority, type CertificateAuthority } from './certificate-authority.ts'
import {
  inventEstate,
  timestampKeyOf,
  useNames,
  uses,
  type Estate,
  type Use,
  type Validity,
} from './estate.ts'
import { issuingSubject, rootSubject, type Hierarchy } from './hierarchy.ts'
import { pemOf } from './trust-files.ts'

/**
 * Opens the authorities that a folder keeps, or invents them and keeps them there, so that a program started again
 * issues under the same roots. Only a demonstration keeps a CA's keys in files; the folder around is its owner's alone.
 */
export const openEstate = async (folder: string, validity: Validity): Promise<Estate> => {
  if (!(await isThere(folder))) await keepEstate(folder, await inventEstate(validity))
  return readEstate(folder)
}

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    () => true,
    () => false,
  )

const keepEstate = async (folder: string, estate: Estate): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  await makeFolder(folder, async (files) => {
    for (const use of uses) {
      await keepAuthority(files, `${use}-root`, estate[use].root)
      await keepAuthority(files, `${use}-issuing`, estate[use].issuing)
    }
    await keepPair(files, 'timestamp', estate.timestampKey)
  })
}

const keepAuthority = (files: FolderInTheMaking, name: string, { certificate, keys }: CertificateAuthority) =>
  keepPair(files, name, { certificate, privateKey: keys.privateKey })

const keepPair = (
  files: FolderInTheMaking,
  name: string,
  { certificate, privateKey }: { readonly certificate: Certificate; readonly privateKey: KeyObject },
): Promise<void> =>
  files.write(
    `${name}.pem`,
    pemOf(certificate) + privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )

interface Pair {
  readonly certificate: Certificate
  readonly privateKey: KeyObject
}

const readPair = async (folder: string, name: string): Promise<Pair> => {
  const text = await readFile(join(folder, `${name}.pem`), 'latin1')
  const [certificate] = parsePemCertificates(text)
  if (certificate === undefined) throw new Error(`${name}.pem holds no certificate`)
  return { certificate, privateKey: createPrivateKey(text) }
}

const readAuthority = async (
  folder: string,
  name: string,
  subject: { readonly commonName: string },
): Promise<CertificateAuthority> => {
  const { certificate, privateKey } = await readPair(folder, name)
  const keys = { privateKey, publicKey: createPublicKey(privateKey) }
  return createCertificateAuthority({ subject, keys }, certificate)
}

const readHierarchy = async (folder: string, use: Use): Promise<Hierarchy> => ({
  root: await readAuthority(folder, `${use}-root`, rootSubject(useNames[use])),
  issuing: await readAuthority(folder, `${use}-issuing`, issuingSubject(useNames[use])),
})

const readEstate = async (folder: string): Promise<Estate> => {
  const [persons, schools, timestamps] = [
    await readHierarchy(folder, 'persons'),
    await readHierarchy(folder, 'schools'),
    await readHierarchy(folder, 'timestamps'),
  ]
  const { certificate, privateKey } = await readPair(folder, 'timestamp')
  return { persons, schools, timestamps, timestampKey: timestampKeyOf(timestamps, certificate, privateKey) }
}
