import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { encodePalettePng } from './palette-png.ts'

const pictures = fileURLToPath(new URL('../docs/vi/hinh/', import.meta.url))

const toSmall = (picture: Uint8Array): Uint8Array => {
  const folder = mkdtempSync(join(tmpdir(), 'picture-'))
  const file = join(folder, 'page.png')
  writeFileSync(file, picture)
  const { status, stdout, stderr } = spawnSync('convert', [file, 'ppm:-'], { maxBuffer: 1 << 26 })
  rmSync(folder, { recursive: true })
  if (status !== 0) throw new Error(`convert: ${stderr.toString()}`)
  return encodePalettePng(stdout)
}

/** Keeps what a page shows as a picture of the guides, in few colours; says how large it is. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  const file = `${pictures}${name}.png`
  writeFileSync(file, toSmall(await page.screenshot()))
  process.stdout.write(`${file} ${Math.ceil(statSync(file).size / 1000)} KB\n`)
}
