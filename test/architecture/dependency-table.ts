import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './sources.ts'

/** One row of the table in ARCHITECTURE.md. */
export interface FolderRule {
  readonly folder: string
  /** Folders it may import, besides itself. */
  readonly mayImport: ReadonlySet<string>
  readonly isPlanned: boolean
}

const tableText = (): string => {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8')
  const found = /<!-- dependencies -->([\s\S]*?)<!-- \/dependencies -->/.exec(text)?.[1]
  if (found === undefined) throw new Error('ARCHITECTURE.md has no table between <!-- dependencies --> marks')
  return found
}

const planned = '_(planned)_'

const allowed = (cell: string, above: readonly string[]): readonly string[] => {
  if (cell === 'nothing') return []
  return cell === 'any of the above' ? above : cell.split(', ')
}

/** The dependency table as ARCHITECTURE.md states it, in its order. */
export const readDependencyTable = (): readonly FolderRule[] => {
  const rows = [...tableText().matchAll(/^\| ([a-z]+) +\| (.+?) +\|$/gm)].slice(1)
  const folders = rows.map(([, folder = '']) => folder)
  return rows.map(([, folder = '', cell = ''], index) => ({
    folder,
    mayImport: new Set(allowed(cell.replace(planned, '').trim(), folders.slice(0, index))),
    isPlanned: cell.includes(planned),
  }))
}
