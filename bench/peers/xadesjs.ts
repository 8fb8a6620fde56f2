import { webcrypto } from 'node:crypto'

interface XmlElements {
  readonly length: number
  item(index: number): unknown
}

interface XmlDocument {
  getElementsByTagNameNS(namespace: string, name: string): XmlElements
}

/** What is used of xadesjs and of what it needs. Peers are installed in bench/ alone, so the types stand here. */
interface Xadesjs {
  readonly Application: { setEngine(name: string, crypto: typeof webcrypto): void }
  readonly SignedXml: new (document: XmlDocument) => {
    LoadXml(element: unknown): void
    Verify(): Promise<boolean>
  }
  Parse(xml: string): XmlDocument
  setNodeDependencies(dependencies: Record<string, unknown>): void
}

const peers: readonly [string, string, string] = ['xadesjs', '@xmldom/xmldom', 'xpath']

const load = async (): Promise<Xadesjs> => {
  const xadesjs = (await import(peers[0])) as Xadesjs
  const { DOMParser, XMLSerializer } = (await import(peers[1])) as Record<string, unknown>
  const { default: xpath } = (await import(peers[2])) as Record<string, unknown>
  xadesjs.setNodeDependencies({ DOMParser, XMLSerializer, xpath })
  xadesjs.Application.setEngine('NodeJS', webcrypto)
  return xadesjs
}

const namespace = 'http://www.w3.org/2000/09/xmldsig#'

/** Parses a file once and verifies every signature of it with xadesjs; true when all hold. */
export const prepareXadesjs = async (bytes: Uint8Array): Promise<() => Promise<boolean>> => {
  const xadesjs = await load()
  const xml = Buffer.from(bytes).toString('utf8')
  return async () => {
    const document = xadesjs.Parse(xml)
    const signatures = document.getElementsByTagNameNS(namespace, 'Signature')
    for (let index = 0; index < signatures.length; index++) {
      const signature = new xadesjs.SignedXml(document)
      signature.LoadXml(signatures.item(index))
      if (!(await signature.Verify())) return false
    }
    return signatures.length > 0
  }
}
