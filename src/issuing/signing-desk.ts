import type { Signer } from '../crypto/ports.ts'
import type { InspectReport, RegistryPorts } from '../registry/index.ts'
import type { Inspect, PageMaking, Seal } from '../sealing/index.ts'

/** A member of staff as the one who holds a key of their own (người giữ khóa). */
export interface KeyHolder {
  readonly staffCode: string
  /** Số định danh cá nhân: what their certificate names. */
  readonly citizenId: string
  readonly fullName: string
  readonly schoolCode: string
  readonly schoolName: string
}

/** A school as the holder of its seal. */
export interface SealHolder {
  readonly code: string
  readonly name: string
}

/**
 * Nơi kí: where the keys of a server's people and schools are, and what is asked before a book leaves. The keys
 * themselves are nobody's here: they sign what they are given.
 */
export interface SigningDesk {
  /** Undefined where this place keeps no key of the person. */
  readonly findSigner: (person: KeyHolder) => Promise<Signer | undefined>
  readonly findSeal: (school: SealHolder) => Promise<Seal | undefined>
  readonly inspect: Inspect
  /** How the official pages are made; without it there is data (XML) alone. */
  readonly pages?: PageMaking
  readonly registry: RegistryPorts
  readonly inspectReport: InspectReport
  /** What every book says that is made with demonstration keys. */
  readonly demonstration?: string
}
