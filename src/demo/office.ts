import { trustStoreFrom } from '../adapters/trust-folder.ts'
import type { TimestampAuthority } from '../crypto/ports.ts'
import type { TrustStore } from '../verification/index.ts'
import { openDemoAuthority, type DemoAuthority } from './authority/index.ts'
import { createKeyRing, type AlgorithmChoice, type KeyRing } from './key-ring.ts'

/** What the demonstration's schools sign with (chữ ký số minh họa), and what a stranger needs to check it. */
export interface DemoOffice {
  readonly keys: KeyRing
  /** Made by a clock that is turned to the day of each sitting. */
  readonly timestamps: TimestampAuthority
  readonly turnClockTo: (at: Date) => void
  /** The same authority's timestamps by another clock. */
  readonly timestampsBy: (clock: () => Date) => TimestampAuthority
  readonly trustFiles: ReadonlyMap<string, Uint8Array>
  readonly trust: TrustStore
}

/** How an office begins: its authorities' first day, today, and which keys it makes. */
export interface OfficeOptions {
  /** Not later than the first signature. */
  readonly certificatesFrom: Date
  readonly now: Date
  readonly algorithmOf: AlgorithmChoice
}

const twentyYears = 20 * 365.25 * 24 * 60 * 60 * 1000

/** Twenty years, so that a result can still be verified long after the run. */
export const validUntil = ({ now }: Pick<OfficeOptions, 'now'>): Date => new Date(now.getTime() + twentyYears)

/** Sets an office up around authorities; people's keys are made when they are first asked for. */
export const setUpOffice = async (
  authority: DemoAuthority,
  { now, algorithmOf }: Omit<OfficeOptions, 'certificatesFrom'>,
): Promise<DemoOffice> => {
  const trustFiles = await authority.trustFiles({ at: now, nextUpdate: validUntil({ now }) })
  let clock = now
  return {
    keys: createKeyRing(authority, algorithmOf),
    timestamps: authority.timestampAuthority(() => clock),
    turnClockTo: (at) => {
      clock = at
    },
    timestampsBy: (own) => authority.timestampAuthority(own),
    trustFiles,
    trust: trustStoreFrom(trustFiles),
  }
}

/** Opens the office whose authorities a folder keeps, or founds it there. */
export const openOffice = async (folder: string, options: OfficeOptions): Promise<DemoOffice> =>
  setUpOffice(
    await openDemoAuthority(folder, { now: options.certificatesFrom, validUntil: validUntil(options) }),
    options,
  )
