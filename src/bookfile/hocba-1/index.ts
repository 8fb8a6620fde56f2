import type { BookVersion } from '../version.ts'
import { cover } from './cover.ts'
import { report } from './layout.ts'

/** The first published structure, in the project's own namespace (docs/format.md). */
export const hocba1: BookVersion = {
  name: 'hocba-1',
  namespace: 'urn:vn:edu:hoc-ba-so:1',
  report,
  cover,
}
