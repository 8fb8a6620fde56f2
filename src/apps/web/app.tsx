import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queries } from './api/queries.ts'
import { Notices } from './parts/notices.tsx'
import { router } from './router.tsx'
import { cssVariables, theme } from './theme/theme.ts'

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
// The library's scroll lock of dialogs writes a style element of its own and takes the nonce from here.
Reflect.set(globalThis, '__webpack_nonce__', nonce)

/** The school's pages, with their look, language and queries. */
export const App = () => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariables}
    getStyleNonce={() => nonce}
    forceColorScheme="light"
  >
    <Notices />
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>
)
