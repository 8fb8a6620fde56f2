import { connect } from '../src/adapters/postgres/connect.ts'
import { writingSchool } from '../src/adapters/postgres/school/enter-school.ts'
import { saveSchoolYear } from '../src/adapters/postgres/school/save-school-year.ts'
import { withClient } from '../src/adapters/postgres/session.ts'
import { openGradebookServer, type GradebookServer } from '../test/server/support/gradebook-server.ts'
import { addressOf, listRoutes, putListed } from '../test/server/support/school-lists.ts'
import { withEmbedded, type Embedded } from './embedded.ts'
import { headlined, milliseconds, type Benchmark, type Figure } from './figure.ts'
import { classes, inventSchool, pupils } from './make-school.ts'
import { median, quantile } from './measure.ts'

const runs = 60
const warmUps = 5
const mostMilliseconds = 150

const school = inventSchool()

interface Timed {
  readonly address: string
  readonly times: readonly number[]
  readonly bytes: number
}

const openScene = async ({ url, superuserUrl }: Embedded) => {
  const database = await connect(url, 'school')
  await saveSchoolYear(database, school, { now: new Date(), by: 'bench' })
  const tenant = await writingSchool(database, school.school.code, (_, own) => Promise.resolve(own))
  await withClient(superuserUrl, (client) =>
    putListed((text, values) => client.query(text, [...values]), tenant, school),
  )
  const clock = (): Date => new Date()
  const opened = await openGradebookServer({ school: database, url, superuserUrl, clock })
  const [session] = await opened.signIn({
    schoolCode: school.school.code,
    staffCode: school.school.approver.staffCode,
    fullName: 'Hiệu trưởng',
    // Who keeps the system signs nothing, and a principal looks on at everything.
    isAdministrator: false,
  })
  const close = async (): Promise<void> => {
    await opened.close()
    await database.destroy()
  }
  return { opened, headers: session?.headers ?? { cookie: '' }, close }
}

const timeAddress = async (
  { server }: GradebookServer,
  address: string,
  headers: { readonly cookie: string },
): Promise<Timed> => {
  const times: number[] = []
  let bytes = 0
  for (let run = -warmUps; run < runs; run += 1) {
    const begun = performance.now()
    const answer = await server.inject({ method: 'GET', url: address, headers })
    if (answer.statusCode !== 200) throw new Error(`${address} answers ${answer.statusCode}`)
    if (run >= 0) times.push(performance.now() - begun)
    bytes = answer.rawPayload.length
  }
  return { address, times, bytes }
}

const shortOf = (address: string): string => address.replace(/^.*secondary/, '…') || address

const figureOf = (timed: readonly Timed[]): Figure => {
  const slowestFirst = timed.toSorted((a, b) => quantile(b.times, 0.95) - quantile(a.times, 0.95))
  const [slowest] = slowestFirst
  const most = quantile(slowest?.times ?? [], 0.95)
  const figure: Figure = {
    what: `${timed.length} lists and pages of a school of ${pupils} pupils in ${classes} classes, one person asking: the slowest, 95 of 100 within`,
    measured: milliseconds(most),
    beside: slowestFirst
      .slice(0, 3)
      .map(
        ({ address, times, bytes }) => `${shortOf(address)} ${milliseconds(median(times))}, ${bytes} bytes`,
      )
      .join('; '),
    ratio: '',
    target: `≤ ${mostMilliseconds} ms`,
    reached: most <= mostMilliseconds,
  }
  return headlined(figure, 'school-lists', `${most.toFixed(0)} ms`)
}

const measure = async (database: Embedded): Promise<readonly Figure[]> => {
  const { opened, headers, close } = await openScene(database)
  try {
    const timed: Timed[] = []
    for (const route of listRoutes)
      timed.push(await timeAddress(opened, addressOf(route, school, 'TOAN'), headers))
    return [figureOf(timed)]
  } finally {
    await close()
  }
}

/** Everything that the documented API reads of a large school, as one person waits for it at the server. */
export const run: Benchmark = () => withEmbedded(measure)

if (import.meta.main) console.table(await run())
