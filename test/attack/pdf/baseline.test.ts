import { beforeAll, describe, expect, it } from 'vitest'
import { extractUnsignedRevision, readPdf, verifyPdfSignatures } from '../../../src/crypto/pdf/index.ts'
import { appendRevision, buildPdf, newestSource, numbers, stream } from './support/build-pdf.ts'
import {
  countersign,
  findingsOf,
  openPdfOffice,
  sealPdf,
  signedAt,
  type PdfOffice,
} from './support/office.ts'

let office: PdfOffice
beforeAll(async () => {
  office = await openPdfOffice()
})

/** What attacks are measured against: without these, a verifier that rejects everything would pass them all. */
describe('what nobody tampered with', () => {
  it('has no finding, with one signature', async () => {
    expect(findingsOf(await sealPdf(buildPdf(), office), office)).toEqual([])
  })

  it('has no finding, with a second signature upon it', async () => {
    expect(findingsOf(await countersign(await sealPdf(buildPdf(), office), office), office)).toEqual([])
  })

  it('has no finding when a later signer fills the place laid out for them', async () => {
    const place = { page: 1, rect: [72, 72, 172, 122] } as const
    const sealed = await sealPdf(buildPdf(), office, { laterFields: [{ fieldName: 'hieu-truong', place }] })
    const appearance = { ...place, drawing: '0 0 1 RG 1 1 98 48 re S' }
    expect(findingsOf(await countersign(sealed, office, { appearance }), office)).toEqual([])
    expect(findingsOf(await countersign(sealed, office), office)).toEqual([])
  })

  it('has no finding when validation data was added behind the signature', async () => {
    const sealed = await sealPdf(buildPdf(), office)
    const catalog = newestSource(sealed, numbers.catalog).replace(/>>$/, '/DSS 50 0 R\n>>')
    const added = appendRevision(sealed, {
      [numbers.catalog]: catalog,
      50: '<< /Type /DSS /Certs [51 0 R] >>',
      51: stream('a certificate'),
    })
    expect(findingsOf(added, office)).toEqual([])
  })

  it('gives back the page as it was rendered, to the byte', async () => {
    const pdf = buildPdf()
    const signed = await countersign(await sealPdf(pdf, office), office)
    expect(Buffer.from(extractUnsignedRevision(signed) ?? []).equals(pdf)).toBe(true)
    expect(Buffer.from(extractUnsignedRevision(pdf) ?? []).equals(pdf)).toBe(true)
    expect(Buffer.from(signed).subarray(0, pdf.length).equals(pdf)).toBe(true)
  })

  it('tells who signed, when, and what else it says of itself', async () => {
    const signed = await sealPdf(buildPdf(), office)
    const [facts] = verifyPdfSignatures(signed, office.trust).facts?.signatures ?? []
    expect(facts).toMatchObject({
      field: 'con-dau',
      revision: 1,
      signerName: 'Trường THCS Thử',
      reason: 'Phát hành học bạ số',
      location: 'Điện Biên',
      claimedAt: signedAt,
      provenAt: signedAt,
      coversWholeFile: true,
      docMdp: { permission: 2, isNamed: true },
      certificate: { subject: { commonName: 'Trường THCS Thử', userId: 'MT:01000001' } },
    })
    expect(Buffer.from(signed).toString('latin1')).toContain("/M (D:20260529090000+07'00')")
  })

  it('gives up its attachment and its keywords', () => {
    const reading = readPdf(buildPdf())
    expect(reading).toMatchObject({ ok: true, keywords: 'hocba, minh hoa', isAmbiguous: false })
    if (!reading.ok) throw new Error(reading.fault)
    expect(reading.files.map(({ name, relationship }) => [name, relationship])).toEqual([
      ['hb.xml', 'Source'],
    ])
    expect(reading.files[0]?.bytes.toString('utf8')).toBe('<HocBa>Toan 6,0</HocBa>')
    expect(reading.information.get('Keywords')).toBe('hocba, minh hoa')
  })

  it('has one finding when nobody signed', () => {
    expect(findingsOf(buildPdf(), office)).toEqual(['pdf-not-signed'])
  })
})
