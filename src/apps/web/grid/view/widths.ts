import type { Column } from '../../../../gradebook/index.ts'

/** How wide a column is, in pixels: numbers and short words narrow, comments wide. */
export const widthOf = ({ kind, shortTitle, path }: Column): number => {
  if (kind === 'text') return path.includes('omment') ? 300 : 170
  if (path.startsWith('absentOn.')) return 34
  if (kind === 'computed') return path.startsWith('computed.absences') ? 44 : 74
  return shortTitle.length > 8 ? 86 : 62
}
