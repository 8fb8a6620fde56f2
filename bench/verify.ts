import { collectFacts } from '../src/verification/collect.ts'
import { verifyBook } from '../src/verification/index.ts'
import { measureCold } from './cold.ts'
import { atMost, onlyTold, timed, type Benchmark, type Figure } from './figure.ts'
import { bookFolder } from './make-books.ts'
import { interleave } from './measure.ts'
import { comparePeers } from './compare-peers.ts'
import { getBook, readClass } from './read-class.ts'
import { measureThreads } from './threads.ts'
import { doLimit, doVerifies } from './verify-limit.ts'

const booksPerRound = 14

/** One book after the other on one thread, certificates and their paths known from books before. */
const measureWarm = async (folder: string, key: string, isTarget: boolean): Promise<readonly Figure[]> => {
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
  const judge = (part: 'layer' | 'whole', most: number): Pick<Figure, 'ratio' | 'target' | 'reached'> =>
    isTarget ? atMost(ratio(part, 'limit'), most) : onlyTold(ratio(part, 'limit'))
  const limit = `16 verifies (15 + the timestamp’s) + SHA-256 of the same bytes: ${timed(timings.limit)}`
  return [
    {
      what: `Verify it, signature layer, ${key}`,
      measured: timed(timings.layer),
      beside: limit,
      ...judge('layer', 1.5),
    },
    {
      what: `Verify it, whole verdict, ${key}`,
      measured: timed(timings.whole),
      beside: limit,
      ...judge('whole', 2.2),
    },
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
    ...(await measureWarm(rsa, 'RSA-2048', true)),
    ...(await measureWarm(elliptic, 'P-256', false)),
    measureCold(rsa),
    ...(await comparePeers(rsa)),
    await measureThreads(rsa),
  ]
}

if (import.meta.main) console.table(await run())
