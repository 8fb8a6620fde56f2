import type { TFunction } from 'i18next'
import { useSchool } from '../../parts/index.ts'
import { posts } from '../../setting-up/index.ts'

/** A post as the pages call it. */
export const postName = (t: TFunction<'setup'>, post: string): string => {
  const known = posts.find((one) => one === post)
  return known === undefined ? post : t(`posts.${known}`)
}

// Others are not shown the citizen ids, so they cannot save a record that has one.
const keepers: readonly string[] = ['principal', 'registrar', 'administrator']

/** Whether whoever looks keeps the list of staff. */
export const useMayKeepStaff = (): boolean => useSchool().roles.some((role) => keepers.includes(role))
