import { useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react'
import type { Sheet } from '../model/sheet.ts'
import { openTable } from '../model/table.ts'
import type { SaverPorts } from '../saving/saver-ports.ts'
import { createSaver, type Saver } from '../saving/saver.ts'
import type { SavingStatus } from '../saving/saving-status.ts'
import { createSheetStore, type SheetStore } from '../sheet-store.ts'

/** What joins an open sheet to the world; `close` lets go of what it holds. */
export interface DeskPorts extends SaverPorts {
  readonly close: () => void
}

/** The sheet on the desk: its store, and the saver once it is at work. */
export interface Saving {
  readonly store: SheetStore
  readonly saver: Saver | undefined
  readonly status: SavingStatus
  /** How many cells an earlier page had left behind. */
  readonly restored: number
}

const quiet: SavingStatus = {
  phase: 'quiet',
  counts: { saved: 0, unsent: 0, saving: 0, failed: 0, conflict: 0, invalid: 0 },
  savedAt: null,
  keepsDrafts: true,
}

/** Opens a sheet for as long as it is shown: drafts come back, edits go out, others' changes come in. */
export const useSaving = (sheet: Sheet, openPorts: (store: SheetStore) => Promise<DeskPorts>): Saving => {
  const store = useMemo(() => createSheetStore(openTable(sheet)), [sheet])
  const [open, setOpen] = useState<{ readonly saver: Saver; readonly restored: number }>()
  const openNow = useEffectEvent(openPorts)
  useEffect(() => {
    let close = (): void => undefined
    let isClosed = false
    const begin = async (): Promise<void> => {
      const ports = await openNow(store)
      const saver = createSaver(store, ports, sheet.asOf)
      close = () => {
        // What was typed just now is still sent; what cannot be stays a draft.
        void saver.settle().finally(() => {
          saver.stop()
          ports.close()
        })
      }
      if (isClosed) {
        close()
        return
      }
      const restored = await saver.start()
      setOpen({ saver, restored })
    }
    void begin()
    return () => {
      isClosed = true
      setOpen(undefined)
      close()
    }
  }, [store, sheet.asOf])
  const saver = open?.saver
  const status = useSyncExternalStore(saver?.subscribe ?? noChange, () => saver?.getStatus() ?? quiet)
  return { store, saver, status, restored: open?.restored ?? 0 }
}

const noChange = () => () => undefined
