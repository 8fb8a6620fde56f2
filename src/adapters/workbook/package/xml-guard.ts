import { fault, type PackageFault } from './fault.ts'
import { limits } from './limits.ts'

/** Called for every start tag, with the name without its prefix, and for every end tag. */
export interface TagVisitor {
  readonly open: (name: string, attributes: string, text: string, end: number) => PackageFault | undefined
  readonly close: (name: string) => void
}

const broken = fault('tệp .xlsx có thành phần XML hỏng').fault
const forbidden = fault('tệp có khai báo DOCTYPE hoặc thực thể XML, không được phép').fault

// Written without alternatives that overlap, so that no input makes it backtrack more than a line's length.
const startTag = /<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y
const strangeReference = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\dA-Fa-f]{1,6});)/
// Control characters but tab and line ends; XML 1.0 §2.2 forbids exactly these.
const forbiddenCharacter = /[^\P{Cc}\t\n\r\u{7f}-\u{9f}]|[\ufffe\uffff]/u

/** The text of a part: UTF-8 without faults; undefined otherwise. */
export const decodePart = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Checks that a part is well-formed XML without document type, entities or other references than XML's own, because
 * the spreadsheet library forgives all of these and a forgiven fault would be a silently altered workbook.
 */
export const checkXml = (text: string, visitor: TagVisitor): PackageFault | undefined => {
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) return forbidden
  if (strangeReference.test(text) || forbiddenCharacter.test(text)) return broken
  const stack: string[] = []
  let hasRoot = false
  let at = text.indexOf('<')
  if (at < 0 || text.slice(0, at).trim() !== '') return broken
  while (at >= 0) {
    const skipped = skipAside(text, at)
    if (skipped === 'broken') return broken
    let end = skipped
    if (end === undefined) {
      if (stack.length === 0 && hasRoot) return broken
      hasRoot = true
      const step =
        text[at + 1] === '/' ? closeTag(text, at, stack, visitor) : openTag(text, at, stack, visitor)
      if (typeof step !== 'number') return step
      end = step
    }
    at = text.indexOf('<', end)
    if (stack.length === 0 && text.slice(end, at < 0 ? undefined : at).trim() !== '') return broken
  }
  return stack.length > 0 || !hasRoot ? broken : undefined
}

// Comments, CDATA and processing instructions: where they end.
const skipAside = (text: string, at: number): number | 'broken' | undefined => {
  const next = text[at + 1]
  if (next !== '!' && next !== '?') return undefined
  const closing =
    next === '?'
      ? '?>'
      : text.startsWith('<!--', at)
        ? '-->'
        : text.startsWith('<![CDATA[', at)
          ? ']]>'
          : undefined
  const end = closing === undefined ? -1 : text.indexOf(closing, at + 2)
  return end < 0 || closing === undefined ? 'broken' : end + closing.length
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const openTag = (text: string, at: number, stack: string[], visitor: TagVisitor): number | PackageFault => {
  startTag.lastIndex = at
  const found = startTag.exec(text)
  if (!found) return broken
  const [whole, name = '', attributes = '', empty] = found
  const end = at + whole.length
  const objection = visitor.open(localName(name), attributes, text, empty === '/' ? -1 : end)
  if (objection) return objection
  if (empty === '/') visitor.close(localName(name))
  else if (stack.push(name) > limits.depth) return fault('tệp .xlsx lồng nhau quá sâu').fault
  return end
}

const closeTag = (text: string, at: number, stack: string[], visitor: TagVisitor): number | PackageFault => {
  const end = text.indexOf('>', at)
  const name = end < 0 ? '' : text.slice(at + 2, end).trimEnd()
  if (end < 0 || stack.pop() !== name) return broken
  visitor.close(localName(name))
  return end + 1
}
