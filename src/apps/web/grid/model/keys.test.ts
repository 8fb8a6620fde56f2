import { describe, expect, it } from 'vitest'
import type { ColumnKind } from '../../../../gradebook/index.ts'
import { actionOf, isCompleteOnKeypad, type CellMode, type KeyAction } from './keys.ts'

const press = (keys: string, mode: CellMode = 'nav', column: ColumnKind = 'mark'): KeyAction | undefined => {
  const parts = keys.split('+')
  return actionOf(
    {
      key: parts.at(-1) ?? '',
      ctrl: parts.includes('Ctrl'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
    },
    mode,
    column,
  )
}

describe('a key in the grid', () => {
  it.each([
    ['ArrowDown', { kind: 'move', down: 1, right: 0, extend: false }],
    ['Shift+ArrowLeft', { kind: 'move', down: 0, right: -1, extend: true }],
    ['Ctrl+ArrowUp', { kind: 'leap', down: -1, right: 0, extend: false }],
    ['Ctrl+Shift+End', { kind: 'edge', of: 'sheet', end: true, extend: true }],
    ['Home', { kind: 'edge', of: 'row', end: false, extend: false }],
    ['PageDown', { kind: 'page', down: 1, extend: false }],
    ['Enter', { kind: 'enter', down: 1 }],
    ['Shift+Enter', { kind: 'enter', down: -1 }],
    ['Shift+Tab', { kind: 'tab', direction: -1 }],
    ['F2', { kind: 'edit' }],
    ['Delete', { kind: 'clear' }],
    ['Escape', { kind: 'leave' }],
    ['Ctrl+z', { kind: 'undo' }],
    ['Ctrl+Shift+Z', { kind: 'redo' }],
    ['Ctrl+y', { kind: 'redo' }],
    ['Ctrl+a', { kind: 'all' }],
  ] as const)('%s while walking', (keys, action) => {
    expect(press(keys)).toEqual(action)
  })

  it('is the field’s own where it writes, copies or pastes', () => {
    for (const keys of ['7', ',', 'đ', 'Ctrl+c', 'Ctrl+v', 'Ctrl+x', 'F5'])
      expect(press(keys)).toBeUndefined()
  })

  it('walks on from a cell that was opened by typing, but not from a comment or after F2', () => {
    expect(press('ArrowRight', 'typing')).toMatchObject({ kind: 'move' })
    expect(press('ArrowRight', 'editing', 'text')).toBeUndefined()
    expect(press('Home', 'typing')).toBeUndefined()
    expect(press('Backspace', 'typing')).toBeUndefined()
  })

  it('leaves first the cell, then the grid', () => {
    expect(press('Escape', 'editing')).toEqual({ kind: 'cancel' })
    expect(press('Escape')).toEqual({ kind: 'leave' })
  })

  it('opens the list of a choice, ticks a box and explains what is computed', () => {
    expect(press('Alt+ArrowDown', 'nav', 'choice')).toEqual({ kind: 'list' })
    expect(press('Alt+ArrowDown')).toBeUndefined()
    expect(press(' ', 'nav', 'flag')).toEqual({ kind: 'cycle' })
    expect(press('Enter', 'nav', 'computed')).toEqual({ kind: 'explain' })
  })
})

describe('the number keys', () => {
  it('know a complete mark', () => {
    expect(['75', '10', '7,5', '7.5'].every(isCompleteOnKeypad)).toBe(true)
    expect(['7', '7,', '', 'v', '755'].some(isCompleteOnKeypad)).toBe(false)
  })
})
