import { Refusal } from '../../shared/refusal.ts'
import { portal } from './pages/index.ts'
import { runServer } from './run-server.ts'

/** The server with its public pages, by itself: `node src/apps/server/main.ts`. */
try {
  await runServer(portal)
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
