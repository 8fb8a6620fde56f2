import { describe, expect, it } from 'vitest'
import { useGrid } from './support/use-grid.ts'

const { visit, leave } = useGrid()

describe('the keys of the grid', () => {
  it.each([
    ['ArrowDown', '3/2'],
    ['ArrowUp', '1/2'],
    ['ArrowLeft', '2/1'],
    ['ArrowRight', '2/3'],
    ['Enter', '3/2'],
    ['Shift+Enter', '1/2'],
    ['Tab', '2/3'],
    ['Shift+Tab', '2/1'],
    ['Home', '2/0'],
    ['End', '2/7'],
    ['Control+Home', '0/0'],
    ['Control+End', '44/7'],
    ['Control+ArrowUp', '0/2'],
    ['Control+ArrowDown', '11/2'],
    ['Escape', ''],
  ])('%s leads to %s', async (key, to) => {
    const grid = await visit('filled')
    await grid.cell(2, 2).click()
    await grid.page.keyboard.press(key)
    await expect.poll(() => grid.here()).toBe(to)
    await leave(grid)
  })

  it('Escape gives up what is being typed, then leaves the grid, and Tab goes on from there', async () => {
    const grid = await visit('filled')
    await grid.cell(0, 0).click()
    const before = await grid.textAt(0, 0)
    await grid.page.keyboard.type('9,9')
    await grid.page.keyboard.press('Escape')
    await expect.poll(() => grid.textAt(0, 0)).toBe(before)
    await expect.poll(() => grid.here()).toBe('0/0')
    await grid.page.keyboard.press('Escape')
    await expect.poll(() => grid.here()).toBe('')
    await grid.page.keyboard.press('Shift+Tab')
    await expect.poll(() => grid.here()).toBe('0/0')
    await leave(grid)
  })

  it('F2 opens a cell with what it holds; arrows then move the caret', async () => {
    const grid = await visit('filled')
    await grid.cell(1, 0).click()
    const before = await grid.textAt(1, 0)
    await grid.page.keyboard.press('F2')
    await grid.page.keyboard.press('ArrowLeft')
    await expect.poll(() => grid.here()).toBe('1/0')
    await grid.page.keyboard.press('Enter')
    await expect.poll(() => grid.textAt(1, 0)).toBe(before)
    await leave(grid)
  })

  it('Delete empties what is selected, Ctrl+Z brings it back, Ctrl+Y empties it again', async () => {
    const grid = await visit('filled')
    await grid.cell(0, 0).click()
    const before = await grid.textAt(1, 1)
    await grid.page.keyboard.press('Shift+ArrowDown')
    await grid.page.keyboard.press('Shift+ArrowRight')
    await grid.page.keyboard.press('Delete')
    expect([await grid.textAt(0, 0), await grid.textAt(1, 1)]).toEqual(['', ''])
    await grid.page.keyboard.press('Control+z')
    await expect.poll(() => grid.textAt(1, 1)).toBe(before)
    await grid.page.keyboard.press('Control+y')
    await expect.poll(() => grid.textAt(1, 1)).toBe('')
    await leave(grid)
  })

  it('the mouse selects a block', async () => {
    const grid = await visit('filled')
    await grid.cell(0, 0).hover()
    await grid.page.mouse.down()
    await grid.cell(3, 2).hover()
    await grid.page.mouse.up()
    await expect.poll(() => grid.page.locator('[aria-selected=true]').count()).toBe(12)
    await leave(grid)
  })

  it('75 is no mark, unless the number keys were switched on: then it is 7,5 and the next pupil', async () => {
    const grid = await visit()
    await grid.cell(0, 0).click()
    await grid.page.keyboard.type('75')
    await grid.page.keyboard.press('Enter')
    await expect.poll(() => grid.textAt(0, 0)).toBe('75')
    await expect.poll(() => grid.cell(0, 0).getAttribute('class')).toContain('is-invalid')
    await grid.page.getByLabel('Gõ nhanh phím số').check()
    await grid.cell(1, 0).click()
    await grid.page.keyboard.type('7580')
    expect([await grid.textAt(1, 0), await grid.textAt(2, 0), await grid.here()]).toEqual(['7,5', '8', '3/0'])
    await grid.page.keyboard.type('10')
    expect([await grid.textAt(3, 0), await grid.here()]).toEqual(['10', '4/0'])
    await leave(grid)
  })

  it('a choice opens its list by Alt and arrow down', async () => {
    const grid = await visit('sheet=GDTC')
    await grid.cell(0, 0).click()
    await grid.page.keyboard.press('Alt+ArrowDown')
    await grid.page.keyboard.press('ArrowDown')
    await grid.page.keyboard.press('Enter')
    await expect.poll(() => grid.textAt(0, 0)).toBe('CĐ')
    await leave(grid)
  })

  it('a locked cell and one of an exempt pupil take nothing and say why', async () => {
    const grid = await visit('filled&locked')
    await grid.cell(0, 0).click()
    const before = await grid.textAt(0, 0)
    await grid.page.keyboard.type('1')
    await grid.page.keyboard.press('Enter')
    expect(await grid.textAt(0, 0)).toBe(before)
    await grid.cell(0, 0).click()
    await expect.poll(() => grid.page.locator('.cell-about').innerText()).toContain('Đã khóa sổ học kì I')
    await grid.cell(12, 0).click()
    await expect.poll(() => grid.page.locator('.cell-about').innerText()).toContain('được miễn')
    await leave(grid)
  })
})
