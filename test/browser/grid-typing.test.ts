import { describe, expect, it } from 'vitest'
import type { ColumnKind } from '../../src/gradebook/index.ts'
import type { GridVisit } from './support/grid-page.ts'
import { useGrid } from './support/use-grid.ts'

const { visit, leave } = useGrid()

type Case = readonly [what: string, query: string, column: number | string, typed: string, shown: string]

const primary = 'sheet=TIENG_VIET&grade=4'
const primaryHomeroom = 'sheet=homeroom&grade=4'

/** Columns of every kind that is typed into, what is typed there, and what it shows. */
const kinds: Readonly<Record<Exclude<ColumnKind, 'computed'>, readonly Case[]>> = {
  mark: [
    ['a mark', '', 0, '7,5', '7,5'],
    ['a mark that may be absent', '', 4, 'v', 'V'],
  ],
  score: [['a score', primary, 1, '8', '8']],
  choice: [
    ['a result', 'sheet=GDTC', 0, 'cđ', 'CĐ'],
    ['a level', primary, 0, 'h', 'H'],
    ['a rating', 'sheet=homeroom', 0, 'khá', 'K'],
    ['an absence', 'sheet=attendance', 0, 'p', 'P'],
    ['a quality', primaryHomeroom, 0, 't', 'T'],
  ],
  text: [['a comment', primary, 2, 'Em chăm học.', 'Em chăm học.']],
  count: [
    ['a count', 'sheet=homeroom', 3, '12', '12'],
    ['a height', primaryHomeroom, 'Chiều cao (cm)', '132', '132'],
  ],
  decimal: [['a weight', primaryHomeroom, 'Cân nặng (kg)', '23,5', '23,5']],
  flag: [['a tick', primaryHomeroom, 'Tiêu biểu', 'X', 'x']],
}

/** A column by its place among the cells, or by its head. */
const placeOf = async ({ page }: GridVisit, column: number | string): Promise<number> => {
  if (typeof column === 'number') return column
  await page.getByText('Cuối năm', { exact: true }).click()
  const head = page.getByRole('columnheader', { name: column, exact: true })
  // The number and the name come first, and columns of a table count from 1.
  return Number(await head.getAttribute('aria-colindex')) - 3
}

describe('a letter typed without delay after a click', () => {
  it.each(Object.values(kinds).flat())('%s', async (_, query, at, typed, shown) => {
    const grid = await visit(query)
    const column = await placeOf(grid, at)
    // Twice: the second click is on the cell that is active already.
    for (const times of [1, 2]) {
      for (let time = 0; time < times; time += 1) await grid.cell(2, column).click()
      await grid.page.keyboard.type(typed)
      await grid.page.keyboard.press('Enter')
      await expect.poll(() => grid.textAt(2, column)).toBe(shown)
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
      await expect.poll(() => grid.textAt(5, 1)).toBe('7,5')
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
    ['a weight', 'sheet=homeroom&grade=4', 'Cân nặng (kg)', ['2', '23', '23,', '23,5'], '23,5', '23,5'],
    ['a tick', 'sheet=homeroom&grade=4', 'Tiêu biểu', ['x'], 'x', 'x'],
  ] as const)('composes in %s and loses no letter', async (_, query, at, steps, result, shown) => {
    const grid = await visit(query)
    const column = await placeOf(grid, at)
    await grid.cell(1, column).click()
    await compose(grid, steps, result)
    await grid.page.keyboard.press('Enter')
    await expect.poll(() => grid.textAt(1, column)).toBe(shown)
    // And over what stands there already.
    await grid.cell(1, column).click()
    await compose(grid, steps, result)
    await grid.page.keyboard.press('Enter')
    await expect.poll(() => grid.textAt(1, column)).toBe(shown)
    await leave(grid)
  })

  it('goes on composing after the first word', async () => {
    const grid = await visit('sheet=TIENG_VIET&grade=4')
    await grid.cell(1, 2).click()
    await compose(grid, ['H', 'Hoc', 'Học'], 'Học')
    await grid.page.keyboard.type(' ')
    await compose(grid, ['t', 'tot', 'tốt'], 'tốt')
    await grid.page.keyboard.press('Enter')
    await expect.poll(() => grid.textAt(1, 2)).toBe('Học tốt')
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
    await expect.poll(() => grid.textAt(1, 2)).toBe('ăn')
    await leave(grid)
    const results = await visit('sheet=GDTC')
    await results.cell(1, 0).click()
    await unikey(results, [
      ['c', ''],
      ['d', 'đ'],
    ])
    await results.page.keyboard.press('Enter')
    await expect.poll(() => results.textAt(1, 0)).toBe('CĐ')
    await leave(results)
  })
})
