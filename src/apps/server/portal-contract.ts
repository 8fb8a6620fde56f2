import type { FastifyInstance } from 'fastify'
import type { ReportBug } from './errors.ts'
import type { CodeAnswer, FileAnswer, OpenedYear, SecondDatum, SecondDatumKind } from '../../lookup/index.ts'

export type { SecondDatumKind } from '../../lookup/index.ts'

/** A code that visitors of a demonstration may try, with what opens it. */
export interface SampleCode {
  readonly code: string
  /** ISO date. */
  readonly birthDate: string
  readonly lastFour: string
  /** What it shows, in Vietnamese. */
  readonly text: string
}

/** What a place may set about its portal (cổng tra cứu). */
export interface PortalSettings {
  readonly secondDatum: SecondDatumKind
  /** True where everything shown is invented and without legal value. */
  readonly demonstration: boolean
  readonly sampleCodes?: readonly SampleCode[]
}

/** Where the files of an opened year are fetched: paths on this server, good for ten minutes, with no personal data. */
export interface FileLinks {
  readonly xml: string
  readonly pdf?: string
}

/**
 * What the public pages are given by the server, and nothing else. Who tries one code too often gets the refusal
 * 'too-many-requests'; how often an address may send forms is counted by the server before a page's handler runs.
 */
export interface PortalPorts {
  lookUpCode(code: string, datum: SecondDatum | undefined): Promise<CodeAnswer>
  lookUpFile(bytes: Uint8Array): Promise<FileAnswer>
  fileLinks(year: OpenedYear): FileLinks
  readonly settings: PortalSettings
  /** Whoever sets an error handler of their own tells of bugs here: those problems that have an `instance`. */
  readonly report?: ReportBug
}

/**
 * The public pages: added to the server as a part of their own (`server.register`), with their own forms at /tra-cuu
 * and /xac-thuc. QR codes lead to /CODE (32 hexadecimal digits). Every route states `config: { access: 'public' }`.
 * The server brings the security headers (script, style, image and font from this server only, nothing inline); the
 * parsers of forms (application/x-www-form-urlencoded: text fields as a plain record) and of files
 * (`readFile(request)` of `read-file.ts`), with their limits of size; and the limit by address on whatever is sent.
 * Errors become RFC 9457 problems unless the pages set an error handler of their own; `problemOf` of `problems.ts`
 * then says which problem an error is.
 */
export type Portal = (server: FastifyInstance, ports: PortalPorts) => Promise<void>
