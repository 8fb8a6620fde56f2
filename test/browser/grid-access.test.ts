import { describe, expect, it } from 'vitest'
import { asExcel, paste, useGrid } from './support/use-grid.ts'
import { findBarriers, widthTooMuch } from './support/visit.ts'

const { visit, leave } = useGrid()

describe('whoever does not see the grid', () => {
  it('hears the pupil, the column and the value, and finds rows and headings', async () => {
    const grid = await visit('filled')
    await grid.cell(1, 0).click()
    const cdp = await grid.context.newCDPSession(grid.page)
    const { nodes } = await cdp.send('Accessibility.getFullAXTree')
    const roles = nodes.map(({ role }) => String(role?.value))
    const focused = nodes.find(({ properties }) =>
      properties?.some(({ name, value }) => name === 'focused' && value.value === true),
    )
    const names = await grid.page.locator('tbody .sheet-name span').allInnerTexts()
    expect(roles.filter((role) => role === 'grid')).toHaveLength(1)
    expect(roles.filter((role) => role === 'row')).toHaveLength(49)
    const field = nodes.filter(({ role }) => role?.value === 'textbox').map(({ name }) => String(name?.value))
    expect(field).toEqual([`${names[1] ?? ''}, Điểm đánh giá thường xuyên 1, học kì I`])
    expect(focused).toBeDefined()
    await expect.poll(() => grid.page.locator('[role=grid]').getAttribute('aria-rowcount')).toBe('49')
    await leave(grid)
  })

  it.each([
    ['a sheet of marks', 'filled'],
    ['a sheet of levels', 'filled&sheet=TIENG_VIET&grade=4'],
    ['the homeroom teacher’s sheet', 'sheet=homeroom&grade=4'],
    ['attendance', 'sheet=attendance'],
  ])('meets no barrier on %s', async (_, query) => {
    const grid = await visit(query)
    await grid.cell(1, 0).click()
    expect(await findBarriers(grid.page)).toEqual([])
    await leave(grid)
  })

  it('meets none in the preview and in a proof', async () => {
    const grid = await visit('filled')
    await grid.cell(0, 0).click()
    await paste(
      grid,
      asExcel([
        ['9', '11'],
        ['7', '8'],
      ]),
    )
    await grid.page.getByRole('dialog').waitFor()
    expect(await findBarriers(grid.page)).toEqual([])
    await grid.page.keyboard.press('Escape')
    await grid.page.getByRole('dialog').waitFor({ state: 'detached' })
    await grid.cell(0, 6).click()
    await grid.page.keyboard.press('Enter')
    await grid.page.getByRole('dialog').waitFor()
    await expect.poll(() => grid.page.getByRole('dialog').innerText()).toContain('TT22/2021 Điều 9')
    expect(await findBarriers(grid.page)).toEqual([])
    await leave(grid)
  })
})

describe('on a phone', () => {
  it('one column at a time, down the names; the page never scrolls sideways', async () => {
    const grid = await visit('filled', { width: 390, height: 844 })
    expect(await widthTooMuch(grid.page)).toBeLessThanOrEqual(0)
    await grid.cell(0, 0).tap()
    await grid.page.keyboard.type('7,5')
    await grid.page.keyboard.press('Enter')
    expect([await grid.textAt(0, 0), await grid.here()]).toEqual(['7,5', '1/0'])
    await grid.page.getByLabel('Cột sau').tap()
    await expect.poll(() => grid.page.locator('.sheet-title').innerText()).toBe('ĐĐGtx2')
    await grid.page.getByLabel('Nhập theo cột').uncheck()
    await expect.poll(() => grid.page.locator('.sheet-title').count()).toBe(8)
    expect(await widthTooMuch(grid.page)).toBeLessThanOrEqual(0)
    expect(await findBarriers(grid.page)).toEqual([])
    await leave(grid)
  })
})

describe('a wide sheet', () => {
  it('scrolls in its own box, and the names stay', async () => {
    const grid = await visit('sheet=homeroom&grade=4')
    expect(await widthTooMuch(grid.page)).toBeLessThanOrEqual(0)
    await grid.cell(0, 0).click()
    await grid.page.keyboard.press('End')
    const name = await grid.page.locator('tbody .sheet-name').first().boundingBox()
    const box = await grid.page.locator('.sheet-box').boundingBox()
    expect((name?.x ?? 0) - (box?.x ?? 0)).toBeLessThan(60)
    await leave(grid)
  })
})
