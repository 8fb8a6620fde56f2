import type { Certificate } from '../../crypto/certificate.ts'
import type { Hierarchy } from './hierarchy.ts'

const lines = (text: string): string => (text.match(/.{1,64}/g) ?? []).join('\n')

export const pemOf = ({ der }: Certificate): string =>
  `-----BEGIN CERTIFICATE-----\n${lines(Buffer.from(der).toString('base64'))}\n-----END CERTIFICATE-----\n`

const filesOf = async (
  use: string,
  { root, issuing }: Hierarchy,
  times: { readonly at: Date; readonly nextUpdate: Date },
): Promise<[string, Uint8Array][]> => [
  [`${use}.pem`, Buffer.from(pemOf(root.certificate) + pemOf(issuing.certificate))],
  [`${use}-root.crl`, await root.createCrl(times)],
  [`${use}-issuing.crl`, await issuing.createCrl(times)],
]

/** The trust folder's files by name: anchors with the CAs under them, for each use, and every CA's CRL. */
export const createTrustFiles = async (
  uses: Readonly<Record<'persons' | 'schools' | 'timestamps', Hierarchy>>,
  times: { readonly at: Date; readonly nextUpdate: Date },
): Promise<Map<string, Uint8Array>> => {
  const files = Object.entries(uses).map(([use, hierarchy]) => filesOf(use, hierarchy, times))
  return new Map((await Promise.all(files)).flat())
}
