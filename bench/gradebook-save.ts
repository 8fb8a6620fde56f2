import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { connect } from '../src/adapters/postgres/connect.ts'
import { saveSchoolYear } from '../src/adapters/postgres/school/save-school-year.ts'
import { openGradebookServer } from '../test/server/support/gradebook-server.ts'
import { withEmbedded } from './embedded.ts'
import { headlined, milliseconds, type Benchmark, type Figure } from './figure.ts'
import { lessons, school, schoolYear, studentCodesOf } from './gradebook-scene.ts'
import { quantile } from './measure.ts'
import type { Outcome, Saver, Task } from './save-many.ts'

const usualSeconds = 60
const mostMilliseconds = 500
const connections = 10

/** The whole server on the benchmark's school, every teacher signed in. */
const openScene = async (app: string, superuserUrl: string) => {
  const database = await connect(app, 'school', { connections })
  await saveSchoolYear(database, school, { now: new Date(), by: 'bench' })
  const opened = await openGradebookServer({
    school: database,
    url: app,
    superuserUrl,
    clock: () => new Date(),
  })
  const schoolCode = school.school.code
  const sessions = await opened.signIn(
    ...lessons.map(({ staffCode, fullName }) => ({ schoolCode, staffCode, fullName })),
  )
  const address = await opened.server.listen({ host: '127.0.0.1', port: 0 })
  const savers = lessons.map(({ classId, subject }, index): Saver => ({
    address: `${address}/api/v1/schools/${schoolCode}/years/${schoolYear}/lower-secondary/classes/${classId}/sheets/${subject}`,
    headers: sessions[index]?.headers ?? { cookie: '' },
    studentCodes: studentCodesOf(classId),
  }))
  const close = async (): Promise<void> => {
    await opened.close()
    await database.destroy()
  }
  return { savers, bugs: opened.bugs, close }
}

const figuresOf = (
  { latencies, errors, resent, acknowledged, lost }: Outcome,
  seconds: number,
): readonly Figure[] => {
  const sorted = latencies.toSorted((a, b) => a - b)
  const [half, most] = [quantile(latencies, 0.5), quantile(latencies, 0.99)]
  const within: Figure = {
    what: `${lessons.length} teachers save cells once a second for ${seconds} s over HTTP: 99 of 100 within`,
    measured: milliseconds(most),
    beside: `half within ${milliseconds(half)}, slowest ${milliseconds(sorted.at(-1) ?? Number.NaN)}`,
    ratio: `${Math.round(sorted.length / seconds)} saves/s`,
    target: `≤ ${mostMilliseconds} ms`,
    reached: most <= mostMilliseconds,
  }
  return [
    headlined(within, 'teachers', `${most.toFixed(0)} ms`),
    {
      what: '… errors, and acknowledged cells that are not there as they were answered',
      measured: `${errors.length} and ${lost}`,
      beside: `${sorted.length} saves, ${resent} sent again, ${acknowledged} cells read back${errors.length > 0 ? `; ${errors[0] ?? ''}` : ''}`,
      ratio: '',
      target: 'none',
      reached: errors.length === 0 && lost === 0 && sorted.length > 0,
    },
  ]
}

const measure = (seconds: number): Promise<readonly Figure[]> =>
  withEmbedded(async ({ url, superuserUrl }) => {
    const worker = new Worker(new URL('./save-many.ts', import.meta.url))
    try {
      const scene = await openScene(url, superuserUrl)
      worker.postMessage({ savers: scene.savers, seconds } satisfies Task)
      const [outcome] = (await once(worker, 'message')) as [Outcome]
      await scene.close()
      if (scene.bugs.length > 0) throw new Error('the server met a bug', { cause: scene.bugs[0] })
      return figuresOf(outcome, seconds)
    } finally {
      await worker.terminate()
    }
  })

/** Two hundred teachers at work at once: how long a save takes, and that nothing acknowledged is lost. */
export const run: Benchmark = () => measure(usualSeconds)

if (import.meta.main) {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: String(usualSeconds) } } })
  console.table(await measure(Number(values.seconds)))
}
