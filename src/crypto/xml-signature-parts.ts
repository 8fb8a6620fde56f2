import {
  dsNamespace,
  exclusiveC14n,
  sha256Uri,
  signedPropertiesType,
  xadesNamespace,
} from './xml-signature-names.ts'

/*
 * The literal text between the variable parts of a signature, in canonical form, shared by writer and reader, so
 * that what one writes is what the other expects. Two spellings of a start tag exist where a namespace is declared
 * only when the element is the apex of what is digested.
 */
export const dsDeclaration = ` xmlns:ds="${dsNamespace}"`
export const xadesDeclaration = ` xmlns:xades="${xadesNamespace}"`

export const signatureOpen = `<ds:Signature${dsDeclaration} Id="`
export const signedInfoOpen = '<ds:SignedInfo>'
export const signedInfoApex = `<ds:SignedInfo${dsDeclaration}>`
export const signedInfoHead =
  `<ds:CanonicalizationMethod Algorithm="${exclusiveC14n}"></ds:CanonicalizationMethod>` +
  `<ds:SignatureMethod Algorithm="`
export const signatureMethodEnd = '"></ds:SignatureMethod>'

const digestMethod = `<ds:DigestMethod Algorithm="${sha256Uri}"></ds:DigestMethod>`
const referenceDigest =
  `"><ds:Transforms><ds:Transform Algorithm="${exclusiveC14n}"></ds:Transform></ds:Transforms>` +
  `${digestMethod}<ds:DigestValue>`
export const dataReferenceOpen = '<ds:Reference Id="'
export const dataReferenceUri = '" URI="#'
export const referenceDigestOpen = referenceDigest
export const referenceClose = '</ds:DigestValue></ds:Reference>'
export const propertiesReferenceOpen = `<ds:Reference Type="${signedPropertiesType}" URI="#sp-`
export const signedInfoClose = '</ds:SignedInfo>'

export const signatureValueOpen = '<ds:SignatureValue Id="sv-'
export const signatureValueApex = `<ds:SignatureValue${dsDeclaration} Id="sv-`
export const signatureValueClose = '</ds:SignatureValue>'

export const keyInfoOpen = '<ds:KeyInfo><ds:X509Data>'
export const certificateOpen = '<ds:X509Certificate>'
export const certificateClose = '</ds:X509Certificate>'
export const keyInfoClose = '</ds:X509Data></ds:KeyInfo>'

export const qualifyingOpen = `<ds:Object><xades:QualifyingProperties${xadesDeclaration} Target="#`
export const signedPropertiesOpen = '<xades:SignedProperties Id="sp-'
export const signedPropertiesApex = `<xades:SignedProperties${xadesDeclaration} Id="sp-`
export const signingTimeOpen = '"><xades:SignedSignatureProperties><xades:SigningTime>'
export const certDigestOpen = '</xades:SigningTime><xades:SigningCertificateV2><xades:Cert><xades:CertDigest>'
export const certDigestMethod = `${digestMethod}<ds:DigestValue>`
/** Inside SignedProperties the `ds` prefix is first used here, so each use declares it in the digested form. */
export const certDigestMethodApex =
  `<ds:DigestMethod${dsDeclaration} Algorithm="${sha256Uri}"></ds:DigestMethod>` +
  `<ds:DigestValue${dsDeclaration}>`
export const claimedRoleOpen =
  '</ds:DigestValue></xades:CertDigest></xades:Cert></xades:SigningCertificateV2>' +
  '<xades:SignerRoleV2><xades:ClaimedRoles><xades:ClaimedRole>'
export const claimedRoleClose =
  '</xades:ClaimedRole></xades:ClaimedRoles></xades:SignerRoleV2></xades:SignedSignatureProperties>' +
  '<xades:SignedDataObjectProperties>'
export const dataObjectOpen = '<xades:DataObjectFormat ObjectReference="#'
export const dataObjectClose = '"><xades:MimeType>text/xml</xades:MimeType></xades:DataObjectFormat>'
export const signedPropertiesClose = '</xades:SignedDataObjectProperties></xades:SignedProperties>'

export const unsignedOpen = '<xades:UnsignedProperties><xades:UnsignedSignatureProperties>'
export const timestampOpen =
  `<xades:SignatureTimeStamp><ds:CanonicalizationMethod Algorithm="${exclusiveC14n}">` +
  '</ds:CanonicalizationMethod><xades:EncapsulatedTimeStamp>'
export const timestampClose = '</xades:EncapsulatedTimeStamp></xades:SignatureTimeStamp>'
export const certificateValuesOpen = '<xades:CertificateValues>'
export const encapsulatedCertificateOpen = '<xades:EncapsulatedX509Certificate>'
export const encapsulatedCertificateClose = '</xades:EncapsulatedX509Certificate>'
export const certificateValuesClose = '</xades:CertificateValues>'
export const revocationValuesOpen = '<xades:RevocationValues>'
export const crlValuesOpen = '<xades:CRLValues>'
export const crlValueOpen = '<xades:EncapsulatedCRLValue>'
export const crlValueClose = '</xades:EncapsulatedCRLValue>'
export const crlValuesClose = '</xades:CRLValues>'
export const ocspValuesOpen = '<xades:OCSPValues>'
export const ocspValueOpen = '<xades:EncapsulatedOCSPValue>'
export const ocspValueClose = '</xades:EncapsulatedOCSPValue>'
export const ocspValuesClose = '</xades:OCSPValues>'
export const revocationValuesClose = '</xades:RevocationValues>'
export const unsignedClose = '</xades:UnsignedSignatureProperties></xades:UnsignedProperties>'
export const signatureClose = '</xades:QualifyingProperties></ds:Object></ds:Signature>'

/* Neighbours that always stand together, joined so that reading compares them at once. */
export const signedInfoStart = `">${signedInfoOpen}`
export const signedInfoEnd = referenceClose + signedInfoClose
export const valueToCertificates = signatureValueClose + keyInfoOpen
