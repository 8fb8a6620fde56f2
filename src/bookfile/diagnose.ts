import { exclusiveC14n, sha256Uri, signatureMethodUris } from '../crypto/xml-signature-names.ts'
import type { ComplexType, Field } from './codec/field.ts'
import type { BookVersion } from './version.ts'

/** What is wrong with the structure of a file that cannot be read: the known tricks, each by its own name. */
export type StructureFault =
  | 'duplicate-id'
  | 'algorithm-not-allowed'
  | 'part-moved'
  | 'part-missing'
  | 'part-added'
  | 'part-repeated'
  | 'part-order'

/** The trick and the place, as in 'mon-TOAN.HK1'. */
export interface Diagnosis {
  readonly code: StructureFault
  readonly at: string
}

interface Element {
  readonly name: string
  readonly id: string | undefined
  readonly parent: Element | undefined
  readonly children: Element[]
}

const most = { elements: 20_000, depth: 40 } as const

const idOf = (attributes: string): string | undefined => / Id="([^"]{0,100})"/.exec(attributes)?.[1]

/** The elements of a canonical text in document order, the root first; undefined when they do not nest or are too many. */
const listElements = (text: string): readonly Element[] | undefined => {
  const elements: Element[] = []
  const open: Element[] = []
  for (const [, slash, name = '', attributes = ''] of text.matchAll(/<(\/?)([\w:.-]+)([^<>]*)>/g)) {
    if (slash === '') {
      const parent = open.at(-1)
      const element = { name, id: idOf(attributes), parent, children: [] }
      parent?.children.push(element)
      elements.push(element)
      open.push(element)
      if (elements.length > most.elements || open.length > most.depth) return undefined
    } else if (open.pop()?.name !== name) return undefined
  }
  return open.length === 0 ? elements : undefined
}

const allowedAlgorithms = new Set<string>([exclusiveC14n, sha256Uri, ...Object.values(signatureMethodUris)])

/** A digest, a transform or a signature by anything but the published algorithms. */
const findAlgorithm = (text: string): Diagnosis | undefined => {
  const [found] = [...text.matchAll(/ Algorithm="([^"]*)"/g)].filter(
    ([, uri = '']) => !allowedAlgorithms.has(uri),
  )
  return found === undefined ? undefined : { code: 'algorithm-not-allowed', at: 'ChuKys' }
}

/** The same Id twice, so that one element is signed and another is read. */
const findDuplicateId = (elements: readonly Element[]): Diagnosis | undefined => {
  const seen = new Set<string>()
  for (const { id } of elements) {
    if (id !== undefined && seen.has(id)) return { code: 'duplicate-id', at: id }
    if (id !== undefined) seen.add(id)
  }
  return undefined
}

const placeOf = ({ name, id, parent }: Element): string =>
  id ?? (parent === undefined ? name : `${placeOf(parent)}.${name}`)

const signature = 'ds:Signature'

/** Where each part that signatures point to belongs: the name of its parent. */
const homesOf = ({ report }: BookVersion): ReadonlyMap<string, string> => {
  const parts = report.note.type.kind === 'complex' ? report.note.type.children : []
  const signed = parts.filter(({ note }) => note.type.kind === 'complex' && note.type.id !== undefined)
  return new Map([
    [report.tag, 'HocBa'],
    ['ChuKys', 'HocBa'],
    [signature, 'ChuKys'],
    ...signed.map(({ tag }): [string, string] => [tag, report.tag]),
  ])
}

/** Wrapping and moving: a signed part that stands anywhere but in its own place. */
const findMoved = (elements: readonly Element[], version: BookVersion): Diagnosis | undefined => {
  const homes = homesOf(version)
  // A signed amendment names its subject in an element of its own, which has no Id.
  const moved = elements.find(
    ({ name, id, parent }) => id !== undefined && homes.has(name) && parent?.name !== homes.get(name),
  )
  return moved === undefined ? undefined : { code: 'part-moved', at: placeOf(moved) }
}

type Layout = readonly Pick<Field<unknown>, 'tag' | 'occurs' | 'note'>[]

const layoutOf = (type: ComplexType): Layout => type.children.flatMap((child) => ({ ...child }))

const isAscending = (places: readonly number[]): boolean =>
  places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0))

/** Compares the children of one element with the layout, then theirs. */
const findDeviation = (element: Element, layout: Layout): Diagnosis | undefined => {
  const fields = new Map(layout.map((field) => [field.tag, field]))
  const counts = Map.groupBy(element.children, ({ name }) => name)
  const added = element.children.find(({ name }) => !fields.has(name))
  if (added !== undefined) return { code: 'part-added', at: placeOf(added) }
  const missing = layout.find(({ tag, occurs }) => occurs === 'once' && !counts.has(tag))
  if (missing !== undefined) return { code: 'part-missing', at: `${placeOf(element)}.${missing.tag}` }
  const repeated = element.children.find(
    ({ name }) => fields.get(name)?.occurs !== 'many' && (counts.get(name)?.length ?? 0) > 1,
  )
  if (repeated !== undefined) return { code: 'part-repeated', at: placeOf(repeated) }
  const order = [...fields.keys()]
  if (!isAscending(element.children.map(({ name }) => order.indexOf(name))))
    return { code: 'part-order', at: placeOf(element) }
  for (const child of element.children) {
    const { type } = fields.get(child.name)?.note ?? {}
    const found =
      type === undefined ? undefined : findDeviation(child, type.kind === 'complex' ? layoutOf(type) : [])
    if (found !== undefined) return found
  }
  return undefined
}

const signaturesField: Layout[number] = {
  tag: 'ChuKys',
  occurs: 'once',
  note: { meaning: '', type: { kind: 'complex', children: [] } },
}

/**
 * Names what is wrong with the structure of a canonical text that the strict reader refused; undefined when the
 * structure is right and some value, or something inside a signature, is not. Decides nothing: the file is refused.
 */
export const diagnose = (text: string, version: BookVersion): Diagnosis | undefined => {
  const elements = listElements(text)
  const [root] = elements ?? []
  if (elements === undefined || root === undefined) return undefined
  const known = findDuplicateId(elements) ?? findMoved(elements, version) ?? findAlgorithm(text)
  if (known !== undefined) return known
  const withoutSignatures = { ...root, children: root.children.map(withoutContent) }
  return findDeviation(withoutSignatures, [version.report, signaturesField])
}

/** Signatures have their own reader; here only their places count. */
const withoutContent = (element: Element): Element =>
  element.name === 'ChuKys'
    ? { ...element, children: element.children.filter(({ name }) => name !== signature) }
    : element
