import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { SittingDetail } from '../../../../adapters/postgres/books/sittings.ts'

/** How a sitting is watched. */
export interface SittingWatch {
  readonly read: () => Promise<SittingDetail | undefined>
  /** Kept when something may have changed here; whatever other servers do is seen by looking. */
  readonly changed: (signal: AbortSignal) => Promise<void>
  /** Ends the watch: whoever watched has gone, or the server closes. */
  readonly signal: AbortSignal
}

/** How often a sitting is looked at, how long a watch says nothing, how long it lasts; in milliseconds. */
const lookEvery = 1000
const quietFor = 15_000
const lastsFor = 15 * 60_000

const eventOf = (sitting: string): string => `data: ${sitting}\n\n`

/** Whichever comes first; what is still awaited of the others is given up. */
const untilNext = async ({ changed, signal }: SittingWatch): Promise<void> => {
  const done = new AbortController()
  const either = AbortSignal.any([signal, done.signal])
  const nothing = (): undefined => undefined
  await Promise.race([
    changed(either),
    pause(lookEvery, undefined, { signal: either, ref: false }).catch(nothing),
  ])
  done.abort()
}

const listEvents = async function* (watch: SittingWatch): AsyncGenerator<string> {
  yield 'retry: 2000\n\n'
  let told = ''
  let toldAt = performance.now()
  const begun = toldAt
  while (!watch.signal.aborted && performance.now() - begun < lastsFor) {
    const sitting = await watch.read()
    if (sitting === undefined) return
    const now = JSON.stringify(sitting)
    // A comment now and then shows whether anybody still listens.
    if (now !== told || performance.now() - toldAt > quietFor) {
      yield now === told ? ': \n\n' : eventOf(now)
      told = now
      toldAt = performance.now()
    }
    if (sitting.state === 'ended') return
    await untilNext(watch)
  }
}

/**
 * A sitting as a stream of events (text/event-stream): one whenever it has changed, the first at once, none after its
 * end. A watch ends after a quarter of an hour; who asks again is judged again.
 */
export const streamSitting = (watch: SittingWatch): Readable => Readable.from(listEvents(watch))
