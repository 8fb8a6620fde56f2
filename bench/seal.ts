import { writeData, type BookData, type YearReport } from '../src/bookfile/index.ts'
import type { SignatureAlgorithm } from '../src/crypto/ports.ts'
import { bareBook, signBare, signOnThreads, verifyBare, type BareBook, type BareSignature } from './bare.ts'
import { inventReports } from './books.ts'
import { atMost, milliseconds, onlyTold, timed, type Benchmark, type Figure } from './figure.ts'
import { interleave, type Comparison } from './measure.ts'
import { openOffice, type Office } from './office.ts'
import { sealBooks } from './sitting.ts'

/** Two books of 15 signatures: with the cover under the homeroom teacher's signature, or closed on its own. */
const shapes = {
  coverWithin: { teachers: 12, coverSignedSeparately: false },
  coverSeparate: { teachers: 10, coverSignedSeparately: true },
} as const

type Shape = (typeof shapes)[keyof typeof shapes]

interface Scene {
  readonly office: Office
  readonly shape: Shape
  readonly reports: readonly YearReport[]
  readonly bare: readonly BareBook[]
}

const classSize = 35
const signaturesOfBook = 15

const setScene = async (shape: Shape, algorithm: SignatureAlgorithm): Promise<Scene> => {
  const reports = inventReports(classSize, shape)
  const [first] = reports
  if (first === undefined) throw new Error('a class has pupils')
  const office = await openOffice(first, algorithm)
  const sealed = await sealBooks(writeAfresh(reports), office, shape)
  const bare = sealed.map(({ book }) => bareBook(book, office.keys))
  if (bare.some(({ signatures }) => signatures.length !== signaturesOfBook)) throw new Error('not 15 signatures')
  return { office, shape, reports, bare }
}

const verifyAll = (signatures: readonly BareSignature[]): void => {
  for (const signature of signatures) verifyBare(signature)
}

/** Every sign and verify of a book, one after the other, on one thread. */
const doBareBook = ({ signatures, timestamps }: BareBook): void => {
  for (const signature of signatures) signBare(signature)
  for (const timestamp of timestamps) signBare(timestamp)
  verifyAll(signatures)
}

/** Data as nobody has hashed it yet, for a digest is remembered once made. */
const writeAfresh = (reports: readonly YearReport[]): BookData[] => reports.map((report) => writeData(report))

const booksPerRound = 3

/** One book after the other: every signature has another signer, so all of it happens on one thread. */
const measureSingly = (scene: Scene): Promise<Comparison<'ours' | 'limit'>> => {
  let written: BookData[] = []
  let first = 0
  return interleave(
    {
      ours: {
        runs: booksPerRound,
        prepare: () => {
          first = (first + booksPerRound) % (classSize - booksPerRound)
          written = writeAfresh(scene.reports.slice(first, first + booksPerRound))
        },
        once: (run) => sealBooks(written.slice(run, run + 1), scene.office, scene.shape),
      },
      limit: {
        runs: booksPerRound,
        once: (run) => {
          for (const bare of scene.bare.slice(first + run, first + run + 1)) doBareBook(bare)
        },
      },
    },
    { rounds: 120, warmUp: 25 },
  )
}

const bySigner = ({ bare }: Scene): readonly (readonly BareSignature[])[] =>
  [...Map.groupBy(bare.flatMap(({ signatures }) => signatures), ({ privateKey }) => privateKey).values()]

/** A class in one sitting: everybody signs all books at once, RSA on libuv's threads, as ours does. */
const measureClass = (scene: Scene, isRsa: boolean): Promise<Comparison<'ours' | 'limit'>> => {
  const batches = [...bySigner(scene), scene.bare.flatMap(({ timestamps }) => timestamps)]
  let written: BookData[] = []
  const signBatch = (batch: readonly BareSignature[]): unknown => (isRsa ? signOnThreads(batch) : batch.map(signBare))
  return interleave(
    {
      ours: {
        runs: 1,
        prepare: () => {
          written = writeAfresh(scene.reports)
        },
        once: () => sealBooks(written, scene.office, scene.shape),
      },
      limit: {
        runs: 1,
        once: async () => {
          for (const batch of batches) await signBatch(batch)
          for (const { signatures } of scene.bare) verifyAll(signatures)
        },
      },
    },
    { rounds: 20, warmUp: 4 },
  )
}

const singly = (what: string, comparison: Comparison<'ours' | 'limit'>, limit: string, most?: number): Figure => {
  const { timings, ratio } = comparison
  const compared = ratio('ours', 'limit')
  return {
    what,
    measured: timed(timings.ours),
    beside: `${limit}: ${timed(timings.limit)}`,
    ...(most === undefined ? onlyTold(compared) : atMost(compared, most)),
  }
}

const inClass = (what: string, { timings, ratio }: Comparison<'ours' | 'limit'>): Figure => {
  const perSecond = (wall: number): string => `${Math.round((classSize / wall) * 1000)} books/s`
  return {
    what,
    measured: `${perSecond(timings.ours.wall)}, ${milliseconds(timings.ours.wall)} the class`,
    beside: `the same signs and verifies: ${perSecond(timings.limit.wall)}`,
    ...onlyTold(ratio('ours', 'limit')),
  }
}

const withinLimit = '15 signs + the timestamp’s sign + 15 verifies'
const separateLimit = '15 signs + both timestamps’ signs + 15 verifies'

/** Sealing: from written data to a released file that our own verification has passed. */
export const run: Benchmark = async () => {
  const rsa = await setScene(shapes.coverWithin, 'rsa-pkcs1-sha256')
  const separate = await setScene(shapes.coverSeparate, 'rsa-pkcs1-sha256')
  const elliptic = await setScene(shapes.coverWithin, 'ecdsa-p256-sha256')
  return [
    singly('Seal a book of 15 signatures, RSA-2048', await measureSingly(rsa), withinLimit, 1.15),
    singly('… cover closed separately, two timestamps', await measureSingly(separate), separateLimit),
    singly('… P-256 (the timestamp RSA-2048)', await measureSingly(elliptic), withinLimit),
    inClass(`Seal a class of ${classSize} in one sitting, RSA-2048`, await measureClass(rsa, true)),
    inClass('… P-256', await measureClass(elliptic, false)),
  ]
}

if (import.meta.main) console.table(await run())
