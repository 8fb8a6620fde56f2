import { sha256Hex } from '../../../src/crypto/digest.ts'
import { createBookMemory, type LookupPorts } from '../../../src/lookup/index.ts'
import {
  register,
  withdraw,
  type FileReference,
  type Receipt,
  type RegisteredYear,
  type RegistryEntry,
  type RegistryPorts,
} from '../../../src/registry/index.ts'
import { examineDocument, verifyBook } from '../../../src/verification/index.ts'
import type { TestOffice } from '../../builders/issuing.ts'

/** A registry in memory that counts what is asked of it. */
export interface SmallRegistry {
  readonly registry: RegistryPorts
  readonly lookup: LookupPorts
  /** How often each port was called. */
  readonly calls: Map<string, number>
  accept(xml: Uint8Array, at: Date, pdf?: Uint8Array): Promise<Receipt>
  revoke(code: string, version: number, reason: string, at: Date): Promise<void>
}

const grown = (
  years: readonly RegisteredYear[],
  { identity, version, act }: RegistryEntry,
): RegisteredYear => {
  const before = years.find((year) => year.identity.yearKey === identity.yearKey)
  return {
    identity,
    versions: [...(before?.versions ?? []), ...(version === undefined ? [] : [version])],
    acts: [...(before?.acts ?? []), act],
  }
}

/** Opens an empty one; `office` says whom it trusts and when it is. */
export const openSmallRegistry = ({ context }: Pick<TestOffice, 'context'>): SmallRegistry => {
  let years: readonly RegisteredYear[] = []
  const files = new Map<string, Uint8Array>()
  const calls = new Map<string, number>()
  const count = (port: string): void => void calls.set(port, (calls.get(port) ?? 0) + 1)
  const registry: RegistryPorts = {
    files: {
      keep: (bytes): Promise<FileReference> => {
        files.set(sha256Hex(bytes), bytes)
        return Promise.resolve({ sha256: sha256Hex(bytes), size: bytes.length })
      },
      read: (sha256) => {
        count('files.read')
        return Promise.resolve(files.get(sha256))
      },
    },
    years: {
      list: (keys) => {
        count('years.list')
        const isAsked = ({ identity }: RegisteredYear): boolean =>
          keys.includes(identity.bookKey) || keys.includes(identity.yearKey)
        const found = years.filter(isAsked)
        return Promise.resolve(
          found.toSorted((a, b) => (a.identity.schoolYear < b.identity.schoolYear ? -1 : 1)),
        )
      },
    },
    entries: {
      record: (entry) => {
        const rest = years.filter(({ identity }) => identity.yearKey !== entry.identity.yearKey)
        years = [...rest, grown(years, entry)]
        return Promise.resolve('recorded')
      },
    },
  }
  const lookup: LookupPorts = {
    years: registry.years,
    files: registry.files,
    standIn: {
      find: () => {
        count('standIn.find')
        return Promise.resolve(years[0]?.versions[0]?.xml)
      },
    },
    verify: (bytes, { now }) => {
      count('verify')
      return examineDocument(bytes, { ...context, now })
    },
    memory: createBookMemory({ mostBooks: 8, keepFor: 60_000 }),
  }
  return {
    registry,
    lookup,
    calls,
    accept: (xml, at, pdf) =>
      register(registry, pdf === undefined ? { xml } : { xml, pdf }, {
        now: at,
        by: 'CB-SO',
        inspect: ({ book, notes }) => verifyBook(book, { ...context, notes }),
      }),
    revoke: async (code, version, reason, at) => {
      await withdraw(registry, code, { order: { version, reason }, now: at, by: 'CB-SO' })
    },
  }
}
