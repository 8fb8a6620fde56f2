import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeTemplate } from '../../adapters/workbook/index.ts'
import { templateCommand } from './template.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hocba-template-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('hocba template', () => {
  it('writes the empty workbook of a level and nothing beside it', async () => {
    const file = join(folder, 'so.xlsx')
    expect(await templateCommand([file, '--level', 'primary'])).toBe(0)
    expect((await readFile(file)).equals(await writeTemplate('primary'))).toBe(true)
    expect(await readdir(folder)).toEqual(['so.xlsx'])
  })

  it('refuses to write over an existing file, and names it', async () => {
    const file = join(folder, 'so.xlsx')
    await writeFile(file, 'của trường')
    await expect(templateCommand([file, '--level', 'primary'])).rejects.toMatchObject({
      code: 'output-exists',
      message: expect.stringContaining(file) as string,
    })
    expect(await readFile(file, 'utf8')).toBe('của trường')
  })

  it.each([
    ['no file', ['--level', 'primary']],
    ['no level', ['so.xlsx']],
    ['an unknown level', ['so.xlsx', '--level', 'mầm non']],
    ['two files', ['a.xlsx', 'b.xlsx', '--level', 'primary']],
    ['a file that is no .xlsx', ['so.xls', '--level', 'primary']],
    ['an unknown option', ['so.xlsx', '--level', 'primary', '--force']],
  ])('%s is bad usage, answered with the usage', async (_what, args) => {
    await expect(templateCommand(args)).rejects.toMatchObject({
      code: 'bad-usage',
      message: expect.stringContaining('hocba template') as string,
    })
  })

  it('a folder that is not there is refused', async () => {
    await expect(templateCommand([join(folder, 'x', 'so.xlsx'), '--level', 'primary'])).rejects.toMatchObject(
      {
        code: 'file-not-readable',
      },
    )
  })
})
