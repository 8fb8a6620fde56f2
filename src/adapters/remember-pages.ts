import { sha256Hex } from '../crypto/digest.ts'
import { findTemplate, type RenditionInput, type Renderer, type TypesetBook } from '../rendition/index.ts'

/** More pages than are sealed at a time. */
const usualMost = 16

/**
 * A typesetter that does not set the same page twice, of the last pages that it set: equal input gives equal bytes. In
 * a sitting each page is made, and made anew by the registry, which compares what it was given with what the data say.
 */
export const rememberPages = (typesetter: Renderer, most = usualMost): Renderer => {
  const remembered = new Map<string, TypesetBook>()
  return {
    ...typesetter,
    renderForSealing: async (page) => {
      const key = keyOf(page)
      const made = remembered.get(key) ?? (await typesetter.renderForSealing(page))
      remembered.delete(key)
      remembered.set(key, made)
      const [oldest] = remembered.keys()
      if (remembered.size > most && oldest !== undefined) remembered.delete(oldest)
      return made
    },
  }
}

/** Stands for everything that is printed on a page and attached to it. */
const keyOf = ({ sealed: { xml, ...sealed }, report, version, ...page }: RenditionInput): string =>
  sha256Hex(JSON.stringify([findTemplate(report, version)?.version, report, page, sealed, sha256Hex(xml)]))
