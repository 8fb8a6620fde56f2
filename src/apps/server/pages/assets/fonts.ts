import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** One font file of the pages and the rule that names it; `{url}` stands where its address belongs. */
export interface Font {
  readonly name: string
  readonly bytes: Buffer
  readonly rule: string
  /** True for the weight that every page is read in. */
  readonly isRegular: boolean
}

const packageName = '@fontsource/be-vietnam-pro'
const { resolve } = createRequire(import.meta.url)

// Vietnamese text needs two of the package's three alphabets.
const isNeeded = (name: string): boolean => /-(vietnamese|latin)-\d+-normal$/.test(name)

const readFont = async (name: string, block: string): Promise<Font> => ({
  name,
  bytes: await readFile(resolve(`${packageName}/files/${name}.woff2`)),
  rule: block.replace(/src: [^;]*;/, "src: url({url}) format('woff2');").replaceAll(/\n\s*/g, ''),
  isRegular: name.includes('-400-'),
})

/** Be Vietnam Pro (SIL Open Font License), regular and semibold, Vietnamese and Latin letters. */
export const readFonts = async (): Promise<readonly Font[]> => {
  const sheets = await Promise.all(
    ['400', '600'].map((weight) => readFile(resolve(`${packageName}/${weight}.css`), 'utf8')),
  )
  const named = (sheets.join('\n').match(/@font-face \{[^}]*\}/g) ?? []).map(
    (block) => [/([\w-]+)\.woff2/.exec(block)?.[1] ?? '', block] as const,
  )
  return Promise.all(named.filter(([name]) => isNeeded(name)).map(([name, block]) => readFont(name, block)))
}
