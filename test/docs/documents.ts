import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** Folders that are not the repository's own: installed, made, or git's. */
const foreign = /^(?:\.git|node_modules|ket-qua.*|tmp|dist|du-lieu)$/

const walk = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (foreign.test(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [relative(root, path).replaceAll('\\', '/')]
  })

/** Every file of the repository, from its root, with forward slashes. */
export const listFiles = (): readonly string[] => walk(root).toSorted()

/** Every document (Markdown) of the repository. */
export const listDocuments = (): readonly string[] => listFiles().filter((path) => path.endsWith('.md'))

export const readDocument = (path: string): string => readFileSync(join(root, path), 'utf8')

export const fileExists = (path: string): boolean => existsSync(join(root, path))

/** The fenced blocks of one language, without their fences. */
export const fencedBlocks = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, block = '']) => block,
  )

/** A text without its fenced blocks: prose and tables. */
export const withoutFences = (text: string): string => text.replace(/^```[\s\S]*?^```$/gm, '')

/** The code spans of a text, outside fenced blocks. */
export const codeSpans = (text: string): readonly string[] =>
  [...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)

/** The cells of every table row, without the rows of dashes; an escaped bar belongs to its cell. */
export const tableRows = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    )
