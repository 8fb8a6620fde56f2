import type { FastifyInstance } from 'fastify'
import type { Permission } from '../../accounts/index.ts'

/** Who may call a route: anybody, anybody signed in, or whom a policy of the school allows (src/accounts). */
export type Access = 'public' | 'signed-in' | Permission

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Stated by every route: one that does not say who may call it is not served. */
    readonly access?: Access
    /** True of a GET that searches or verifies, as an address in a QR code does: it is counted as what is sent is. */
    readonly costsWork?: boolean
    /** True of a public route that gives a session: another site must not sign somebody in as somebody else. */
    readonly givesSession?: boolean
  }
}

/** Refuses to serve a route that does not state who may call it: forgetting must not open a door. */
export const demandAccess = (server: FastifyInstance): void => {
  server.addHook('onRoute', ({ method, url, config }) => {
    if (config?.access === undefined) throw new Error(`route ${String(method)} ${url} states no access`)
  })
}
