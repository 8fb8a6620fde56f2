import { ActionIcon, Group } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { SheetView } from '../model/shown-columns.ts'
import { useWords } from '../view/use-words.ts'

const viewKeys = {
  primary: {
    all: 'view.primary.year',
    midterm1: 'view.primary.midterm1',
    term1: 'view.primary.term1',
    midterm2: 'view.primary.midterm2',
    term2: 'view.primary.year',
    year: 'view.primary.year',
  },
  secondary: {
    all: 'view.secondary.year',
    midterm1: 'view.secondary.term1',
    term1: 'view.secondary.term1',
    midterm2: 'view.secondary.term2',
    term2: 'view.secondary.term2',
    year: 'view.secondary.year',
  },
} as const satisfies Record<string, Record<SheetView, string>>

interface DeskToolbarProps {
  readonly views: readonly SheetView[]
  readonly view: SheetView
  readonly onView: (view: SheetView) => void
  readonly isPrimary: boolean
  readonly mayWrite: boolean
  readonly hasMarks: boolean
  readonly isKeypad: boolean
  readonly onKeypad: (isKeypad: boolean) => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly children?: ReactNode
}

/** What stands over the grid: the part of the year, undo and redo, the number keys' habit. */
export const DeskToolbar = (props: DeskToolbarProps) => {
  const { views, view, onView, isPrimary, mayWrite, hasMarks } = props
  const t = useWords()
  return (
    <div className="desk-toolbar">
      {views.length > 1 ? (
        <div role="group" aria-label={t('desk.views')} className="desk-views">
          {views.map((value) => (
            <button
              key={value}
              type="button"
              aria-pressed={value === view}
              onClick={() => {
                onView(value)
              }}
            >
              {t(viewKeys[isPrimary ? 'primary' : 'secondary'][value])}
            </button>
          ))}
        </div>
      ) : null}
      {mayWrite ? <UndoButtons {...props} /> : null}
      {mayWrite && hasMarks ? (
        <label className="desk-switch">
          <input
            type="checkbox"
            checked={props.isKeypad}
            onChange={(event) => {
              props.onKeypad(event.currentTarget.checked)
            }}
          />
          {t('desk.keypad')}
        </label>
      ) : null}
      <span className="desk-space" />
      {props.children}
      {mayWrite ? (
        <span className="desk-keys">
          <kbd>Ctrl V</kbd> {t('desk.keyPaste')} <kbd>F2</kbd> {t('desk.keyEdit')} <kbd>Esc</kbd>{' '}
          {t('desk.keyLeave')}
        </span>
      ) : null}
    </div>
  )
}

const UndoButtons = ({ canUndo, canRedo, onUndo, onRedo }: DeskToolbarProps) => {
  const t = useWords()
  return (
    <Group gap={4}>
      <ActionIcon
        title={`${t('desk.undo')} (Ctrl+Z)`}
        variant="default"
        size="md"
        aria-label={t('desk.undo')}
        disabled={!canUndo}
        onClick={onUndo}
      >
        <IconArrowBackUp size={18} />
      </ActionIcon>
      <ActionIcon
        title={`${t('desk.redo')} (Ctrl+Y)`}
        variant="default"
        size="md"
        aria-label={t('desk.redo')}
        disabled={!canRedo}
        onClick={onRedo}
      >
        <IconArrowForwardUp size={18} />
      </ActionIcon>
    </Group>
  )
}
