import { BlockList, isIP } from 'node:net'
import type { Certificate } from '../crypto/certificate.ts'
import { parseCrl } from '../crypto/crl.ts'
import { createOcspRequest, parseOcspResponse } from '../crypto/ocsp.ts'
import type { RevocationEvidence, RevocationSource } from '../crypto/ports.ts'

/** How responders are reached. */
export interface RevocationHttpOptions {
  readonly timeoutMilliseconds?: number
  readonly maxBytes?: number
  /** Which addresses may be asked; by default none on this machine or in private networks, given by number. */
  readonly isAllowed?: (url: URL) => boolean
}

const privateNetworks = new BlockList()
const subnets: readonly [string, number, 'ipv4' | 'ipv6'][] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
]
for (const subnet of subnets) privateNetworks.addSubnet(...subnet)

/** A certificate's addresses are its issuer's word; a public verifier must not be led to machines of its own net. */
export const isPublicAddress = ({ hostname }: URL): boolean => {
  const host = hostname.replace(/^\[|\]$/g, '')
  const version = isIP(host)
  if (version === 0) return host !== 'localhost' && !host.endsWith('.localhost') && host.includes('.')
  return !privateNetworks.check(host, version === 4 ? 'ipv4' : 'ipv6')
}

const readBounded = async ({ body }: Response, maxBytes: number): Promise<Buffer | undefined> => {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    const bytes = part as Uint8Array
    size += bytes.length
    if (size > maxBytes) return undefined
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}

type Ask = (
  address: string,
  request?: { readonly type: string; readonly body: Uint8Array },
) => Promise<Buffer | undefined>

const createAsk = (options: RevocationHttpOptions): Ask => {
  const { timeoutMilliseconds = 5000, maxBytes = 32 << 20, isAllowed = isPublicAddress } = options
  return async (address, request) => {
    if (!URL.canParse(address)) return undefined
    const url = new URL(address)
    if (!['http:', 'https:'].includes(url.protocol) || !isAllowed(url)) return undefined
    // A redirection could lead to where the address itself may not; whoever is reached must answer.
    const common = { redirect: 'error', signal: AbortSignal.timeout(timeoutMilliseconds) } as const
    const post = request && {
      method: 'POST',
      headers: { 'content-type': request.type },
      body: Buffer.from(request.body),
    }
    try {
      const response = await fetch(url, { ...common, ...post })
      return response.ok ? await readBounded(response, maxBytes) : undefined
    } catch {
      // Not reached, cut off or too slow: there is no evidence, and no evidence is never good.
      return undefined
    }
  }
}

const firstOf = async <T>(addresses: readonly string[], get: (address: string) => Promise<T | undefined>) => {
  for (const address of addresses.slice(0, 3)) {
    const found = await get(address)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Asks where the certificate says that its status is told: OCSP (RFC 6960 Appendix A) first, then the CRL
 * (RFC 5280 §4.2.1.13). Returns readable evidence, which `revocationStatus` then authenticates, or nothing.
 */
export const httpRevocationSource = (options: RevocationHttpOptions = {}): RevocationSource => {
  const ask = createAsk(options)
  const askOcsp = async (address: string, body: Uint8Array): Promise<RevocationEvidence | undefined> => {
    const der = await ask(address, { type: 'application/ocsp-request', body })
    return der && parseOcspResponse(der) ? { kind: 'ocsp', der } : undefined
  }
  const askCrl = async (address: string): Promise<RevocationEvidence | undefined> => {
    const der = await ask(address)
    return der && parseCrl(der) ? { kind: 'crl', der } : undefined
  }
  return {
    fetch: async (certificate: Certificate, issuer: Certificate) => {
      const request = createOcspRequest(certificate, issuer)
      const found =
        (await firstOf(certificate.ocspUrls, (address) => askOcsp(address, request))) ??
        (await firstOf(certificate.crlUrls, askCrl))
      return found ? [found] : []
    },
  }
}
