import { hocba1 } from './hocba-1/index.ts'
import type { BookVersion } from './version.ts'

/** Every structure that can be read. What is made now is the last one. */
export const bookVersions: readonly BookVersion[] = [hocba1]

export const currentVersion = hocba1
