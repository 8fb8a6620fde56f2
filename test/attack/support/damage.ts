/** One way of damaging a file; may give the same bytes back where chance wills it. */
export type Damage = (bytes: Buffer, random: Random) => Buffer

/** Whole numbers from 0 to 2³². */
export type Random = () => number

const below = (random: Random, limit: number): number => random() % Math.max(1, limit)

const splice = (bytes: Buffer, at: number, length: number, inserted: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + length)])

interface Slice {
  readonly start: number
  readonly end: number
}

const sliceOf = (bytes: Buffer, random: Random, most: number): Slice => {
  const start = below(random, bytes.length)
  return { start, end: Math.min(bytes.length, start + 1 + below(random, most)) }
}

const swap = (bytes: Buffer, one: Slice, other: Slice): Buffer => {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  if (first.end > second.start) return bytes
  return Buffer.concat([
    bytes.subarray(0, first.start),
    bytes.subarray(second.start, second.end),
    bytes.subarray(first.end, second.start),
    bytes.subarray(first.start, first.end),
    bytes.subarray(second.end),
  ])
}

const alphabet = Buffer.from('ABCDEFabcdef0123456789+/=<>&;"\'! -')

/** Blind damage: whatever the bytes mean. */
const blind: readonly Damage[] = [
  function flipBit(bytes, random) {
    const damaged = Buffer.from(bytes)
    const at = below(random, bytes.length)
    damaged[at] = (damaged[at] ?? 0) ^ (1 << below(random, 8))
    return damaged
  },
  function replaceByte(bytes, random) {
    const damaged = Buffer.from(bytes)
    damaged[below(random, bytes.length)] = alphabet[below(random, alphabet.length)] ?? 0
    return damaged
  },
  function leaveOut(bytes, random) {
    const { start, end } = sliceOf(bytes, random, 40)
    return splice(bytes, start, end - start)
  },
  function insert(bytes, random) {
    const noise = Buffer.from(Array.from({ length: 1 + below(random, 12) }, () => random() & 0xff))
    return splice(bytes, below(random, bytes.length), 0, noise)
  },
  function repeatSlice(bytes, random) {
    const { start, end } = sliceOf(bytes, random, 3000)
    return splice(bytes, end, 0, bytes.subarray(start, end))
  },
  function moveSlice(bytes, random) {
    const { start, end } = sliceOf(bytes, random, 3000)
    const rest = splice(bytes, start, end - start)
    return splice(rest, below(random, rest.length), 0, bytes.subarray(start, end))
  },
  function swapSlices(bytes, random) {
    return swap(bytes, sliceOf(bytes, random, 800), sliceOf(bytes, random, 800))
  },
  function cutOff(bytes, random) {
    return bytes.subarray(0, below(random, bytes.length))
  },
]

interface Element extends Slice {
  readonly name: string
  /** What stands between its tags. */
  readonly inner: Slice
}

/** Every element of a canonical text, by a scan for tags. */
const listElements = (bytes: Buffer): readonly Element[] => {
  const elements: Element[] = []
  const open: { name: string; start: number; innerStart: number }[] = []
  for (const tag of bytes.toString('latin1').matchAll(/<(\/?)([\w:]+)[^>]*>/g)) {
    const [text, slash, name = ''] = tag
    if (slash === '') open.push({ name, start: tag.index, innerStart: tag.index + text.length })
    else {
      const last = open.pop()
      if (last !== undefined)
        elements.push({
          name: last.name,
          start: last.start,
          end: tag.index + text.length,
          inner: { start: last.innerStart, end: tag.index },
        })
    }
  }
  return elements
}

const known = new WeakMap<Buffer, readonly Element[]>()

/** The undamaged file is scanned once. */
const elementsOf = (bytes: Buffer): readonly Element[] => {
  const elements = known.get(bytes) ?? listElements(bytes)
  known.set(bytes, elements)
  return elements
}

const pick = <T>(list: readonly T[], random: Random): T => {
  const one = list[below(random, list.length)]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}

const pickPair = (bytes: Buffer, random: Random): readonly [Element, Element] => {
  const elements = elementsOf(bytes)
  const one = pick(elements, random)
  const like = elements.filter(({ name }) => name === one.name)
  return [one, pick(like.length > 1 && random() % 2 === 0 ? like : elements, random)]
}

/** Damage that knows where elements begin and end, so that what comes out is mostly well-formed. */
const knowing: readonly Damage[] = [
  function removeElement(bytes, random) {
    const { start, end } = pick(elementsOf(bytes), random)
    return splice(bytes, start, end - start)
  },
  function emptyElement(bytes, random) {
    const { inner } = pick(elementsOf(bytes), random)
    return splice(bytes, inner.start, inner.end - inner.start)
  },
  function repeatElement(bytes, random) {
    const { start, end } = pick(elementsOf(bytes), random)
    return splice(bytes, end, 0, bytes.subarray(start, end))
  },
  function swapElements(bytes, random) {
    return swap(bytes, ...pickPair(bytes, random))
  },
  function swapContents(bytes, random) {
    const [one, other] = pickPair(bytes, random)
    return swap(bytes, one.inner, other.inner)
  },
  function copyContent(bytes, random) {
    const [from, to] = pickPair(bytes, random)
    return splice(
      bytes,
      to.inner.start,
      to.inner.end - to.inner.start,
      bytes.subarray(from.inner.start, from.inner.end),
    )
  },
  function copyElement(bytes, random) {
    const [from, beside] = pickPair(bytes, random)
    return splice(bytes, beside.start, 0, bytes.subarray(from.start, from.end))
  },
  function moveElement(bytes, random) {
    const [from, to] = pickPair(bytes, random)
    if (to.start >= from.start && to.start < from.end) return bytes
    const taken = bytes.subarray(from.start, from.end)
    const place = to.start < from.start ? to.start : to.start - taken.length
    return splice(splice(bytes, from.start, taken.length), place, 0, taken)
  },
  function addElement(bytes, random) {
    const { inner } = pick(elementsOf(bytes), random)
    const added = [
      '<GhiChu>1</GhiChu>',
      '<ds:Object></ds:Object>',
      '<MonHoc Id="mon-TIN_HOC"></MonHoc>',
      ' ',
      '\n',
    ]
    return splice(bytes, inner.end, 0, Buffer.from(pick(added, random)))
  },
  function hideInContent(bytes, random) {
    const { inner } = pick(elementsOf(bytes), random)
    const hidden = ['<!-- -->', '<?x y?>', '&#32;', '&e;', '<![CDATA[ ]]>', '\u0301', '\u200b', '\r']
    const at = inner.start + below(random, inner.end - inner.start)
    return splice(bytes, at, 0, Buffer.from(pick(hidden, random)))
  },
]

/** Every kind of damage, blind and knowing, each with the same share. */
export const damages: readonly Damage[] = [...blind, ...knowing]
