import type { BookData } from '../src/bookfile/index.ts'
import type { SignatureAlgorithm } from '../src/crypto/ports.ts'
import { bareBook, signBare, signOnThreads, verifyBare, type BareBook, type BareSignature } from './bare.ts'
import {
  atMost,
  headlined,
  milliseconds,
  onlyTold,
  timed,
  times,
  type Benchmark,
  type Figure,
  type HeadlineKey,
} from './figure.ts'
import { interleave, type Comparison } from './measure.ts'
import {
  classSize,
  setScene,
  shapes,
  signaturesOfBook,
  writeAfresh,
  type Scene,
  type Shape,
} from './scene.ts'
import { sealBooks } from './sitting.ts'

/** A scene with what the processor cannot be spared for each of its books. */
interface MeasuredScene extends Scene {
  readonly bare: readonly BareBook[]
}

const prepareScene = async (shape: Shape, algorithm: SignatureAlgorithm): Promise<MeasuredScene> => {
  const scene = await setScene(shape, algorithm)
  const sealed = await sealBooks(writeAfresh(scene.reports), scene.office, shape)
  const bare = sealed.map(({ book }) => bareBook(book, scene.office.keys))
  if (bare.some(({ signatures }) => signatures.length !== signaturesOfBook))
    throw new Error('not 15 signatures')
  return { ...scene, bare }
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

const booksPerRound = 3

/** One book after the other: every signature has another signer, so all of it happens on one thread. */
const measureSingly = (scene: MeasuredScene): Promise<Comparison<'ours' | 'limit'>> => {
  let written: readonly BookData[] = []
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
    { rounds: 120, warmUp: 60 },
  )
}

const bySigner = ({ bare }: MeasuredScene): readonly (readonly BareSignature[])[] => [
  ...Map.groupBy(
    bare.flatMap(({ signatures }) => signatures),
    ({ privateKey }) => privateKey,
  ).values(),
]

/** A class in one sitting: everybody signs all books at once, RSA on libuv's threads, as ours does. */
const measureClass = (scene: MeasuredScene, isRsa: boolean): Promise<Comparison<'ours' | 'limit'>> => {
  const batches = [...bySigner(scene), scene.bare.flatMap(({ timestamps }) => timestamps)]
  let written: readonly BookData[] = []
  const signBatch = (batch: readonly BareSignature[]): unknown =>
    isRsa ? signOnThreads(batch) : batch.map(signBare)
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
    { rounds: 20, warmUp: 6 },
  )
}

const singly = (
  what: string,
  { timings, ratio }: Comparison<'ours' | 'limit'>,
  limit: string,
  { most, key }: { readonly most?: number; readonly key?: HeadlineKey },
): Figure => {
  const compared = ratio('ours', 'limit')
  const figure = {
    what,
    measured: timed(timings.ours),
    beside: `${limit}: ${timed(timings.limit)}`,
    ...(most === undefined ? onlyTold(compared) : atMost(compared, most)),
  }
  return key === undefined ? figure : headlined(figure, key, times(compared.wall))
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
  const rsa = await prepareScene(shapes.coverWithin, 'rsa-pkcs1-sha256')
  const separate = await prepareScene(shapes.coverSeparate, 'rsa-pkcs1-sha256')
  const elliptic = await prepareScene(shapes.coverWithin, 'ecdsa-p256-sha256')
  const inParallel = inClass(
    `Seal a class of ${classSize} in one sitting, RSA-2048`,
    await measureClass(rsa, true),
  )
  return [
    singly('Seal a book of 15 signatures, RSA-2048', await measureSingly(rsa), withinLimit, {
      most: 1.15,
      key: 'seal-rsa',
    }),
    singly('… cover closed separately, two timestamps', await measureSingly(separate), separateLimit, {}),
    singly('… P-256 (the timestamp RSA-2048)', await measureSingly(elliptic), withinLimit, {
      key: 'seal-p256',
    }),
    headlined(inParallel, 'seal-class', inParallel.measured.split(',')[0] ?? ''),
    inClass('… P-256', await measureClass(elliptic, false)),
  ]
}

if (import.meta.main) console.table(await run())
