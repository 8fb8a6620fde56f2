import { describe, expect, it } from 'vitest'
import type { GridVisit } from './support/grid-page.ts'
import { useGrid } from './support/use-grid.ts'

const { visit, leave } = useGrid()

/** One column of every kind, what is typed there, and what it shows. */
const kinds = [
  ['a mark', '', 0, '7,5', '7,5'],
  ['a mark that may be absent', '', 4, 'v', 'V'],
  ['a result', 'sheet=GDTC', 0, 'cđ', 'CĐ'],
  ['a level', 'sheet=TIENG_VIET&grade=4', 0, 'h', 'H'],
  ['a score', 'sheet=TIENG_VIET&grade=4', 1, '8', '8'],
  ['a comment', 'sheet=TIENG_VIET&grade=4', 2, 'Em chăm học.', 'Em chăm học.'],
  ['a rating', 'sheet=homeroom', 0, 'khá', 'K'],
  ['a count', 'sheet=homeroom', 3, '12', '12'],
  ['an absence', 'sheet=attendance', 0, 'p', 'P'],
] as const

describe('a letter typed without delay after a click', () => {
  it.each(kinds)('%s', async (_, query, column, typed, shown) => {
    const grid = await visit(query)
    // Twice: the second click is on the cell that is active already.
    for (const times of [1, 2]) {
      for (let time = 0; time < times; time += 1) await grid.cell(2, column).click()
      await grid.page.keyboard.type(typed)
      await grid.page.keyboard.press('Enter')
      expect(await grid.textAt(2, column)).toBe(shown)
    }
    await leave(grid)
  })

  it('replaces what stood there, wherever in the cell the click was', async () => {
    const grid = await visit('filled')
    for (const x of [4, 30, 56]) {
      await grid.cell(5, 1).click({ position: { x, y: 12 } })
      await grid.cell(5, 1).click({ position: { x, y: 12 } })
      await grid.page.keyboard.type('7,5')
      await grid.page.keyboard.press('Enter')
      expect(await grid.textAt(5, 1)).toBe('7,5')
    }
    await leave(grid)
  })
})

const compose = async (
  { context, page }: GridVisit,
  steps: readonly string[],
  result: string,
): Promise<void> => {
  const cdp = await context.newCDPSession(page)
  for (const text of steps)
    await cdp.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    })
  await cdp.send('Input.insertText', { text: result })
}

/** UniKey and its kind take the letter back and type another one. */
const unikey = async ({ page }: GridVisit, steps: readonly (readonly [typed: string, instead: string])[]) => {
  for (const [typed, instead] of steps) {
    await page.keyboard.type(typed)
    if (instead === '') continue
    await page.keyboard.press('Backspace')
    await page.keyboard.insertText(instead)
  }
}

describe('a Vietnamese input method', () => {
  it.each([
    ['a comment, Telex', 'sheet=TIENG_VIET&grade=4', 2, ['H', 'Ho', 'Hoc', 'Học'], 'Học', 'Học'],
    ['a comment, VNI', 'sheet=TIENG_VIET&grade=4', 2, ['t', 'to', 'tô', 'tôt', 'tốt'], 'tốt', 'tốt'],
    ['a result', 'sheet=GDTC', 0, ['d', 'đ'], 'đ', 'Đ'],
    ['a rating', 'sheet=homeroom', 0, ['k', 'kh', 'kha', 'khá'], 'khá', 'K'],
    ['a mark that may be absent', '', 4, ['v', 'va', 'vă', 'văn', 'văng', 'vắng'], 'vắng', 'V'],
    ['a level', 'sheet=TIENG_VIET&grade=4', 0, ['t'], 't', 'T'],
    ['a mark', '', 0, ['7', '7,', '7,5'], '7,5', '7,5'],
    ['a score', 'sheet=TIENG_VIET&grade=4', 1, ['8'], '8', '8'],
    ['a count', 'sheet=homeroom', 3, ['1', '12'], '12', '12'],
    ['an absence', 'sheet=attendance', 0, ['p'], 'p', 'P'],
  ] as const)('composes in %s and loses no letter', async (_, query, column, steps, result, shown) => {
    const grid = await visit(query)
    await grid.cell(1, column).click()
    await compose(grid, steps, result)
    await grid.page.keyboard.press('Enter')
    expect(await grid.textAt(1, column)).toBe(shown)
    // And over what stands there already.
    await grid.cell(1, column).click()
    await compose(grid, steps, result)
    await grid.page.keyboard.press('Enter')
    expect(await grid.textAt(1, column)).toBe(shown)
    await leave(grid)
  })

  it('goes on composing after the first word', async () => {
    const grid = await visit('sheet=TIENG_VIET&grade=4')
    await grid.cell(1, 2).click()
    await compose(grid, ['H', 'Hoc', 'Học'], 'Học')
    await grid.page.keyboard.type(' ')
    await compose(grid, ['t', 'tot', 'tốt'], 'tốt')
    await grid.page.keyboard.press('Enter')
    expect(await grid.textAt(1, 2)).toBe('Học tốt')
    await leave(grid)
  })

  it('that takes letters back (UniKey) loses none either', async () => {
    const grid = await visit('sheet=TIENG_VIET&grade=4')
    await grid.cell(1, 2).click()
    await unikey(grid, [
      ['a', 'ă'],
      ['n', ''],
    ])
    await grid.page.keyboard.press('Enter')
    expect(await grid.textAt(1, 2)).toBe('ăn')
    await leave(grid)
    const results = await visit('sheet=GDTC')
    await results.cell(1, 0).click()
    await unikey(results, [
      ['c', ''],
      ['d', 'đ'],
    ])
    await results.page.keyboard.press('Enter')
    expect(await results.textAt(1, 0)).toBe('CĐ')
    await leave(results)
  })
})
