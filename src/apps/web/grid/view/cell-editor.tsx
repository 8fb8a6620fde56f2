import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Column } from '../../../../gradebook/index.ts'
import type { CellMode } from '../model/keys.ts'

export type Field = HTMLInputElement | HTMLTextAreaElement

interface CellEditorProps {
  readonly column: Column
  readonly label: string
  /** What the cell shows. */
  readonly shown: string
  readonly mode: CellMode
  readonly isReadOnly: boolean
  readonly isInvalid: boolean
  readonly describedBy: string
  readonly listId: string | undefined
  readonly activeOptionId: string | undefined
  /** Whether the keyboard is in the grid: a page that opens does not take the focus away. */
  readonly hasFocus: RefObject<boolean>
  readonly fieldRef: RefObject<Field | null>
  readonly onTyped: (typed: string) => void
}

/**
 * The one text field of the grid. It always stands in the active cell, focused and selected, so that typing, input
 * methods, paste and screen readers meet an ordinary field. React never writes its value: a composition would break.
 */
export const CellEditor = (props: CellEditorProps) => {
  const { column, label, shown, mode, isReadOnly, isInvalid, describedBy, listId, activeOptionId } = props
  const { hasFocus, fieldRef, onTyped } = props
  const own = useRef<Field>(null)
  useLayoutEffect(() => {
    const field = own.current
    fieldRef.current = field
    if (field !== null && hasFocus.current) focusIn(field)
    return () => {
      if (fieldRef.current === field) fieldRef.current = null
    }
  }, [fieldRef, hasFocus])
  useLayoutEffect(() => {
    if (mode === 'nav') show(own.current, shown)
  }, [mode, shown])
  useLayoutEffect(() => {
    fit(own.current, mode)
  }, [mode, shown])

  const common = {
    className: `sheet-field is-${mode}`,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': isInvalid,
    readOnly: isReadOnly,
    defaultValue: shown,
    autoComplete: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    onInput: () => {
      fit(own.current, 'editing')
      onTyped(own.current?.value ?? '')
    },
  } as const
  if (column.kind === 'text')
    return <textarea {...common} ref={own as RefObject<HTMLTextAreaElement | null>} rows={1} />
  const combobox =
    column.kind === 'choice'
      ? {
          role: 'combobox',
          'aria-expanded': listId !== undefined,
          'aria-controls': listId,
          'aria-activedescendant': activeOptionId,
          'aria-haspopup': 'listbox' as const,
        }
      : {}
  return (
    <input
      {...common}
      {...combobox}
      ref={own as RefObject<HTMLInputElement | null>}
      type="text"
      inputMode={inputModeOf(column)}
      enterKeyHint="next"
    />
  )
}

const focusIn = (field: Field): void => {
  field.focus({ preventScroll: true })
  field.select()
}

const show = (field: Field | null, shown: string): void => {
  if (field === null) return
  if (field.value !== shown) field.value = shown
  if (document.activeElement === field) field.select()
}

// A comment grows downwards while it is written.
const fit = (field: Field | null, mode: CellMode): void => {
  if (!(field instanceof HTMLTextAreaElement)) return
  field.style.removeProperty('height')
  if (mode === 'editing') field.style.setProperty('height', `${field.scrollHeight + 2}px`)
}

// The comma of the number keys exists on phones only in 'decimal'; words of a choice need letters.
const inputModeOf = ({ kind, options }: Column): 'decimal' | 'numeric' | 'text' => {
  if (kind === 'count' || kind === 'score') return 'numeric'
  return (kind === 'mark' && options === undefined) || kind === 'decimal' ? 'decimal' : 'text'
}
