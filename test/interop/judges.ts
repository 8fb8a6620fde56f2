import { spawnSync } from 'node:child_process'
import { hash, X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a program that is not ours says: whether it agrees, and its words for the test's report. */
export interface Judgement {
  readonly agrees: boolean
  readonly words: string
}

const run = (
  command: string,
  args: readonly string[],
  input?: string | Uint8Array,
): Judgement & { out: Buffer } => {
  const { status, stdout, stderr } = spawnSync(command, args, { input, maxBuffer: 1 << 26 })
  return { agrees: status === 0, words: `${command}: ${stderr.toString('utf8')}`, out: stdout }
}

const namespaces = {
  hb: 'urn:vn:edu:hoc-ba-so:1',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
  xades: 'http://uri.etsi.org/01903/v1.3.2#',
}

/** xmlsec1 knows no Id without a DTD: every element that is referred to must be named. */
const idAttributes = [
  ...['DuLieu', 'Bia', 'DinhDanh', 'PhienBan', 'MonHoc', 'TongKet'].map((name) => `${namespaces.hb}:${name}`),
  `${namespaces.ds}:SignatureValue`,
  `${namespaces.xades}:SignedProperties`,
].flatMap((name) => ['--id-attr:Id', name])

/** Judges one signature of a file, its references and its certificate's path, by `xmlsec1`. */
export const judgeByXmlsec = (file: string, id: string, trustedPem: string): Judgement =>
  run('xmlsec1', [
    '--verify',
    '--enabled-reference-uris',
    'same-doc',
    ...idAttributes,
    '--trusted-pem',
    trustedPem,
    '--node-xpath',
    `//*[local-name()='Signature'][@Id='${id}']`,
    file,
  ])

/** The exclusive canonical form of a text, by `xmllint`. */
export const canonicalByXmllint = (text: string | Uint8Array): Buffer =>
  run('xmllint', ['--exc-c14n', '-'], text).out

/** Whether a file is valid against a schema, by `xmllint`. */
export const judgeBySchema = (file: string, schema: string): Judgement =>
  run('xmllint', ['--noout', '--nonet', '--schema', schema, file])

/** The element with this Id, cut out of a canonical file, as a document of its own in exclusive canonical form. */
export const canonicalPart = (text: string, id: string): Buffer => {
  const [, start = '', name = '', rest = ''] =
    new RegExp(`(<([\\w:]+))((?: [^<>]*)? Id="${id}"[^<>]*>)`).exec(text) ?? []
  const at = text.indexOf(start + rest)
  const end = text.indexOf(`</${name}>`, at) + `</${name}>`.length
  const declared = Object.entries(namespaces)
    .map(([prefix, uri]) => (prefix === 'hb' ? ` xmlns="${uri}"` : ` xmlns:${prefix}="${uri}"`))
    .filter((declaration) => !rest.includes(declaration))
  return canonicalByXmllint(start + declared.join('') + text.slice(at + start.length, end))
}

/** SHA-256 in base64 of the canonical form of a part. */
export const digestOfPart = (text: string, id: string): string =>
  hash('sha256', canonicalPart(text, id), 'base64')

const pem = (base64: string): string => new X509Certificate(Buffer.from(base64, 'base64')).toString()

/** The parts of one signature, found by looking for tags. */
export interface SignatureText {
  readonly id: string
  readonly method: string
  /** Id of what is covered, and the digest in base64. */
  readonly references: readonly (readonly [string, string])[]
  readonly value: Buffer
  readonly certificatePem: string
  readonly timestampToken: Buffer | undefined
  /** The canonical SignedInfo. */
  readonly signedInfo: () => Buffer
}

const between = (text: string, before: RegExp): string | undefined => before.exec(text)?.[1]

const signatureText = (text: string): SignatureText => {
  const token = between(text, /<xades:EncapsulatedTimeStamp>([^<]*)</)
  const signedInfo = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(text)?.[0] ?? ''
  return {
    id: between(text, /<ds:Signature [^>]*Id="([^"]*)"/) ?? '',
    method: between(text, /<ds:SignatureMethod Algorithm="[^"]*#([^"]*)"/) ?? '',
    references: [...text.matchAll(/URI="#([^"]*)">.*?<ds:DigestValue>([^<]*)</gs)].map(
      ([, id = '', digest = '']) => [id, digest],
    ),
    value: Buffer.from(between(text, /<ds:SignatureValue[^>]*>([^<]*)</) ?? '', 'base64'),
    certificatePem: pem(between(text, /<ds:X509Certificate>([^<]*)</) ?? ''),
    timestampToken: token === undefined ? undefined : Buffer.from(token, 'base64'),
    signedInfo: () =>
      canonicalByXmllint(
        signedInfo.replace('<ds:SignedInfo>', `<ds:SignedInfo xmlns:ds="${namespaces.ds}">`),
      ),
  }
}

/** Every signature of a file. */
export const listSignatures = (text: string): readonly SignatureText[] =>
  [...text.matchAll(/<ds:Signature .*?<\/ds:Signature>/gs)].map(([signature]) => signatureText(signature))

/** openssl as a judge; the files it wants are written into `folder`. */
export const createOpenssl = (folder: string) => {
  let count = 0
  const put = (bytes: string | Uint8Array): string => {
    const path = join(folder, `judged-${count++}`)
    writeFileSync(path, bytes)
    return path
  }
  const publicKey = (certificatePem: string): string =>
    put(run('openssl', ['x509', '-noout', '-pubkey'], certificatePem).out)
  return {
    /** RSA-PSS over the canonical SignedInfo, salt as long as the digest. */
    judgePss: ({ certificatePem, value, signedInfo }: SignatureText): Judgement =>
      run('openssl', [
        ...['dgst', '-sha256', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'],
        ...['-verify', publicKey(certificatePem), '-signature', put(value), put(signedInfo())],
      ]),
    /** The certificate's path and its revocation, by the anchors and lists of a trust folder. */
    judgeCertificate: (certificatePem: string, anchors: string, lists: readonly Uint8Array[]): Judgement => {
      const crls = lists.map((der) => run('openssl', ['crl', '-inform', 'DER'], der).out)
      return run('openssl', [
        'verify',
        '-CAfile',
        anchors,
        '-CRLfile',
        put(Buffer.concat(crls)),
        '-crl_check_all',
        put(certificatePem),
      ])
    },
    /** A timestamp token over these bytes. */
    judgeTimestamp: (token: Uint8Array, stamped: Uint8Array, anchors: string): Judgement =>
      run('openssl', [
        'ts',
        '-verify',
        '-token_in',
        '-in',
        put(token),
        '-data',
        put(stamped),
        '-CAfile',
        anchors,
      ]),
  }
}
