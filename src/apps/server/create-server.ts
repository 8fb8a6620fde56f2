import swagger from '@fastify/swagger'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import fastify, { type FastifyInstance } from 'fastify'
import type { LookupPorts } from '../../lookup/index.ts'
import { demandAccess } from './access.ts'
import { addContentTypes } from './content-types.ts'
import { createFileLinker } from './file-links.ts'
import { limitLookups } from './limited-lookups.ts'
import { limitAddresses } from './limits/limit-addresses.ts'
import { createMemoryLimiter, type RateLimiter } from './limits/rate-limiter.ts'
import { openApiOptions } from './openapi.ts'
import type { Portal } from './portal-contract.ts'
import { answerBrokenRequest, answerErrors, type ReportBug } from './errors.ts'
import { addDocs } from './routes/docs.ts'
import { addFiles } from './routes/files.ts'
import { addLookups } from './routes/lookups.ts'
import { addNotFound } from './routes/not-found.ts'
import { addRobots } from './routes/robots.ts'
import { addStatus } from './routes/status.ts'
import { addVerifications } from './routes/verifications.ts'
import { addSchemas } from './schemas/add-schemas.ts'
import { addSchool, guardSchools } from './school/index.ts'
import type { SchoolPorts } from './school/ports.ts'
import { addSecurityHeaders } from './security-headers.ts'
import { maxFormBytes, type LimitSettings, type ServerSettings } from './settings.ts'

/** Everything the server is joined to. */
export interface ServerParts {
  readonly lookup: LookupPorts
  readonly settings: ServerSettings
  readonly clock: () => Date
  /** Hears of bugs; never gets what was asked. */
  readonly report: ReportBug
  /** The public pages; without them the server is the API alone. */
  readonly portal?: Portal
  /** What schools work with; without it the server is the portal alone. */
  readonly school?: SchoolPorts
  /** The school's pages. */
  readonly web?: (server: FastifyInstance) => Promise<void>
  /** Counters; in memory unless given. */
  readonly addresses?: RateLimiter
  readonly codes?: RateLimiter
}

const minute = 60

/** The bare HTTP server: its limits against slow and oversized requests. It writes no log of requests at all. */
const openServer = (
  { requestSeconds, headSeconds }: LimitSettings,
  trustProxy: boolean | string,
): FastifyInstance =>
  fastify({
    logger: false,
    trustProxy,
    bodyLimit: maxFormBytes,
    routerOptions: { maxParamLength: 200 },
    requestTimeout: requestSeconds * 1000,
    keepAliveTimeout: 5000,
    forceCloseConnections: 'idle',
    http: {
      headersTimeout: headSeconds * 1000,
      connectionsCheckingInterval: Math.min(5000, headSeconds * 250),
      maxHeaderSize: 16 * 1024,
    },
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => {
      void answerErrors(() => undefined)(error, request, reply)
    },
  })

/**
 * Makes the HTTP server (not yet listening): the API under /api/v1, its description under /api/docs, and the public
 * pages where there are any. Every route says who may call it, every answer carries the security headers, every error
 * is an RFC 9457 problem.
 */
export const createServer = (parts: ServerParts): FastifyInstance => {
  const { lookup, settings, clock, report, portal, school, web } = parts
  const { requestsPerMinute, wrongDataPerCode } = settings.limits
  const server = openServer(settings.limits, settings.trustProxy)
  const links = createFileLinker(settings.linkKey)
  const codes = parts.codes ?? createMemoryLimiter({ most: wrongDataPerCode, windowSeconds: 10 * minute })
  const addresses = parts.addresses ?? createMemoryLimiter({ most: requestsPerMinute, windowSeconds: minute })
  const ports = limitLookups({ lookup, codes, links, settings, clock, report })
  server.setErrorHandler(answerErrors(report))
  demandAccess(server)
  addSecurityHeaders(server)
  limitAddresses(server, addresses, clock)
  if (school !== undefined) guardSchools(server, school)
  addContentTypes(server)
  addNotFound(server)
  addSchemas(server)
  void server.register(swagger, openApiOptions)
  void server.register((scope, _options, done) => {
    const api = scope.withTypeProvider<TypeBoxTypeProvider>()
    addLookups(api, ports)
    addVerifications(api, ports)
    addFiles(api, { files: lookup.files, links, clock })
    addStatus(api, lookup.years)
    if (school !== undefined) addSchool(api, { report, ...school })
    addDocs(scope)
    addRobots(scope)
    done()
  })
  if (portal !== undefined)
    void server.register(async (scope) => {
      await portal(scope, ports)
    })
  if (web !== undefined) void server.register(web)
  return server
}
