import type { ColumnKind } from '../../../../gradebook/index.ts'

/**
 * How the active cell takes keys: 'nav' walks; 'typing' began with a letter and arrows still walk; 'editing' began
 * with F2 or in a text and arrows move the caret.
 */
export type CellMode = 'nav' | 'typing' | 'editing'

/** A key as it was pressed. */
export interface Pressed {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** What a key does in the grid. */
export type KeyAction =
  | { readonly kind: 'move'; readonly down: number; readonly right: number; readonly extend: boolean }
  | { readonly kind: 'leap'; readonly down: number; readonly right: number; readonly extend: boolean }
  | { readonly kind: 'edge'; readonly of: 'row' | 'sheet'; readonly end: boolean; readonly extend: boolean }
  | { readonly kind: 'page'; readonly down: 1 | -1; readonly extend: boolean }
  | { readonly kind: 'enter'; readonly down: 1 | -1 }
  | { readonly kind: 'tab'; readonly direction: 1 | -1 }
  | {
      readonly kind:
        'edit' | 'list' | 'cancel' | 'leave' | 'clear' | 'undo' | 'redo' | 'all' | 'explain' | 'cycle'
    }

const arrows: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** The action of a key, or undefined where the text field shall have it. */
export const actionOf = (pressed: Pressed, mode: CellMode, column: ColumnKind): KeyAction | undefined => {
  if (pressed.key === 'Enter' && !pressed.alt && !pressed.ctrl)
    return column === 'computed' && !pressed.shift
      ? { kind: 'explain' }
      : { kind: 'enter', down: pressed.shift ? -1 : 1 }
  if (pressed.key === 'Tab' && !pressed.ctrl && !pressed.alt)
    return { kind: 'tab', direction: pressed.shift ? -1 : 1 }
  if (pressed.key === 'Escape') return { kind: mode === 'nav' ? 'leave' : 'cancel' }
  if (pressed.key === 'ArrowDown' && pressed.alt) return column === 'choice' ? { kind: 'list' } : undefined
  if (pressed.alt) return undefined
  return mode === 'editing' ? undefined : walk(pressed, mode, column)
}

const walk = ({ key, ctrl, shift }: Pressed, mode: CellMode, column: ColumnKind): KeyAction | undefined => {
  const arrow = arrows[key]
  if (arrow !== undefined)
    return { kind: ctrl ? 'leap' : 'move', down: arrow[0], right: arrow[1], extend: shift }
  if (mode === 'typing') return undefined
  if (key === 'Home' || key === 'End')
    return { kind: 'edge', of: ctrl ? 'sheet' : 'row', end: key === 'End', extend: shift }
  if (key === 'PageUp' || key === 'PageDown')
    return { kind: 'page', down: key === 'PageDown' ? 1 : -1, extend: shift }
  if (ctrl) return shortcutOf(key.toLowerCase(), shift)
  if (key === 'F2') return { kind: column === 'computed' ? 'explain' : 'edit' }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'clear' }
  if (key === ' ' && column === 'computed') return { kind: 'explain' }
  return key === ' ' && (column === 'flag' || column === 'choice') ? { kind: 'cycle' } : undefined
}

const shortcutOf = (key: string, shift: boolean): KeyAction | undefined => {
  if (key === 'z') return { kind: shift ? 'redo' : 'undo' }
  if (key === 'y') return { kind: 'redo' }
  return key === 'a' ? { kind: 'all' } : undefined
}

/** The mode in which a first letter opens a cell. */
export const modeOfTyping = (column: ColumnKind): CellMode => (column === 'text' ? 'editing' : 'typing')

/** Whether a typed text is complete on the number keys: two digits, or a digit, a comma and a digit. */
export const isCompleteOnKeypad = (typed: string): boolean => /^\d(\d|[.,]\d)$/.test(typed)
