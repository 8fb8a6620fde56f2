import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport } from '../builders/issuing.ts'
import { secondaryReport } from '../builders/reports.ts'
import {
  afterSignature,
  certificateElement,
  cutCertificate,
  cutSignature,
  exchange,
  findSignature,
  inside,
  replaceAt,
  withoutSignature,
  type Trick,
} from './support/edit.ts'
import { listCodes, listFindings, setScene, type Scene } from './support/judge.ts'

/** What an attacker can add to, take from or rearrange in the set of signatures. */
let scene: Scene
let otherClass: string
beforeAll(async () => {
  scene = await setScene(secondaryReport())
  const report = secondaryReport()
  const other = { ...report, identity: { ...report.identity, classId: '8A2', className: '8A2' } }
  otherClass = Buffer.from((await issueReport(other, scene.office)).bytes).toString('utf8')
})

const object = (text: string): string => `<ds:Object>${text}</ds:Object></ds:Signature></ChuKys>`

const sets: readonly Trick[] = [
  ['a teacher’s removed', 'signature-missing@s-gv-CB003', (text) => withoutSignature(text, 's-gv-CB003')],
  ['the homeroom teacher’s removed', 'signature-missing@s-gvcn', (text) => withoutSignature(text, 's-gvcn')],
  [
    'the principal’s removed',
    'signature-missing@s-hieutruong',
    (text) => withoutSignature(text, 's-hieutruong'),
  ],
  ['the seal removed', 'signature-missing@s-truong', (text) => withoutSignature(text, 's-truong')],
  [
    'the cover’s seal removed',
    'signature-missing@s-bia-truong',
    (text) => withoutSignature(text, 's-bia-truong'),
  ],
  [
    'both of the cover removed',
    'wrong-coverage@s-gvcn',
    (text) => withoutSignature(withoutSignature(text, 's-bia-ht'), 's-bia-truong'),
  ],
  [
    'all removed',
    'signature-missing@s-gvcn',
    (text) => text.replace(/<ChuKys>.*<\/ChuKys>/s, '<ChuKys></ChuKys>'),
  ],
  [
    'two swapped',
    'signature-order@ChuKys',
    (text) => exchange(text, findSignature(text, 's-gv-CB002'), findSignature(text, 's-gv-CB003')),
  ],
  [
    'one twice',
    'duplicate-id@s-gvcn',
    (text) => afterSignature(text, 's-gvcn', cutSignature(text, 's-gvcn')),
  ],
  [
    'one from another book',
    'content-changed@s-gv-CB003',
    (text) => replaceAt(text, findSignature(text, 's-gv-CB003'), cutSignature(otherClass, 's-gv-CB003')),
  ],
  [
    'one that nobody asked for',
    'signature-unexpected@s-gv-CB009',
    (text) =>
      afterSignature(
        text,
        's-gv-CB003',
        cutSignature(text, 's-gv-CB003').replaceAll('s-gv-CB003', 's-gv-CB009'),
      ),
  ],
  [
    'one under another’s Id',
    'wrong-coverage@s-gv-CB004',
    (text) =>
      replaceAt(
        text,
        findSignature(text, 's-gv-CB004'),
        cutSignature(text, 's-gv-CB003').replaceAll('s-gv-CB003', 's-gv-CB004'),
      ),
  ],
  [
    'one beside the place for signatures',
    'part-moved@s-gvcn',
    (text) => withoutSignature(text, 's-gvcn').replace('<ChuKys>', `${cutSignature(text, 's-gvcn')}<ChuKys>`),
  ],
  [
    'one inside another',
    'part-moved@s-gvcn',
    (text) =>
      withoutSignature(text, 's-gvcn').replace(
        '</ds:Signature></ChuKys>',
        object(cutSignature(text, 's-gvcn')),
      ),
  ],
]

describe('the set of signatures', () => {
  it.each(sets)('%s: %s', async (_, finding, change) => {
    const verification = await scene.judge(change(scene.text))
    expect(verification.verdict).toBe('failed')
    expect(listFindings(verification)).toContain(finding)
  })

  it('a removed signature also breaks the one that was made over it', async () => {
    const verification = await scene.judge(withoutSignature(scene.text, 's-gv-CB003'))
    expect(listFindings(verification)).toEqual(['signature-missing@s-gv-CB003', 'content-changed@s-gvcn'])
  })

  it('a signature without any certificate is not of the profile', async () => {
    const verification = await scene.judge(inside('s-gvcn', certificateElement, '')(scene.text))
    expect(listCodes(verification)).toEqual(['malformed'])
  })
})

const stamp = '</xades:SignatureTimeStamp>'
const certificates = (inner: string): string => `<xades:CertificateValues>${inner}</xades:CertificateValues>`
const revocation = (inner: string): string => `<xades:RevocationValues>${inner}</xades:RevocationValues>`
const addToSeal = (added: string) => inside('s-truong', stamp, stamp + added)
const addCertificate = (added: string) => inside('s-gvcn', '</ds:X509Data>', `${added}</ds:X509Data>`)

const uncovered: readonly Trick[] = [
  [
    'a certificate of the path left out',
    'certificate-stray@s-gvcn',
    inside('s-gvcn', /(<\/ds:X509Certificate>)<ds:X509Certificate>[^<]*<\/ds:X509Certificate>/g, '$1'),
  ],
  [
    'a certificate of the path twice',
    'certificate-stray@s-gvcn',
    inside('s-gvcn', /(<ds:X509Certificate>[^<]*<\/ds:X509Certificate>)(?=<\/ds:X509Data>)/g, '$1$1'),
  ],
  [
    'a colleague’s certificate added',
    'certificate-stray@s-gvcn',
    (text) => addCertificate(cutCertificate(text, 's-gv-CB003'))(text),
  ],
  [
    'a certificate added that is none',
    'certificate-stray@s-gvcn',
    addCertificate('<ds:X509Certificate>AAAA</ds:X509Certificate>'),
  ],
  [
    'a long-term certificate that is none',
    'evidence-unreadable@s-truong',
    addToSeal(certificates('<xades:EncapsulatedX509Certificate>x</xades:EncapsulatedX509Certificate>')),
  ],
  [
    'a revocation list that is none',
    'evidence-unreadable@s-truong',
    addToSeal(
      revocation(
        '<xades:CRLValues><xades:EncapsulatedCRLValue>AAAA</xades:EncapsulatedCRLValue></xades:CRLValues>',
      ),
    ),
  ],
  [
    'an OCSP answer that is none',
    'evidence-unreadable@s-truong',
    addToSeal(
      revocation(
        '<xades:OCSPValues><xades:EncapsulatedOCSPValue>x</xades:EncapsulatedOCSPValue></xades:OCSPValues>',
      ),
    ),
  ],
]

describe('what no signature covers', () => {
  it.each(uncovered)('%s: %s, so that the verdict stays open', async (_, finding, change) => {
    const verification = await scene.judge(change(scene.text))
    expect(listFindings(verification)).toEqual([finding])
    expect(verification.verdict).toBe('indeterminate')
  })

  it.each([certificates(''), revocation(''), revocation('<xades:CRLValues></xades:CRLValues>')])(
    'an empty %s is not of the profile',
    async (empty) => {
      expect(listCodes(await scene.judge(addToSeal(empty)(scene.text)))).toEqual(['malformed'])
    },
  )
})
