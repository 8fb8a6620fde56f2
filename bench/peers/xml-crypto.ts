import { X509Certificate } from 'node:crypto'
import type { BookFile } from '../../src/bookfile/index.ts'

/** What is used of xml-crypto. Peers are installed in bench/ alone, so the types stand here. */
interface XmlCrypto {
  readonly SignedXml: new (options: { publicCert: string; getCertFromKeyInfo: () => null }) => {
    loadSignature(signature: string): void
    checkSignature(xml: string): boolean
  }
}

const peer: string = 'xml-crypto'

/** Verifies every signature of a file with xml-crypto; true when all hold. RSA only: it knows no ECDSA. */
export const prepareXmlCrypto = async (bytes: Uint8Array, book: BookFile): Promise<() => boolean> => {
  const { SignedXml } = (await import(peer)) as XmlCrypto
  const xml = Buffer.from(bytes).toString('utf8')
  const keys = book.signatures.map(({ certificates: [own = ''] }) =>
    new X509Certificate(Buffer.from(own, 'base64')).toString(),
  )
  return () =>
    book.signatureTexts.every((text, index) => {
      const signature = new SignedXml({ publicCert: keys[index] ?? '', getCertFromKeyInfo: () => null })
      signature.loadSignature(text)
      return signature.checkSignature(xml)
    })
}
