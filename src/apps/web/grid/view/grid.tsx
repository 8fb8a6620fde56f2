import {
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react'
import type { Column, TypingHabits } from '../../../../gradebook/index.ts'
import { emptyCell } from '../model/cell.ts'
import { actionOf, isCompleteOnKeypad, modeOfTyping } from '../model/keys.ts'
import { isSingle, rectangleOf, step, type Selection, type Spot } from '../model/selection.ts'
import { keyOf, type Place } from '../model/sheet.ts'
import type { SheetStore } from '../sheet-store.ts'
import { CellEditor, type Field } from './cell-editor.tsx'
import { ChoiceList, type ChoiceListHandle } from './choice-list.tsx'
import { isComposing, rowsInSight, showCell, spotOf } from './dom.ts'
import { actIn, type ActContext } from './grid-acts.ts'
import { shownIn } from './grid-row.tsx'
import { GridTable } from './grid-table.tsx'
import { sheetEdits } from './sheet-edits.ts'
import { useCursor } from './use-cursor.ts'
import { useWords } from './use-words.ts'

/** What the page does with the grid. */
export interface GridHandle {
  /** Brings the person to a cell, and the keyboard with them. */
  readonly goTo: (spot: Spot) => void
}

export interface GridProps {
  readonly ref?: Ref<GridHandle>
  readonly store: SheetStore
  readonly label: string
  readonly columns: readonly Column[]
  readonly mayWrite: boolean
  readonly habits: TypingHabits
  /** The element that says more about the active cell. */
  readonly describedBy: string
  /** A block was pasted: somebody must look at it before it is written. */
  readonly onPasteBlock: (text: string, from: Spot) => void
  readonly onExplain: (place: Place) => void
  readonly onSelect: (selection: Selection) => void
  /** The text that stands in the field before it is committed; undefined once it is. */
  readonly onTyping: (typed: string | undefined) => void
  readonly onAnnounce: (text: string) => void
}

/** The grid of a sheet: rows of pupils, columns of marks and words, and the keys of a spreadsheet. */
export const Grid = ({ ref, ...props }: GridProps) => {
  const { store, columns, mayWrite, habits, onAnnounce, onSelect } = props
  const t = useWords()
  const { table } = useSyncExternalStore(store.subscribe, store.getMoment)
  const size = { rows: table.rows.length, columns: columns.length }
  const cursor = useCursor(size)
  const { selection, mode, setMode, goTo } = cursor
  const { anchor, active } = selection
  const edits = sheetEdits(store, columns, mayWrite, habits)
  const column = columns[active.column]
  const place = edits.placeAt(active)
  const { studentCode, path } = place
  const [openList, setOpenList] = useState<{ readonly key: string; readonly option: number }>()
  // A list belongs to one cell: it is gone once the person is elsewhere.
  const option = openList?.key === keyOf(place) ? openList.option : undefined

  const fieldRef = useRef<Field>(null)
  const boxRef = useRef<HTMLDivElement>(null)
  const afterRef = useRef<HTMLDivElement>(null)
  const listRef = useRef<ChoiceListHandle>(null)
  const isDragging = useRef(false)
  // Whether the keyboard is in the grid: then the field of a new active cell takes the focus.
  const hasFocus = useRef(false)
  const listId = useId()

  useEffect(() => {
    onSelect({
      anchor: { row: anchor.row, column: anchor.column },
      active: { row: active.row, column: active.column },
    })
  }, [onSelect, anchor.row, anchor.column, active.row, active.column])
  useLayoutEffect(() => {
    if (hasFocus.current) showCell(boxRef.current, { row: active.row, column: active.column })
  }, [active.row, active.column])
  useEffect(() => {
    store.setTyping(mode === 'nav' ? undefined : { studentCode, path })
  }, [store, mode, studentCode, path])
  useImperativeHandle(ref, () => ({
    goTo: (spot) => {
      hasFocus.current = true
      goTo(spot)
      fieldRef.current?.focus()
    },
  }))

  /** Ends typing: what stands in the field goes into the cell. */
  const commit = (): void => {
    if (mode === 'nav') return
    const content = edits.type(active, fieldRef.current?.value ?? '')
    setMode('nav')
    props.onTyping(undefined)
    store.setTyping(undefined)
    if (content?.fault !== undefined) onAnnounce(content.fault)
  }
  const openField = (): void => {
    if (!edits.canWrite(active)) return
    setMode('editing')
    const field = fieldRef.current
    field?.setSelectionRange(field.value.length, field.value.length)
  }
  const sayTurned = (patch: ReturnType<SheetStore['undo']>, key: 'undone' | 'redone'): void => {
    onAnnounce(patch === undefined ? t('said.nothingToUndo') : t(`said.${key}`, { count: patch.length }))
  }
  const contextOf = (): ActContext => ({
    cursor,
    size,
    edits,
    mayWrite,
    commit,
    openField,
    pageRows: () => rowsInSight(boxRef.current),
    openList: () => {
      if (edits.canWrite(active)) setOpenList({ key: keyOf(place), option: 0 })
    },
    takeFromList: () => listRef.current?.take() === true,
    leave: () => {
      setOpenList(undefined)
      if (option !== undefined) return
      hasFocus.current = false
      afterRef.current?.focus()
      onAnnounce(t('said.left'))
    },
    clear: () => {
      onAnnounce(t('said.cleared', { count: edits.clear(selection) }))
    },
    undo: () => {
      sayTurned(store.undo(), 'undone')
    },
    redo: () => {
      sayTurned(store.redo(), 'redone')
    },
    explain: () => {
      props.onExplain(place)
    },
    sayEdge: () => {
      onAnnounce(t('said.edge'))
    },
  })

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || column === undefined) return
    const { key, shiftKey: shift, altKey: alt } = event
    const ctrl = event.ctrlKey || event.metaKey
    const isOfList = listRef.current?.key(key) === true
    const action = isOfList ? undefined : actionOf({ key, ctrl, shift, alt }, mode, column.kind)
    if (action?.kind === 'cancel') props.onTyping(undefined)
    if (isOfList || (action !== undefined && actIn(contextOf(), action))) event.preventDefault()
  }
  const onTyped = (typed: string): void => {
    if (column === undefined) return
    setOpenList(undefined)
    if (column.kind === 'text') props.onTyping(typed)
    if (mode === 'nav') setMode(modeOfTyping(column.kind))
    const isKeyed = column.kind === 'mark' && habits.keypadTenths === true && mode !== 'editing'
    if (!isKeyed || !isCompleteOnKeypad(typed)) return
    const content = edits.type(active, typed)
    if (content?.fault === undefined) goTo(step(active, 1, 0, size))
  }

  const onMouseDown = (event: MouseEvent): void => {
    const spot = spotOf(event.target)
    if (spot === undefined || event.button !== 0) return
    const isActive = spot.row === active.row && spot.column === active.column
    if (isActive && mode !== 'nav') return
    // The browser must not place the caret: the next letter would be put beside the old ones.
    event.preventDefault()
    const wasHere = isActive && isSingle(selection) && document.activeElement === fieldRef.current
    hasFocus.current = true
    isDragging.current = true
    commit()
    goTo(spot, event.shiftKey)
    if (!isActive) return
    fieldRef.current?.focus({ preventScroll: true })
    fieldRef.current?.select()
    if (wasHere && column?.kind === 'computed') props.onExplain(place)
  }
  const onMouseOver = (event: MouseEvent): void => {
    if ((event.buttons & 1) === 0) isDragging.current = false
    const spot = isDragging.current ? spotOf(event.target) : undefined
    if (spot !== undefined) goTo(spot, true)
  }
  const onDoubleClick = (event: MouseEvent): void => {
    if (spotOf(event.target) !== undefined && column?.kind !== 'computed') openField()
  }

  const onCopy = (event: ClipboardEvent): void => {
    if (mode !== 'nav') return
    event.preventDefault()
    event.clipboardData.setData('text/plain', edits.copy(selection))
    const { top, bottom, left, right } = rectangleOf(selection)
    onAnnounce(t('said.copied', { count: (bottom - top + 1) * (right - left + 1) }))
  }
  const onCut = (event: ClipboardEvent): void => {
    if (mode !== 'nav') return
    onCopy(event)
    edits.clear(selection)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (mode !== 'nav' || text === '') return
    event.preventDefault()
    const { top: row, left } = rectangleOf(selection)
    if (!mayWrite) onAnnounce(t('cell.readOnly'))
    else if (edits.isBlock(text)) props.onPasteBlock(text, { row, column: left })
    else {
      const { count, rejected } = edits.fill(selection, text)
      onAnnounce(t('said.pasted', { count, rejected }))
    }
  }
  const onFocus = (event: FocusEvent): void => {
    if (event.target !== fieldRef.current) return
    hasFocus.current = true
    if (mode === 'nav') fieldRef.current.select()
  }
  const onBlur = (event: FocusEvent): void => {
    if (event.target !== fieldRef.current) return
    commit()
    setOpenList(undefined)
    const next: unknown = event.relatedTarget
    if (next !== null) hasFocus.current = false
  }

  const row = table.rows[active.row]
  const field =
    column === undefined || row === undefined ? null : (
      <CellEditor
        key={keyOf(place)}
        column={column}
        label={`${row.student.fullName}, ${column.title}`}
        shown={shownIn(row, column)}
        mode={mode}
        isReadOnly={!edits.canWrite(active)}
        isInvalid={(row.cells.get(path) ?? emptyCell).state === 'invalid'}
        describedBy={props.describedBy}
        listId={option === undefined ? undefined : listId}
        activeOptionId={option === undefined ? undefined : `${listId}-${option}`}
        hasFocus={hasFocus}
        fieldRef={fieldRef}
        onTyped={onTyped}
      />
    )
  return (
    <>
      <div className="sheet-box" ref={boxRef}>
        <GridTable
          label={props.label}
          table={table}
          columns={columns}
          selection={selection}
          mayWrite={mayWrite}
          field={field}
          listeners={{
            onKeyDown,
            onMouseDown,
            onMouseOver,
            onDoubleClick,
            onCopy,
            onCut,
            onPaste,
            onFocus,
            onBlur,
          }}
        />
      </div>
      {option === undefined || column === undefined ? null : (
        <ChoiceList
          ref={listRef}
          id={listId}
          column={column}
          anchor={fieldRef}
          chosen={option}
          onMove={(next) => {
            setOpenList({ key: keyOf(place), option: next })
          }}
          onTake={(typed) => {
            edits.type(active, typed)
            setMode('nav')
            setOpenList(undefined)
          }}
          onClose={() => {
            setOpenList(undefined)
          }}
        />
      )}
      <div ref={afterRef} tabIndex={-1} className="sheet-after" aria-label={t('grid.after')} role="note" />
    </>
  )
}
