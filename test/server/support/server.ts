import type { FastifyInstance } from 'fastify'
import { createServer, type ServerParts } from '../../../src/apps/server/create-server.ts'
import { usualLimits, type ServerSettings } from '../../../src/apps/server/settings.ts'
import type { SmallRegistry } from './small-registry.ts'
import { now } from '../../builders/issuing.ts'

/** A server for tests on a small registry, with the bugs it met and a clock to turn. */
export interface TestServer {
  readonly server: FastifyInstance
  readonly bugs: readonly unknown[]
  readonly clock: { now: Date }
}

export const settingsOfTests: ServerSettings = {
  secondDatum: 'birth-date-and-last-four',
  demonstration: true,
  trustProxy: false,
  linkKey: Buffer.alloc(32, 7),
  limits: { ...usualLimits, requestsPerMinute: 1_000_000 },
}

/** Opens one; limits are out of the way unless a test sets them. */
export const openTestServer = (
  { lookup }: Pick<SmallRegistry, 'lookup'>,
  changes: Partial<ServerParts> & { readonly limits?: Partial<ServerSettings['limits']> } = {},
): TestServer => {
  const bugs: unknown[] = []
  const clock = { now }
  const { limits, ...parts } = changes
  const settings = { ...settingsOfTests, limits: { ...settingsOfTests.limits, ...limits } }
  const server = createServer({
    lookup,
    settings,
    clock: () => clock.now,
    report: (_instance, _route, error) => void bugs.push(error),
    ...parts,
  })
  return { server, bugs, clock }
}
