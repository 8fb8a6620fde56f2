import { collectFacts } from '../src/verification/collect.ts'
import { verifyBook } from '../src/verification/index.ts'
import { measureCold } from './cold.ts'
import {
  atMost,
  headlined,
  onlyTold,
  timed,
  times,
  type Benchmark,
  type Figure,
  type HeadlineKey,
} from './figure.ts'
import { bookFolder } from './make-books.ts'
import { interleave } from './measure.ts'
import { comparePeers } from './compare-peers.ts'
import { getBook, readClass } from './read-class.ts'
import { measureThreads } from './threads.ts'
import { doLimit, doVerifies } from './verify-limit.ts'

const booksPerRound = 14

/** What is to be reached, and under which name the README tells it. */
interface Target {
  readonly most?: number
  readonly key?: HeadlineKey
}

/** One book after the other on one thread, certificates and their paths known from books before. */
const measureWarm = async (
  folder: string,
  key: string,
  { layer, whole }: { readonly layer: Target; readonly whole: Target },
): Promise<readonly Figure[]> => {
  const { files, limits, context } = await readClass(folder)
  const inTurn = <T>(list: readonly T[], work: (item: T) => unknown) => {
    let next = 0
    return {
      runs: booksPerRound,
      once: () => {
        const item = list[next++ % list.length]
        if (item !== undefined) work(item)
      },
    }
  }
  const { timings, ratio } = await interleave(
    {
      layer: inTurn(files, (file) => collectFacts(getBook(file), context)),
      whole: inTurn(files, (file) => verifyBook(getBook(file), context)),
      limit: inTurn(limits, doLimit),
      verifies: inTurn(limits, doVerifies),
    },
    { rounds: 150, warmUp: 100 },
  )
  const limit = `16 verifies (15 + the timestamp’s) + SHA-256 of the same bytes: ${timed(timings.limit)}`
  const tell = (part: 'layer' | 'whole', what: string, target: Target): Figure => {
    const compared = ratio(part, 'limit')
    const judged = target.most === undefined ? onlyTold(compared) : atMost(compared, target.most)
    const figure = { what: `${what}, ${key}`, measured: timed(timings[part]), beside: limit, ...judged }
    return target.key === undefined ? figure : headlined(figure, target.key, times(compared.wall))
  }
  return [
    tell('layer', 'Verify it, signature layer', layer),
    tell('whole', 'Verify it, whole verdict', whole),
    {
      what: `… the 16 verifies alone, ${key}`,
      measured: timed(timings.verifies),
      beside: 'the same limit',
      ...onlyTold(ratio('verifies', 'limit')),
    },
  ]
}

/** Verifying a sealed book of 15 signatures. */
export const run: Benchmark = async () => {
  const rsa = bookFolder('rsa-pkcs1-sha256')
  const elliptic = bookFolder('ecdsa-p256-sha256')
  return [
    ...(await measureWarm(rsa, 'RSA-2048', {
      layer: { most: 1.5, key: 'verify-layer' },
      whole: { most: 2.2, key: 'verify-whole' },
    })),
    ...(await measureWarm(elliptic, 'P-256', { layer: {}, whole: { key: 'verify-p256' } })),
    measureCold(rsa),
    ...(await comparePeers(rsa)),
    await measureThreads(rsa),
  ]
}

if (import.meta.main) console.table(await run())
