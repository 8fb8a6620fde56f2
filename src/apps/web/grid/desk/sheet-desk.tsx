import { useMediaQuery } from '@mantine/hooks'
import {
  Suspense,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react'
import { choose, discard } from '../model/cell.ts'
import { findNext } from '../model/conflicts.ts'
import { at, type Selection } from '../model/selection.ts'
import type { Place, Sheet } from '../model/sheet.ts'
import { columnsIn, viewsOf, type SheetView } from '../model/shown-columns.ts'
import { changeCells } from '../model/table.ts'
import type { Saver } from '../saving/saver.ts'
import type { SavingStatus } from '../saving/saving-status.ts'
import type { SheetStore } from '../sheet-store.ts'
import { Grid, type GridHandle } from '../view/grid.tsx'
import { useWords } from '../view/use-words.ts'
import { ByColumn } from './by-column.tsx'
import { CellLine } from './cell-line.tsx'
import { DeskToolbar } from './desk-toolbar.tsx'
import { ConflictDialog, fetchDialogs, PastePreview, ProofDialog } from './dialogs.ts'
import { SavingLine } from './saving-line.tsx'
import { useNow } from './use-now.ts'
import { usePaste } from './use-paste.ts'
import { useSaving, type DeskPorts } from './use-saving.ts'

export interface SheetDeskProps {
  readonly sheet: Sheet
  readonly firstView?: SheetView
  readonly openPorts: (store: SheetStore) => Promise<DeskPorts>
  readonly onSaver?: (saver: Saver | undefined) => void
  readonly onStatus?: (status: SavingStatus) => void
  /** Buttons of the page that need the store or the active cell. */
  readonly tools?: (desk: { readonly store: SheetStore; readonly place: Place | undefined }) => ReactNode
}

/** A sheet on the desk: the grid with its keys, its saving in the background, and the dialogs that ask a person. */
export const SheetDesk = ({ sheet, firstView, openPorts, onSaver, onStatus, tools }: SheetDeskProps) => {
  const t = useWords()
  const saving = useSaving(sheet, openPorts)
  const { store, saver, status, restored } = saving
  const { table, history } = useSyncExternalStore(store.subscribe, store.getMoment)
  const views = useMemo(() => viewsOf(sheet), [sheet])
  const [chosenView, setView] = useState<SheetView>(firstView ?? views[0] ?? 'all')
  const view = views.includes(chosenView) ? chosenView : (views[0] ?? 'all')
  const isPhone = useMediaQuery('(max-width: 40em)', false, { getInitialValueInEffect: false })
  const inView = useMemo(() => columnsIn(sheet.columns, view), [sheet, view])
  const [chosenPath, setPath] = useState<string | undefined>(isPhone ? firstWritable(inView) : undefined)
  const path =
    isPhone && chosenPath !== undefined && !inView.some((one) => one.path === chosenPath)
      ? firstWritable(inView)
      : chosenPath
  const columns = useMemo(
    () => (isPhone && path !== undefined ? inView.filter((column) => column.path === path) : inView),
    [isPhone, path, inView],
  )
  const [isKeypad, setKeypad] = useState(readKeypad)
  const habits = useMemo(() => ({ keypadTenths: isKeypad }), [isKeypad])
  const [selection, select] = useState<Selection>(at(0, 0))
  const [typing, setTyping] = useState<string>()
  const selectAnew = useCallback((next: Selection) => {
    select(next)
    setTyping(undefined)
  }, [])
  const gridRef = useRef<GridHandle>(null)
  const [lastSaid, say] = useState<string>()
  const said = lastSaid ?? (restored > 0 ? t('said.restored', { count: restored }) : '')
  const [proofOf, setProofOf] = useState<Place>()
  const [asksConflicts, setAsksConflicts] = useState(false)
  const paste = usePaste(store, table, columns, habits)
  const aboutId = useId()
  const now = useNow()
  const mayWrite = sheet.canWrite && saver !== undefined

  useEffect(() => {
    onStatus?.(status)
  }, [status, onStatus])
  useEffect(fetchDialogs, [])
  useEffect(() => {
    onSaver?.(saver)
  }, [saver, onSaver])

  const resolve = (places: readonly Place[], whose: 'mine' | 'theirs'): void => {
    store.change((before) => changeCells(before, places, (cell) => choose(cell, whose)))
    saver?.noteChange(places)
  }
  const giveUp = (given: Place): void => {
    store.change((before) => changeCells(before, [given], discard))
    saver?.noteChange([given])
  }
  const goToProblem = (): void => {
    const spot = findNext(table, columns, ['invalid', 'failed'], selection.active)
    if (spot !== undefined) gridRef.current?.goTo(spot)
    else if (view !== 'all') setView(views.at(-1) ?? 'all')
  }
  const backToGrid = (): void => {
    gridRef.current?.goTo(selection.active)
  }
  const row = table.rows[selection.active.row]
  const column = columns[selection.active.column]
  const place =
    row === undefined || column === undefined
      ? undefined
      : { studentCode: row.student.studentCode, path: column.path }

  return (
    <section className="desk" aria-label={sheet.title}>
      <DeskToolbar
        views={views}
        view={view}
        onView={setView}
        isPrimary={sheet.level === 'primary'}
        mayWrite={mayWrite}
        hasMarks={columns.some(({ kind }) => kind === 'mark')}
        isKeypad={isKeypad}
        onKeypad={(next) => {
          keepKeypad(next)
          setKeypad(next)
        }}
        canUndo={history.done.length > 0}
        canRedo={history.undone.length > 0}
        onUndo={() => {
          say(t('said.undone', { count: store.undo()?.length ?? 0 }))
        }}
        onRedo={() => {
          say(t('said.redone', { count: store.redo()?.length ?? 0 }))
        }}
      >
        {tools?.({ store, place })}
      </DeskToolbar>
      {isPhone ? <ByColumn columns={inView} path={path} onPath={setPath} /> : null}
      <Grid
        store={store}
        label={t('desk.label', { title: sheet.title, class: sheet.class.name })}
        columns={columns}
        mayWrite={mayWrite}
        habits={habits}
        ref={gridRef}
        describedBy={aboutId}
        onPasteBlock={paste.begin}
        onExplain={setProofOf}
        onSelect={selectAnew}
        onTyping={setTyping}
        onAnnounce={say}
      />
      <CellLine
        id={aboutId}
        table={table}
        columns={columns}
        selection={selection}
        mayWrite={mayWrite}
        now={now}
        typing={typing}
        onDiscard={giveUp}
        onChoose={() => {
          setAsksConflicts(true)
        }}
      />
      <div className="desk-foot">
        <SavingLine
          status={status}
          now={now}
          onResume={() => saver?.resume()}
          onShowConflicts={() => {
            setAsksConflicts(true)
          }}
          onShowProblem={goToProblem}
        />
        <p role="status" className="desk-said">
          {said}
        </p>
      </div>
      <Suspense>
        {paste.plan === undefined ? null : (
          <PastePreview
            table={table}
            columns={columns}
            plan={paste.plan}
            isPositional={paste.isPositional}
            onPositional={paste.setPositional}
            onTargets={paste.setTargets}
            onClose={() => {
              paste.cancel()
              say(t('said.pasteCancelled'))
              backToGrid()
            }}
            onConfirm={() => {
              say(t('said.pasted', paste.confirm()))
              backToGrid()
            }}
          />
        )}
        {asksConflicts ? (
          <ConflictDialog
            table={table}
            now={now}
            onChoose={resolve}
            onClose={() => {
              setAsksConflicts(false)
              backToGrid()
            }}
          />
        ) : null}
        {proofOf === undefined ? null : (
          <ProofDialog
            table={table}
            place={proofOf}
            onClose={() => {
              setProofOf(undefined)
              backToGrid()
            }}
          />
        )}
      </Suspense>
    </section>
  )
}

const firstWritable = (columns: Sheet['columns']): string | undefined =>
  (columns.find(({ kind, isLocked }) => kind !== 'computed' && !isLocked) ?? columns[0])?.path

const keypadKey = 'hocba-phim-so'

// A habit of a person's hands, kept with the machine they sit at.
const readKeypad = (): boolean => localStorage.getItem(keypadKey) === 'true'
const keepKeypad = (isOn: boolean): void => {
  localStorage.setItem(keypadKey, String(isOn))
}
