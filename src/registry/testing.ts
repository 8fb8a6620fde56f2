import { sha256Hex } from '../crypto/digest.ts'
import type { RegistryPorts } from './ports.ts'
import type {
  FileReference,
  RegisteredYear,
  RegistryAct,
  RegistryEntry,
  YearIdentity,
} from './registered-year.ts'
import type { Submission } from './submission.ts'

/** An invented year of an invented pupil. */
export const identity: YearIdentity = {
  schoolCode: '99001001',
  schoolName: 'Trường THCS Thử',
  bookKey: sha256Hex('book'),
  yearKey: sha256Hex('year'),
  schoolYear: '2025-2026',
  studentCode: 'HS01',
}

export const context = { now: new Date('2026-06-01T00:00:00Z'), by: 'Sở' }

export const referTo = (content: string): FileReference => ({
  sha256: sha256Hex(content),
  size: content.length,
})

/** A submission that passed, of this version. */
export const submissionOf = (version: number, reason?: string): Submission => ({
  identity,
  version: {
    version,
    issuedAt: new Date('2026-05-29T02:00:00Z'),
    expectedEffectiveDate: '2026-07-10',
    xml: referTo(`xml ${version}`),
    ...(reason === undefined ? {} : { reason }),
  },
  verification: { format: 'xml', verdict: 'passed', findings: [], record: null, signatures: [] },
})

/** A history in a few words: ['accept 1', 'replace 2', 'revoke 2']. */
export const historyOf = (...words: readonly string[]): readonly RegistryAct[] =>
  words.map((word, index) => {
    const [kind = '', version = ''] = word.split(' ')
    return {
      kind: kind as RegistryAct['kind'],
      version: Number(version),
      at: new Date(Date.UTC(2026, 5, index + 1)),
      by: 'Trường',
      ...(kind === 'accept' ? {} : { reason: 'Sửa điểm' }),
    }
  })

/** A year with such a history and the versions it speaks of. */
export const yearOf = (...words: readonly string[]): RegisteredYear => {
  const acts = historyOf(...words)
  const numbers = new Set(acts.map(({ version }) => version))
  return { identity, acts, versions: [...numbers].map((number) => submissionOf(number).version) }
}

/** A registry in memory that keeps its ports' promises. */
export interface MemoryRegistry extends RegistryPorts {
  readonly kept: ReadonlyMap<string, Uint8Array>
  readonly entered: readonly RegistryEntry[]
  /** What happens when the next entry is about to be recorded: somebody else's may come before it. */
  beforeNext: (() => void) | undefined
  add(entry: RegistryEntry): void
}

export const openMemoryRegistry = (): MemoryRegistry => {
  const kept = new Map<string, Uint8Array>()
  const entered: RegistryEntry[] = []
  const entriesOf = (yearKey: string): readonly RegistryEntry[] =>
    entered.filter((entry) => entry.identity.yearKey === yearKey)
  const years = (): readonly RegisteredYear[] =>
    [...new Set(entered.map((entry) => entry.identity.yearKey))].map((yearKey) => {
      const own = entriesOf(yearKey)
      const [first] = own
      if (first === undefined) throw new Error('a year comes with its first entry')
      return {
        identity: first.identity,
        versions: own.flatMap(({ version }) => version ?? []),
        acts: own.map(({ act }) => act),
      }
    })
  const registry: MemoryRegistry = {
    kept,
    entered,
    beforeNext: undefined,
    add: (entry) => entered.push(entry),
    files: {
      keep: (bytes) => {
        const reference = { sha256: sha256Hex(bytes), size: bytes.length }
        kept.set(reference.sha256, bytes)
        return Promise.resolve(reference)
      },
      read: (sha256) => Promise.resolve(kept.get(sha256)),
    },
    years: {
      list: (keys) =>
        Promise.resolve(
          years().filter(({ identity: own }) => keys.includes(own.bookKey) || keys.includes(own.yearKey)),
        ),
    },
    entries: {
      record: (entry) => {
        const interrupt = registry.beforeNext
        registry.beforeNext = undefined
        interrupt?.()
        if (entriesOf(entry.identity.yearKey).length !== entry.after) return Promise.resolve('overtaken')
        entered.push(entry)
        return Promise.resolve('recorded')
      },
    },
  }
  return registry
}
