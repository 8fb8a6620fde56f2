import type { DeskPorts } from '../../../../src/apps/web/grid/desk/use-saving.ts'
import { keyOf, type Sheet } from '../../../../src/apps/web/grid/model/sheet.ts'
import type { Batch, Outcome } from '../../../../src/apps/web/grid/saving/batch.ts'

/** A server in the page's own memory, for tests of keys and looks: it keeps versions as the real one does. */
export const openPretendServer = (sheet: Sheet) => {
  const kept = new Map(sheet.cells.map((cell) => [keyOf(cell), { value: cell.value, version: cell.version }]))
  const batches: Batch[] = []
  const control = { isCut: false }

  const answer = ({ studentCode, path, value, seenVersion }: Batch['cells'][number]): Outcome => {
    const place = { studentCode, path }
    const before = kept.get(keyOf(place)) ?? { value: null, version: 0 }
    const about = { byName: 'Lê Thu Hiền', at: new Date().toISOString(), message: null }
    if (before.version !== seenVersion) return { ...place, ...before, ...about, outcome: 'conflict' }
    const after = { value, version: before.version + 1 }
    kept.set(keyOf(place), after)
    return { ...place, ...after, ...about, outcome: 'saved' }
  }
  const ports: DeskPorts = {
    save: (batch) => {
      if (control.isCut) return Promise.reject(new Error('cut'))
      batches.push(batch)
      return Promise.resolve(batch.cells.map(answer))
    },
    listChanges: () =>
      control.isCut ? Promise.reject(new Error('cut')) : Promise.resolve({ cells: [], asOf: sheet.asOf }),
    toFailure: () => ({ kind: 'unreachable' }),
    drafts: {
      keep: () => Promise.resolve(),
      keepBatch: () => Promise.resolve(),
      dropBatch: () => Promise.resolve(),
      adopt: () => Promise.resolve({ drafts: [], batches: [] }),
    },
    tell: () => undefined,
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    later: (act, milliseconds) => {
      const timer = setTimeout(act, milliseconds)
      return () => {
        clearTimeout(timer)
      }
    },
    close: () => undefined,
  }
  return {
    ports,
    batches,
    control,
    valueAt: (place: Parameters<typeof keyOf>[0]) => kept.get(keyOf(place))?.value ?? null,
  }
}
