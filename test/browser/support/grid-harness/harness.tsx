import { MantineProvider } from '@mantine/core'
import i18next from 'i18next'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { SheetDesk } from '../../../../src/apps/web/grid/desk/sheet-desk.tsx'
import '../../../../src/apps/web/grid/grid.css'
import { cssVariables, theme } from '../../../../src/apps/web/theme/theme.ts'
import '../../../../src/apps/web/theme/styles.ts'
import { grid as vi } from '../../../../src/apps/web/words/vi/grid.ts'
import { openLiveDesk } from './live.tsx'
import { openPretendServer } from './pretend-server.ts'
import { inventSheet, type Invention } from './invented-sheet.ts'

await i18next.use(initReactI18next).init({
  lng: 'vi',
  resources: { vi: { grid: vi } },
  defaultNS: 'grid',
  interpolation: { escapeValue: false },
})
const asked = new URLSearchParams(location.search)
const openPretendedDesk = () => {
  const sheet = inventSheet({
    sheet: (asked.get('sheet') ?? 'TOAN') as Invention['sheet'],
    grade: asked.get('grade') === '4' ? 4 : 7,
    filled: asked.has('filled'),
    lockedTerm1: asked.has('locked'),
  })
  const server = openPretendServer(sheet)
  Object.assign(window, { server })
  return () => <SheetDesk sheet={sheet} openPorts={() => Promise.resolve(server.ports)} />
}
const Desk = asked.has('who') ? await openLiveDesk(asked) : openPretendedDesk()

createRoot(document.getElementById('root') as HTMLElement).render(
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
    <main style={{ padding: 16 }}>
      <h1 style={{ fontSize: 20, margin: '0 0 10px' }}>Bảng thử</h1>
      <Desk />
    </main>
  </MantineProvider>,
)
