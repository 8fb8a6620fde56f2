import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A certificate authority that openssl makes in a folder of its own: keys and certificates by name, in PEM. */
export interface OpensslAuthority {
  readonly openssl: (...args: readonly string[]) => Buffer
  /** A key and its certificate, in force between these times ('YYYYMMDDHHMMSSZ'). */
  readonly certify: (
    name: string,
    kind: readonly string[],
    subject: string,
    period?: readonly [from: string, until: string],
  ) => void
  readonly pem: (file: string) => string
  /** The certificate and the authority's own. */
  readonly chainOf: (name: string) => string
  readonly keyAndChain: (name: string) => string
  /** Nobody's certificate is revoked (DER). */
  readonly revocationList: () => Buffer
  readonly close: () => void
}

export const rsa = ['rsa:2048']
export const elliptic = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']

const always = ['20250801000000Z', '20460101000000Z'] as const

const settings = `[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = .
rand_serial = yes
certificate = ca.crt
private_key = ca.key
default_md = sha256
policy = any
unique_subject = no
x509_extensions = person
[any]
commonName = supplied
userId = optional
[person]
keyUsage = critical, digitalSignature, nonRepudiation
authorityKeyIdentifier = keyid
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
`

export const openOpensslAuthority = (): OpensslAuthority => {
  const root = mkdtempSync(join(tmpdir(), 'openssl-ca-'))
  const openssl: OpensslAuthority['openssl'] = (...args) =>
    execFileSync('openssl', args, { cwd: root, stdio: 'pipe' })
  const pem = (file: string): string => readFileSync(join(root, file), 'latin1')
  const request = (name: string, kind: readonly string[], subject: string): void => {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.csr`]
    openssl('req', '-new', '-newkey', ...kind, '-nodes', '-utf8', '-subj', subject, ...files)
  }
  const sign = (name: string, [from, until]: readonly [string, string], ...more: readonly string[]): void => {
    const files = ['-in', `${name}.csr`, '-out', `${name}.crt`, '-notext']
    openssl('ca', '-batch', '-config', 'ca.cnf', '-startdate', from, '-enddate', until, ...files, ...more)
  }
  writeFileSync(join(root, 'ca.cnf'), settings)
  writeFileSync(join(root, 'index.txt'), '')
  request('ca', rsa, '/CN=CA thử')
  sign('ca', always, '-selfsign', '-extensions', 'authority')
  const chainOf = (name: string): string => pem(`${name}.crt`) + pem('ca.crt')
  return {
    openssl,
    certify: (name, kind, subject, period = always) => {
      request(name, kind, subject)
      sign(name, period)
    },
    pem,
    chainOf,
    keyAndChain: (name) => pem(`${name}.key`) + chainOf(name),
    revocationList: () => {
      const [from, until] = always
      const times = ['-crl_lastupdate', from, '-crl_nextupdate', until]
      openssl('ca', '-config', 'ca.cnf', '-gencrl', ...times, '-out', 'ca.crl.pem')
      return openssl('crl', '-in', 'ca.crl.pem', '-outform', 'DER')
    },
    close: () => {
      rmSync(root, { recursive: true })
    },
  }
}
