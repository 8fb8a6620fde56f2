import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { SheetDesk, type Place, type Sheet, type SheetStore } from '../../grid/index.ts'
import { unsentIn, type SavingStatus } from '../../grid/saving/saving-status.ts'
import type { Saver } from '../../grid/saving/saver.ts'
import { setUnsent } from '../../shell/unsent.ts'
import { SheetHead } from './sheet-head.tsx'
import { SheetTools } from './sheet-tools.tsx'
import { openSheetPorts } from './sheet-ports.ts'
import { sheetKeyOf, type SheetAddress } from './sheet-address.ts'
import { useResumption } from './use-resumption.ts'

// Not needed before somebody asks for them.
const FileDialog = lazy(async () => ({ default: (await import('./file-dialog.tsx')).FileDialog }))
const ConfirmDrawer = lazy(async () => ({
  default: (await import('./confirm-drawer.tsx')).ConfirmDrawer,
}))
const SendBackDialog = lazy(async () => ({
  default: (await import('./send-back-dialog.tsx')).SendBackDialog,
}))
const TraceDrawer = lazy(async () => ({ default: (await import('./trace-drawer.tsx')).TraceDrawer }))

interface OpenSheetProps {
  readonly address: SheetAddress
  readonly first: Sheet
  readonly accountId: string
  readonly onMonth: (month: string) => void
  /** The sheet was confirmed or opened again, or a cell of it was sent back. */
  readonly onChanged: () => void
}

/** An open sheet with all that stands around it. */
export const OpenSheet = ({ address, first, accountId, onMonth, onChanged }: OpenSheetProps) => {
  // As it was opened: a later reading of the same query would close what is being typed.
  const [sheet] = useState(first)
  const saver = useRef<Saver>(undefined)
  const [traceOf, setTraceOf] = useState<Place | 'sheet'>()
  const [fileFor, setFileFor] = useState<SheetStore>()
  const [isConfirming, setConfirming] = useState(false)
  const [sendingBack, sendBack] = useState<Place>()
  const sheetKey = sheetKeyOf(address)
  const [unsent, setCount] = useState(0)
  const onStatus = useCallback(
    (status: SavingStatus) => {
      const count = unsentIn(status)
      setUnsent(sheetKey, count)
      setCount(count)
    },
    [sheetKey],
  )
  const keepSaver = useCallback((next: Saver | undefined) => {
    saver.current = next
  }, [])
  useWarningBeforeLeaving(unsent > 0)
  useResumption(saver)
  return (
    <>
      <SheetHead
        sheet={sheet}
        address={address}
        onMonth={onMonth}
        isUnsent={unsent > 0}
        onConfirm={() => {
          setConfirming(true)
        }}
      />
      <SheetDesk
        sheet={sheet}
        openPorts={(store) => openSheetPorts(address, accountId, store)}
        onSaver={keepSaver}
        onStatus={onStatus}
        tools={({ store, place }) => (
          <SheetTools
            address={address}
            mayWrite={sheet.canWrite}
            onFile={() => {
              setFileFor(store)
            }}
            onTrace={() => {
              setTraceOf(place ?? 'sheet')
            }}
            onSendBack={
              place !== undefined && mayBeSentBack(sheet, place)
                ? () => {
                    sendBack(place)
                  }
                : undefined
            }
          />
        )}
      />
      <Suspense>
        {traceOf === undefined ? null : (
          <TraceDrawer
            address={address}
            sheet={sheet}
            of={traceOf}
            onWhole={() => {
              setTraceOf('sheet')
            }}
            onClose={() => {
              setTraceOf(undefined)
            }}
          />
        )}
        {isConfirming ? (
          <ConfirmDrawer
            address={address}
            onChanged={onChanged}
            onClose={() => {
              setConfirming(false)
            }}
          />
        ) : null}
        {sendingBack === undefined ? null : (
          <SendBackDialog
            address={address}
            sheet={sheet}
            place={sendingBack}
            onChanged={onChanged}
            onClose={() => {
              sendBack(undefined)
            }}
          />
        )}
        {fileFor === undefined ? null : (
          <FileDialog
            address={address}
            store={fileFor}
            onClose={() => {
              setFileFor(undefined)
            }}
          />
        )}
      </Suspense>
    </>
  )
}

/** A cell that is closed, and not by the issue of the book, may go back to who wrote it. */
const mayBeSentBack = ({ columns, students }: Sheet, { studentCode, path }: Place): boolean => {
  const column = columns.find((one) => one.path === path)
  const student = students.find((one) => one.studentCode === studentCode)
  return column?.isLocked === true && column.kind !== 'computed' && typeof student?.lockedBecause !== 'string'
}

/** The browser asks before a page is closed, but only while something is unsent. */
const useWarningBeforeLeaving = (isUnsent: boolean): void => {
  useEffect(() => {
    if (!isUnsent) return undefined
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault()
    }
    addEventListener('beforeunload', warn)
    return () => {
      removeEventListener('beforeunload', warn)
    }
  }, [isUnsent])
}
