import type { PortalSettings } from './portal-contract.ts'

/** How often may be asked; every time is in seconds. */
export interface LimitSettings {
  /** Requests that cost work, from one address in one minute. */
  readonly requestsPerMinute: number
  /** Wrong second data for one code in ten minutes. */
  readonly wrongDataPerCode: number
  /** Files verified at the same moment; more wait, and of those at most `verificationsWaiting`. */
  readonly verificationsAtOnce: number
  readonly verificationsWaiting: number
  /** A request must have come whole, and its head alone, within these. */
  readonly requestSeconds: number
  readonly headSeconds: number
}

/** What a place sets about its server. */
export interface ServerSettings extends PortalSettings {
  readonly limits: LimitSettings
  /**
   * Whose word on a visitor's address (X-Forwarded-For) is believed: false where visitors come directly; the proxies'
   * addresses where they do not. Never true on an open port: then anybody could count as anybody.
   */
  readonly trustProxy: boolean | string
  /** Signs the links to files; servers that stand side by side share one. At least 32 random bytes. */
  readonly linkKey: Uint8Array
}

export const usualLimits: LimitSettings = {
  requestsPerMinute: 60,
  wrongDataPerCode: 10,
  verificationsAtOnce: 2,
  verificationsWaiting: 32,
  requestSeconds: 60,
  headSeconds: 10,
}

/** The longest file that is read: a compiled page of twelve years has 3 MB. */
export const maxFileBytes = 20 * 1024 * 1024
/** The longest body that holds no file. */
export const maxFormBytes = 16 * 1024
