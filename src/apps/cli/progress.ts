import { Presets, SingleBar } from 'cli-progress'

/** Shows how far a long act has come, on a terminal only; returns what to call as it goes on, and at its end. */
export interface Progress {
  readonly update: (done: number, total: number) => void
  readonly stop: () => void
}

export const showProgress = (label: string): Progress => {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined }
  const bar = new SingleBar(
    {
      stream: process.stderr,
      format: `${label} {bar} {percentage}% | {value}/{total} học sinh | còn {eta_formatted}`,
    },
    Presets.shades_classic,
  )
  let started = false
  return {
    update: (done, total) => {
      if (started) bar.update(done)
      else bar.start(total, done)
      started = true
    },
    stop: () => {
      bar.stop()
    },
  }
}
