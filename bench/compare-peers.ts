import { readFileSync } from 'node:fs'
import type { BookFile } from '../src/bookfile/index.ts'
import { collectFacts } from '../src/verification/collect.ts'
import type { VerificationContext } from '../src/verification/index.ts'
import { headlined, milliseconds, times, timesFaster, type Figure, type HeadlineKey } from './figure.ts'
import { bookName } from './make-books.ts'
import { median, quartilesOf } from './measure.ts'
import { prepareXadesjs } from './peers/xadesjs.ts'
import { prepareXmlCrypto } from './peers/xml-crypto.ts'
import { marginalTime, xmlsec1Version } from './peers/xmlsec1.ts'
import { getBook, readClass } from './read-class.ts'

/** What a peer needs for one file, in milliseconds. */
type PeerTime = () => number | Promise<number>

interface Pair {
  readonly peer: number
  readonly ours: number
}

const oursPerRound = 60

/** Ours right after the peer, round by round: the signature layer, certificates checked. */
const pairUp = async (
  rounds: number,
  peer: PeerTime,
  file: Uint8Array,
  context: VerificationContext,
): Promise<readonly Pair[]> => {
  const pairs: Pair[] = []
  const ours = (): number => {
    const before = performance.now()
    for (let run = 0; run < oursPerRound; run++) collectFacts(getBook(file), context)
    return (performance.now() - before) / oursPerRound
  }
  for (let warm = 0; warm < 10; warm++) ours()
  for (let round = 0; round < rounds; round++) pairs.push({ peer: await peer(), ours: ours() })
  return pairs
}

const compare = (key: HeadlineKey, name: string, pairs: readonly Pair[], least?: number): Figure => {
  const ratios = pairs.map(({ peer, ours }) => peer / ours)
  const figure = {
    what: `… the signature layer beside ${name}`,
    measured: milliseconds(median(pairs.map(({ ours }) => ours))),
    beside: `${name}: ${milliseconds(median(pairs.map(({ peer }) => peer)))}`,
    ...timesFaster({ wall: median(ratios), quartiles: quartilesOf(ratios) }, least),
  }
  return headlined(figure, key, times(median(ratios)))
}

const timeOf =
  (work: () => boolean | Promise<boolean>): PeerTime =>
  async () => {
    const before = performance.now()
    if (!(await work())) throw new Error('a peer did not accept the book')
    return performance.now() - before
  }

const idsOf = ({ signatures }: BookFile): readonly string[] => signatures.map(({ id }) => id)

/** Beside other verifiers: xmlsec1 on a book as issued, the libraries on the variant that both can read. */
export const comparePeers = async (folder: string): Promise<readonly Figure[]> => {
  const { context } = await readClass(folder)
  const path = `${folder}/${bookName(0)}`
  const [file, variant] = [readFileSync(path), readFileSync(`${folder}/variant.xml`)]
  const ids = idsOf(getBook(file))
  const xmlsec1 = await pairUp(5, () => marginalTime(path, ids), file, context)
  const xadesjs = timeOf(await prepareXadesjs(variant))
  const xmlCrypto = timeOf(await prepareXmlCrypto(variant, getBook(variant)))
  const onVariant = 'without references to signature values'
  return [
    compare('xmlsec1', `xmlsec1 ${xmlsec1Version()}, in process, no certificate checks`, xmlsec1, 30),
    compare('xadesjs', `xadesjs, ${onVariant}`, await pairUp(7, xadesjs, variant, context)),
    compare('xml-crypto', `xml-crypto, ${onVariant}`, await pairUp(4, xmlCrypto, variant, context)),
  ]
}
