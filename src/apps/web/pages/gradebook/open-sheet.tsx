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
const TraceDrawer = lazy(async () => ({ default: (await import('./trace-drawer.tsx')).TraceDrawer }))

interface OpenSheetProps {
  readonly address: SheetAddress
  readonly first: Sheet
  readonly accountId: string
  readonly onMonth: (month: string) => void
}

/** An open sheet with all that stands around it. */
export const OpenSheet = ({ address, first, accountId, onMonth }: OpenSheetProps) => {
  // As it was opened: a later reading of the same query would close what is being typed.
  const [sheet] = useState(first)
  const saver = useRef<Saver>(undefined)
  const [traceOf, setTraceOf] = useState<Place | 'sheet'>()
  const [fileFor, setFileFor] = useState<SheetStore>()
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
      <SheetHead sheet={sheet} address={address} onMonth={onMonth} />
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
