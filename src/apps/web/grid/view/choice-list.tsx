import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref, type RefObject } from 'react'
import type { Column } from '../../../../gradebook/index.ts'
import type { Field } from './cell-editor.tsx'

/** What the grid's keys do in an open list. */
export interface ChoiceListHandle {
  /** Whether the list took the key. */
  readonly key: (key: string) => boolean
  /** Takes the marked word. */
  readonly take: () => boolean
}

interface ChoiceListProps {
  readonly ref: Ref<ChoiceListHandle>
  readonly id: string
  readonly column: Column
  readonly anchor: RefObject<Field | null>
  readonly chosen: number
  readonly onMove: (index: number) => void
  readonly onTake: (typed: string) => void
  readonly onClose: () => void
}

/** The short list of a column's words, opened by Alt and arrow down. The focus stays in the cell. */
export const ChoiceList = ({ ref, id, column, anchor, chosen, onMove, onTake, onClose }: ChoiceListProps) => {
  const options = column.options ?? []
  const listRef = useRef<HTMLUListElement>(null)
  const count = options.length
  useLayoutEffect(() => {
    const box = anchor.current?.closest('td')?.getBoundingClientRect()
    if (box === undefined) return
    listRef.current?.style.setProperty('left', `${Math.min(box.left, innerWidth - 240)}px`)
    listRef.current?.style.setProperty('top', `${Math.min(box.bottom, innerHeight - 36 * count - 12)}px`)
  }, [anchor, count])
  useEffect(() => {
    addEventListener('scroll', onClose, true)
    return () => {
      removeEventListener('scroll', onClose, true)
    }
  }, [onClose])
  const take = (index: number): boolean => {
    const option = options[index]
    if (option !== undefined) onTake(option.value)
    return option !== undefined
  }
  useImperativeHandle(ref, () => ({
    key: (key) => {
      const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
      if (step !== 0) onMove((chosen + step + options.length) % options.length)
      return step !== 0
    },
    take: () => take(chosen),
  }))
  return (
    <ul id={id} role="listbox" aria-label={column.title} ref={listRef} className="sheet-options">
      {options.map(({ value, short, name }, index) => (
        <li
          key={value}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          onMouseDown={(event) => {
            event.preventDefault()
            take(index)
          }}
        >
          <b>{short}</b>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  )
}
