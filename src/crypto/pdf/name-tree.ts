import { arrayOf, dictionaryOf, type PdfDocument } from './document.ts'
import { fault } from './fault.ts'
import { isReference, isString, type PdfDictionary, type PdfString, type PdfValue } from './values.ts'

const maxNodes = 1000

type Leaf = readonly [key: PdfString, value: PdfValue]

const leavesOf = (document: PdfDocument, node: PdfDictionary, asOf: number): readonly Leaf[] => {
  const names = arrayOf(document, node.entries.get('Names'), asOf)?.items ?? []
  if (names.length % 2) fault('attachments')
  return Array.from({ length: names.length / 2 }, (_, index) => {
    const key = names[2 * index]
    return [isString(key) ? key : fault('attachments'), names[2 * index + 1] ?? null]
  })
}

/** Every entry of a name tree (ISO 32000-1 §7.9.6), bounded, each node visited once. */
export const listNameTree = (
  document: PdfDocument,
  root: PdfValue | undefined,
  asOf: number,
): readonly Leaf[] => {
  if (root === undefined) return []
  const leaves: Leaf[] = []
  const seen = new Set<number>()
  const waiting: PdfValue[] = [root]
  for (let node = waiting.shift(); node !== undefined; node = waiting.shift()) {
    if (isReference(node) && seen.has(node.object)) fault('attachments')
    if (isReference(node)) seen.add(node.object)
    const dictionary = dictionaryOf(document, node, asOf) ?? fault('attachments')
    for (const leaf of leavesOf(document, dictionary, asOf)) leaves.push(leaf)
    const kids = arrayOf(document, dictionary.entries.get('Kids'), asOf)
    for (const kid of kids?.items ?? []) waiting.push(kid)
    if (leaves.length + waiting.length > maxNodes) fault('too-many')
  }
  return leaves
}
