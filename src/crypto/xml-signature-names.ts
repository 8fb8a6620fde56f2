import type { SignatureAlgorithm } from './ports.ts'

/** Namespaces and algorithm names of XML Signature 1.1, RFC 9231 and XAdES (ETSI EN 319 132-1). */
export const dsNamespace = 'http://www.w3.org/2000/09/xmldsig#'
export const xadesNamespace = 'http://uri.etsi.org/01903/v1.3.2#'
export const signedPropertiesType = 'http://uri.etsi.org/01903#SignedProperties'
export const exclusiveC14n = 'http://www.w3.org/2001/10/xml-exc-c14n#'
export const sha256Uri = 'http://www.w3.org/2001/04/xmlenc#sha256'

export const signatureMethodUris: Record<SignatureAlgorithm, string> = {
  'rsa-pkcs1-sha256': 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'rsa-pss-sha256': 'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  'ecdsa-p256-sha256': 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
}

const algorithmsByUri = new Map<string, SignatureAlgorithm>(
  (Object.entries(signatureMethodUris) as [SignatureAlgorithm, string][]).map(([name, uri]) => [uri, name]),
)

/** The algorithm a SignatureMethod names, or undefined for any other (HMAC, SHA-1, …). */
export const findSignatureAlgorithm = (uri: string): SignatureAlgorithm | undefined =>
  algorithmsByUri.get(uri)
