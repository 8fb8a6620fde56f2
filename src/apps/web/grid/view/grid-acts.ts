import type { KeyAction } from '../model/keys.ts'
import { leap, step, tabFrom, type Size, type Spot } from '../model/selection.ts'
import type { Cursor } from './use-cursor.ts'
import type { SheetEdits } from './sheet-edits.ts'

/** What the keys of the grid work on. */
export interface ActContext {
  readonly cursor: Cursor
  readonly size: Size
  readonly edits: SheetEdits
  readonly mayWrite: boolean
  readonly pageRows: () => number
  readonly commit: () => void
  readonly openField: () => void
  readonly openList: () => void
  /** Takes the marked word of an open list; false where none is open. */
  readonly takeFromList: () => boolean
  /** Out of the list, or else out of the grid. */
  readonly leave: () => void
  readonly clear: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly explain: () => void
  readonly sayEdge: () => void
}

/** Carries a key's action out; false where the browser shall do what it does. */
export const actIn = (context: ActContext, action: KeyAction): boolean => {
  const { cursor } = context
  switch (action.kind) {
    case 'move':
    case 'leap':
    case 'edge':
    case 'page':
      context.commit()
      cursor.goTo(placeOf(context, action), action.extend)
      return true
    case 'enter':
      enter(context, action.down)
      return true
    case 'tab':
      return tab(context, action.direction)
    case 'edit':
      context.openField()
      return true
    case 'list':
      context.openList()
      return true
    case 'cycle':
      context.edits.cycle(cursor.selection.active)
      return true
    case 'cancel':
      cursor.setMode('nav')
      return true
    case 'all':
      cursor.selectAll()
      return true
    case 'leave':
    case 'clear':
    case 'undo':
    case 'redo':
    case 'explain':
      context[action.kind]()
      return true
  }
}

type Walk = Extract<KeyAction, { readonly extend: boolean }>

const placeOf = ({ cursor, size, edits, pageRows }: ActContext, action: Walk): Spot => {
  const { active } = cursor.selection
  switch (action.kind) {
    case 'move':
      return step(active, action.down, action.right, size)
    case 'leap':
      return leap(active, action.down, action.right, size, edits.isFilled)
    case 'page':
      return step(active, action.down * pageRows(), 0, size)
    case 'edge': {
      const row = action.of === 'row' ? active.row : action.end ? size.rows - 1 : 0
      return { row, column: action.end ? size.columns - 1 : 0 }
    }
  }
}

const enter = ({ cursor, size, commit, takeFromList, sayEdge }: ActContext, down: 1 | -1): void => {
  if (takeFromList()) return
  const { active } = cursor.selection
  if (active.row === (down > 0 ? size.rows - 1 : 0)) sayEdge()
  commit()
  cursor.goTo(step(active, down, 0, size))
}

// After the last cell Tab leads on into the page: the grid is no trap.
const tab = ({ cursor, size, edits, mayWrite, commit }: ActContext, direction: 1 | -1): boolean => {
  const next = tabFrom(cursor.selection.active, direction, size, mayWrite ? edits.canWrite : () => true)
  commit()
  if (next !== undefined) cursor.goTo(next)
  return next !== undefined
}
