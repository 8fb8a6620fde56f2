import { spawnSync } from 'node:child_process'

const elements = [
  'urn:vn:edu:hoc-ba-so:1:DuLieu',
  'urn:vn:edu:hoc-ba-so:1:DinhDanh',
  'urn:vn:edu:hoc-ba-so:1:MonHoc',
  'http://www.w3.org/2000/09/xmldsig#:SignatureValue',
  'http://uri.etsi.org/01903/v1.3.2#:SignedProperties',
]

/** Certificates are left unchecked (`--insecure`): the least that xmlsec1 can be asked for. */
const timeRepeats = (file: string, signatureId: string, repeats: number): number => {
  const args = [
    ...['--verify', '--insecure', '--enabled-reference-uris', 'same-doc', '--repeat', String(repeats)],
    ...elements.flatMap((element) => ['--id-attr:Id', element]),
    ...['--node-xpath', `//*[@Id='${signatureId}']`, file],
  ]
  const before = performance.now()
  const { status, stderr, error } = spawnSync('xmlsec1', args, { encoding: 'utf8' })
  const took = performance.now() - before
  if (status !== 0) throw new Error(`xmlsec1 does not verify ${signatureId}: ${stderr}`, { cause: error })
  return took
}

const repeats = 30

/**
 * What one more verification of all signatures of a file costs a process of xmlsec1 that already runs: the
 * difference between many repeats and one, added over the signatures. In milliseconds.
 */
export const marginalTime = (file: string, signatureIds: readonly string[]): number =>
  signatureIds
    .map((id) => (timeRepeats(file, id, 1 + repeats) - timeRepeats(file, id, 1)) / repeats)
    .reduce((sum, one) => sum + one, 0)

export const xmlsec1Version = (): string =>
  spawnSync('xmlsec1', ['--version'], { encoding: 'utf8' }).stdout.trim().split(' ')[1] ?? ''
