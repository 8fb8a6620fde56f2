import { hash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import {
  finishPdfSignature,
  pdfTimestampImprint,
  preparePdfSignature,
  signPdf,
  timestampBytesOf,
  verifyPdfSignatures,
  type PdfSignatureOptions,
} from '../src/crypto/pdf/index.ts'
import type { SignatureAlgorithm, Signer, TimestampAuthority } from '../src/crypto/ports.ts'
import { trustStoreFrom } from '../src/adapters/trust-folder.ts'
import { createDemoAuthority } from '../src/demo/authority/index.ts'
import { createEngine } from '../src/rendition/engine.ts'
import { headlined, milliseconds, timed, times, type Benchmark, type Figure } from './figure.ts'
import { interleave, type Timing } from './measure.ts'
import { fromRoot } from './paths.ts'

const signedAt = new Date('2026-05-29T09:00:00+07:00')
const now = new Date('2026-07-01T00:00:00+07:00')
const validUntil = new Date('2040-01-01T00:00:00+07:00')
const targetMilliseconds = 3
const wantedBytes = 200_000

/** Words that differ from line to line, so that nothing compresses better than a real page does. */
const words = (count: number): string =>
  Array.from({ length: count }, () => `+ ${randomBytes(12).toString('hex')} – nhận xét về học tập`).join('\n')

const sourceOf = (
  lines: number,
): string => `#set document(date: datetime(year: 2026, month: 5, day: 29), title: "Học bạ")
#set text(lang: "vi", font: "Tinos")
#pdf.attach("hb.xml", relationship: "source", mime-type: "application/xml", description: "Học bạ số")
= Học bạ
${words(lines)}`

/** A tagged PDF/A-3a of about 200 KB with thirty kilobytes of data attached, as the official page is one. */
const typeset = (): Uint8Array => {
  const fontBlobs = ['Regular', 'Bold'].map((face) =>
    readFileSync(fromRoot(`src/rendition/fonts/Tinos-${face}.ttf`)),
  )
  const compiler = createEngine({ workspace: fromRoot('bench'), fontArgs: [{ fontBlobs }] })
  compiler.mapShadow(fromRoot('bench/hb.xml'), Buffer.from(randomBytes(15_000).toString('hex')))
  let pdf: Uint8Array = new Uint8Array()
  for (let lines = 100; pdf.length < wantedBytes; lines = Math.ceil(lines * 1.15)) {
    compiler.mapShadow(fromRoot('bench/page.typ'), Buffer.from(sourceOf(lines)))
    const { result } = compiler.compile({ mainFilePath: fromRoot('bench/page.typ') })
    if (!result) throw new Error('the page was not typeset')
    pdf = compiler.pdf(result, { pdfStandard: 'a-3a', pdfTags: true })
  }
  return pdf
}

interface Scene {
  readonly page: Uint8Array
  readonly options: PdfSignatureOptions
  readonly signer: Signer
  readonly timestamps: TimestampAuthority
  readonly trustFiles: ReadonlyMap<string, Uint8Array>
}

const prepareScene = async (page: Uint8Array, algorithm: SignatureAlgorithm): Promise<Scene> => {
  const authority = await createDemoAuthority({ now: new Date('2025-08-01T00:00:00+07:00'), validUntil })
  const signer = await authority.issueSchool({ name: 'Trường Thử', schoolCode: '01000001', algorithm })
  const timestamps = authority.timestampAuthority(() => signedAt)
  const options = {
    fieldName: 'con-dau',
    signerName: 'Trường Thử',
    reason: 'Phát hành học bạ số',
    location: 'Điện Biên',
    signingTime: signedAt,
    docMdp: 2,
    chain: signer.chain,
    algorithm,
    timestampBytes: await timestampBytesOf(timestamps),
  } as const
  return {
    page,
    options,
    signer,
    timestamps,
    trustFiles: await authority.trustFiles({ at: now, nextUpdate: validUntil }),
  }
}

/** Everything but the key's operation and the authority's answer: both are at hand already. */
const measureSigning = async ({ page, options, signer, timestamps }: Scene) => {
  const first = preparePdfSignature(page, options)
  const [value = Buffer.alloc(0)] = await signer.sign([first.toBeSigned])
  const [token = Buffer.alloc(0)] = await timestamps.timestamp([pdfTimestampImprint(first, value)])
  return interleave(
    {
      ours: {
        runs: 20,
        once: () => {
          const prepared = preparePdfSignature(page, options)
          pdfTimestampImprint(prepared, value)
          finishPdfSignature(prepared, value, token)
        },
      },
      limit: { runs: 20, once: () => hash('sha256', Buffer.from(page)) },
      key: { runs: 5, once: () => signer.sign([first.toBeSigned]) },
    },
    { rounds: 25, warmUp: 5 },
  )
}

const measureVerifying = async ({ page, options, signer, timestamps, trustFiles }: Scene) => {
  const { schools, timestamps: stamping, evidence } = trustStoreFrom(trustFiles)
  const trust = { ...schools, timestamps: stamping, evidence, now }
  const signed = await signPdf(page, options, signer, timestamps)
  const { findings } = verifyPdfSignatures(signed, trust)
  if (findings.length > 0) throw new Error(`the page has findings: ${JSON.stringify(findings)}`)
  return interleave(
    {
      ours: { runs: 5, once: () => verifyPdfSignatures(signed, trust) },
      limit: { runs: 5, once: () => hash('sha256', Buffer.from(page)) },
    },
    { rounds: 20, warmUp: 4 },
  )
}

const copyAndDigest = 'one copy and one SHA-256 of the same bytes'

const signingFigure = (what: string, ours: Timing, limit: Timing, key: Timing): Figure => ({
  what,
  measured: timed(ours),
  beside: `${copyAndDigest}: ${timed(limit)}; the key’s operation: ${timed(key)}`,
  ratio: times(ours.wall / limit.wall),
  target: `< ${targetMilliseconds} ms`,
  reached: ours.wall < targetMilliseconds,
})

/** Signing a page of 200 KB beyond the private-key operation, and reading and verifying one whole. */
export const run: Benchmark = async () => {
  const page = typeset()
  const size = `${Math.round(page.length / 1000)} KB`
  const rsa = await prepareScene(page, 'rsa-pkcs1-sha256')
  const elliptic = await prepareScene(page, 'ecdsa-p256-sha256')
  const [withRsa, withElliptic] = [await measureSigning(rsa), await measureSigning(elliptic)]
  const verifying = await measureVerifying(rsa)
  return [
    headlined(
      signingFigure(
        `Sign a page of ${size} (PAdES), beyond the key, RSA-2048`,
        withRsa.timings.ours,
        withRsa.timings.limit,
        withRsa.timings.key,
      ),
      'pades',
      milliseconds(withRsa.timings.ours.wall),
    ),
    signingFigure('… P-256', withElliptic.timings.ours, withElliptic.timings.limit, withElliptic.timings.key),
    {
      what: `Read and verify a page of ${size} with its seal, RSA-2048`,
      measured: timed(verifying.timings.ours),
      beside: `${copyAndDigest}: ${timed(verifying.timings.limit)}`,
      ratio: times(verifying.timings.ours.wall / verifying.timings.limit.wall),
      target: '',
    },
  ]
}

if (import.meta.main) console.table(await run())
