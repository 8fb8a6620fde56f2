import { decodePart } from './xml-guard.ts'

const elements = (text: string, name: string): readonly string[] =>
  text.match(new RegExp(`<(?:[\\w.-]+:)?${name}\\s[^>]*>`, 'g')) ?? []

const attribute = (element: string, name: string): string =>
  new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(element)
    ?.slice(1)
    .find((value) => value) ?? ''

const unescape = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

/** Which part is which sheet, by the workbook's own list. It serves messages and limits, not the reading. */
export const sheetNames = (
  parts: readonly string[],
  partOf: (name: string) => Uint8Array | undefined,
): ReadonlyMap<string, string> => {
  const names = new Map<string, string>()
  const textOf = (part: string): string => decodePart(partOf(part) ?? new Uint8Array()) ?? ''
  for (const part of parts) {
    const found = /^((?:.*\/)?)_rels\/(workbook[^/]*)\.rels$/i.exec(part)
    if (!found) continue
    const [, folder = '', owner = ''] = found
    const targets = new Map(
      elements(textOf(part), 'Relationship').map((element) => [
        attribute(element, 'Id'),
        resolve(folder, attribute(element, 'Target')),
      ]),
    )
    for (const element of elements(textOf(`${folder}${owner}`), 'sheet')) {
      const target = targets.get(attribute(element, 'id'))
      if (target !== undefined) names.set(target, unescape(attribute(element, 'name')))
    }
  }
  return names
}

const resolve = (folder: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}
