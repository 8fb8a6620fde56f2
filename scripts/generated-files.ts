import { mappingOf, schemaOf } from '../src/bookfile/codec/schema.ts'
import { bookVersions } from '../src/bookfile/index.ts'

/** Every file that is made from the sources, by its path. */
export const listGeneratedFiles = (): ReadonlyMap<string, string> =>
  new Map(
    bookVersions.flatMap((version) => [
      [`src/bookfile/${version.name}/${version.name}.xsd`, schemaOf(version)] as const,
      [`docs/${version.name}-mapping.md`, mappingOf(version)] as const,
    ]),
  )
