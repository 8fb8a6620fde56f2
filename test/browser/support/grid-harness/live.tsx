import { useRef } from 'react'
import { setSessionEnded } from '../../../../src/apps/web/api/session-end.ts'
import { SheetDesk } from '../../../../src/apps/web/grid/desk/sheet-desk.tsx'
import type { Saver } from '../../../../src/apps/web/grid/saving/saver.ts'
import { getSheet } from '../../../../src/apps/web/pages/gradebook/sheet-api.ts'
import { openSheetPorts } from '../../../../src/apps/web/pages/gradebook/sheet-ports.ts'
import { useResumption } from '../../../../src/apps/web/pages/gradebook/use-resumption.ts'

/** The desk over a real server, as the page of the gradebook opens it, for whoever 'who' names. */
export const openLiveDesk = async (asked: URLSearchParams) => {
  const accountId = asked.get('who') ?? ''
  const address = {
    schoolCode: asked.get('school') ?? '',
    schoolYear: (asked.get('year') ?? '') as `${number}-${number}`,
    level: 'lower-secondary' as const,
    classId: asked.get('class') ?? '',
    sheet: 'TOAN',
  }
  const sheet = await getSheet(address, undefined)
  Object.assign(window, {
    signInAgain: () => {
      setSessionEnded(false)
    },
  })
  return () => {
    const saver = useRef<Saver>(undefined)
    useResumption(saver)
    return (
      <SheetDesk
        sheet={sheet}
        openPorts={(store) => openSheetPorts(address, accountId, store)}
        onSaver={(next) => {
          saver.current = next
          Object.assign(window, { isOpen: next !== undefined })
        }}
      />
    )
  }
}
