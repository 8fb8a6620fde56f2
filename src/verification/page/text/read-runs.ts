import { byteAt, isTokenEnd, skipSpace, type Cursor } from '../../../crypto/pdf/cursor.ts'
import { dictionaryOf, findObject, resolve, type PdfDocument } from '../../../crypto/pdf/document.ts'
import { fault } from '../../../crypto/pdf/fault.ts'
import { streamBytes } from '../../../crypto/pdf/inflate.ts'
import { listPages } from '../../../crypto/pdf/pages.ts'
import { readValue } from '../../../crypto/pdf/parse-value.ts'
import {
  entryOf,
  isArray,
  isReference,
  isString,
  nameOf,
  type PdfDictionary,
  type PdfValue,
} from '../../../crypto/pdf/values.ts'
import { readFont, type Decode } from './font.ts'

/** A piece of text that is shown in one go, in the order of the drawing. */
export interface TextRun {
  readonly text: string
  /** Head and foot of the page rather than content (ISO 32000-1 §14.8.2.2). */
  readonly isArtifact: boolean
}

interface Reading {
  readonly document: PdfDocument
  readonly asOf: number
  readonly runs: TextRun[]
  readonly fonts: Map<string, Decode>
  left: number
}

const maxContentBytes = 1 << 24
const maxOperators = 2_000_000
const maxNesting = 6
const maxSaved = 64

interface TextState {
  readonly decode: Decode
  /** Text rendering modes 3 and 7 draw nothing (ISO 32000-1 §9.3.6): what nobody sees does not count. */
  readonly isInvisible: boolean
}

interface Scene {
  readonly reading: Reading
  readonly resources: PdfDictionary | undefined
  readonly depth: number
  state: TextState
  /** Graphics states put aside by q. */
  readonly saved: TextState[]
  /** One entry for each open marked content: whether it is an artifact. */
  readonly marks: boolean[]
}

const fontNamed = ({ reading, resources }: Scene, name: string): Decode => {
  const { document, asOf, fonts } = reading
  const value = dictionaryOf(document, resources?.entries.get('Font'), asOf)?.entries.get(name)
  const key = isReference(value) ? String(value.object) : undefined
  const known = key === undefined ? undefined : fonts.get(key)
  if (known) return known
  const decode = readFont(document, value, asOf)
  if (key !== undefined) fonts.set(key, decode)
  return decode
}

const show = ({ reading, state, marks }: Scene, value: PdfValue | undefined): void => {
  const { decode, isInvisible } = state
  if (isInvisible) return
  const parts = isArray(value) ? value.items : [value]
  const text = parts.map((part) => (isString(part) ? decode(part.bytes) : '')).join('')
  if (text.trim() !== '') reading.runs.push({ text, isArtifact: marks.includes(true) })
}

const drawForm = (scene: Scene, name: string): void => {
  const { reading, resources, depth, marks } = scene
  const { document, asOf } = reading
  const value = dictionaryOf(document, resources?.entries.get('XObject'), asOf)?.entries.get(name)
  const form = isReference(value) ? findObject(document, value.object, asOf) : undefined
  if (!form?.stream || nameOf(entryOf(form.value, 'Subtype')) !== 'Form' || depth >= maxNesting) return
  const own = dictionaryOf(document, entryOf(form.value, 'Resources'), asOf) ?? resources
  readContent(streamBytes(document, form, maxContentBytes), {
    ...scene,
    resources: own,
    depth: depth + 1,
    saved: [],
    marks: [...marks],
  })
}

const skipInlineImage = (cursor: Cursor): void => {
  const end = /\sEI(?=\s|$)/.exec(cursor.bytes.toString('latin1', cursor.at))
  cursor.at = end ? cursor.at + end.index + end[0].length : cursor.bytes.length
}

const apply = (operator: string, operands: readonly PdfValue[], scene: Scene, cursor: Cursor): void => {
  switch (operator) {
    case 'Tf':
      scene.state = { ...scene.state, decode: fontNamed(scene, nameOf(operands[0]) ?? '') }
      break
    case 'Tr':
      scene.state = { ...scene.state, isInvisible: operands[0] === 3 || operands[0] === 7 }
      break
    case 'q':
      if (scene.saved.length < maxSaved) scene.saved.push(scene.state)
      break
    case 'Q':
      scene.state = scene.saved.pop() ?? scene.state
      break
    case 'Tj':
    case 'TJ':
    case "'":
    case '"':
      show(scene, operands.at(-1))
      break
    case 'Do':
      drawForm(scene, nameOf(operands[0]) ?? '')
      break
    case 'BMC':
    case 'BDC':
      scene.marks.push(nameOf(operands[0]) === 'Artifact')
      break
    case 'EMC':
      scene.marks.pop()
      break
    case 'BI':
      skipInlineImage(cursor)
  }
}

const isOperatorStart = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x22 || code === 0x27

const readOperator = (cursor: Cursor): string => {
  const start = cursor.at
  while (!isTokenEnd(byteAt(cursor.bytes, cursor.at)) && cursor.at - start < 16) cursor.at++
  return cursor.bytes.toString('latin1', start, cursor.at)
}

const readContent = (bytes: Buffer, scene: Scene): void => {
  const cursor: Cursor = { bytes, at: 0, left: maxOperators }
  let operands: PdfValue[] = []
  skipSpace(cursor)
  while (cursor.at < bytes.length) {
    if (scene.reading.left-- <= 0) fault('too-many')
    if (isOperatorStart(byteAt(bytes, cursor.at))) {
      apply(readOperator(cursor), operands, scene, cursor)
      operands = []
    } else operands.push(readValue(cursor))
    skipSpace(cursor)
  }
}

const contentsOf = (document: PdfDocument, value: PdfValue | undefined, asOf: number): Buffer => {
  const resolved = resolve(document, value, asOf)
  const parts = isArray(resolved) ? resolved.items : value === undefined ? [] : [value]
  const streams = parts.map((part) => {
    const found = isReference(part) ? findObject(document, part.object, asOf) : undefined
    return found?.stream ? streamBytes(document, found, maxContentBytes) : fault('pages')
  })
  return Buffer.concat(streams.flatMap((bytes) => [bytes, Buffer.from('\n')]))
}

/** Reads the text of all pages as of a revision, in the order of the drawing. Below `withoutFault` only. */
export const readRuns = (document: PdfDocument, asOf: number): readonly TextRun[] => {
  const reading: Reading = { document, asOf, runs: [], fonts: new Map(), left: maxOperators }
  for (const { dictionary } of listPages(document, asOf)) {
    const resources = dictionaryOf(document, dictionary.entries.get('Resources'), asOf)
    readContent(contentsOf(document, dictionary.entries.get('Contents'), asOf), {
      reading,
      resources,
      depth: 0,
      state: { decode: () => '', isInvisible: false },
      saved: [],
      marks: [],
    })
  }
  return reading.runs
}
