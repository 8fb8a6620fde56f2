/**
 * An act that law, workflow or the input forbids (từ chối). `code` comes from a closed list, `message` is a
 * Vietnamese sentence that names the place and the remedy. A bug is never a Refusal.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Refusal'
    this.code = code
  }
}

/** The closed list of refusals; each is described in docs/refusals.md, which a test compares with this list. */
export type RefusalCode = (typeof refusalCodes)[number]

export const refusalCodes = [
  'bad-usage',
  'file-not-readable',
  'output-exists',
  'workbook-not-accepted',
  'timestamp-not-available',
  'own-verification-failed',
  'page-engine-missing',
  'database-not-available',
  'database-not-fit',
  'book-not-accepted',
  'act-not-available',
  'school-year-not-found',
  'too-many-requests',
  'input-not-accepted',
  'changed-meanwhile',
  'key-not-available',
] as const
