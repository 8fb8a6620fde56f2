import { Presets, SingleBar } from 'cli-progress'

/** What to call as a long act goes on, and at its end. */
interface Progress {
  readonly update: (done: number, total: number) => void
  readonly stop: () => void
}

/** Shows how far a long act has come, on a terminal only. */
const showProgress = (label: string): Progress => {
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

/** Does a long act and shows how far it has come, whatever way it ends. */
export const withProgress = async <T>(
  label: string,
  work: (onProgress: Progress['update']) => Promise<T>,
): Promise<T> => {
  const progress = showProgress(label)
  try {
    return await work(progress.update)
  } finally {
    progress.stop()
  }
}
