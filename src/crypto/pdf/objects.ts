import { cursorAt, skipSpace } from './cursor.ts'
import { bodyStart, objectAt, type PdfDocument } from './document.ts'
import { fault } from './fault.ts'
import type { PdfObject } from './values.ts'

const listRevision = (document: PdfDocument, revision: number): PdfObject[] => {
  const section = document.revisions[revision]
  if (!section) return []
  const cursor = cursorAt(document.bytes, bodyStart(document, revision))
  const places = [...section.entries]
    .filter(([, offset]) => offset > 0)
    .sort(([, one], [, other]) => one - other)
  const objects = places.map(([object, offset]) => {
    skipSpace(cursor)
    if (cursor.at !== offset) fault('object-unlisted')
    const found = objectAt(document, object, offset, revision)
    cursor.at = found.end
    return found
  })
  skipSpace(cursor)
  return cursor.at === section.at ? objects : fault('object-unlisted')
}

/**
 * All objects, by revision. They must fill each revision without a gap, one behind the other, each listed by that
 * revision's own cross-reference section: so every reader sees the same objects, one that repairs files too, and
 * nothing lies in wait for a later revision to point at.
 */
export const listObjects = (document: PdfDocument): readonly (readonly PdfObject[])[] =>
  document.revisions.map((_, revision) => listRevision(document, revision))
