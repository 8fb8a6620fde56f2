import { Refusal } from '../../shared/refusal.ts'
import { portal } from './pages/index.ts'
import { runServer } from './run-server.ts'
import { ensureWeb } from './web/build.ts'
import { web } from './web/index.ts'

/** The server with its public pages and the school's, by itself: `node src/apps/server/main.ts`. */
try {
  await ensureWeb((line) => process.stderr.write(`${line}\n`))
  await runServer(portal, web)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
