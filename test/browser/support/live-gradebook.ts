import type { FastifyInstance } from 'fastify'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Database } from '../../../src/adapters/postgres/connect.ts'
import type { SchoolYearRecords } from '../../../src/records/index.ts'
import { openGradebookServer } from '../../server/support/gradebook-server.ts'
import type { AnswerApi } from './grid-page.ts'

/** The gradebook's real routes over a real database, for whoever a page says it is, and what can befall them. */
export interface LiveGradebook {
  readonly answerApi: AnswerApi
  /** 'stopped' cuts every connection; 'answerless' writes and then cuts; 'signed-out' asks to sign in. */
  state: 'up' | 'stopped' | 'answerless' | 'signed-out'
  readonly read: (studentCode: string, path: string) => Promise<Kept>
  readonly close: () => Promise<void>
}

interface Kept {
  readonly value: string | null
  readonly version: number
}

/** A database with one school's year in it, one class of which has the staff's first two as teachers of Toán. */
export interface LiveSchool {
  readonly records: SchoolYearRecords
  readonly school: Database<'school'>
  readonly url: string
  readonly superuserUrl: string
  readonly teachers: readonly [teacher: string, colleague: string]
}

/** What the page is asked for, to open a sheet of that school. */
export const queryOf = ({ records }: Pick<LiveSchool, 'records'>): string =>
  `school=${records.school.code}&class=${records.classes[0]?.classId ?? ''}&year=${records.schoolYear}`

/** The whole server over a school; the database stays its owner's. */
export const openLiveGradebook = async (place: LiveSchool): Promise<LiveGradebook> => {
  const { records, school, url, superuserUrl } = place
  const schoolCode = records.school.code
  const opened = await openGradebookServer({ school, url, superuserUrl, clock: () => new Date() })
  const people = place.teachers.map((staffCode) => ({
    schoolCode,
    staffCode,
    fullName: records.staff.find((one) => one.staffCode === staffCode)?.fullName ?? '',
  }))
  const [teacher, colleague] = await opened.signIn(...people)
  const { server } = opened
  await server.ready()
  const cookieOf = (who: unknown): string => (who === 'colleague' ? colleague : teacher)?.headers.cookie ?? ''
  const classId = records.classes[0]?.classId ?? ''
  const sheetUrl = `/api/v1/schools/${schoolCode}/years/${records.schoolYear}/lower-secondary/classes/${classId}/sheets/TOAN`
  const live: LiveGradebook = {
    state: 'up',
    answerApi: (request, response) => {
      if (live.state === 'stopped') request.socket.destroy()
      else {
        const cookie = live.state === 'signed-out' ? '' : cookieOf(request.headers['x-who'])
        void relay(server, request, response, { cookie, isAnswerless: live.state === 'answerless' })
      }
      return true
    },
    read: async (studentCode, path) => {
      const headers = { cookie: cookieOf('teacher') }
      const { cells } = (await server.inject({ method: 'GET', url: sheetUrl, headers })).json<{
        readonly cells: readonly (Kept & { readonly studentCode: string; readonly path: string })[]
      }>()
      const cell = cells.find((one) => one.studentCode === studentCode && one.path === path)
      return { value: cell?.value ?? null, version: cell?.version ?? 0 }
    },
    close: () => opened.close(),
  }
  return live
}

interface Relaying {
  readonly cookie: string
  readonly isAnswerless: boolean
}

const relay = async (
  server: FastifyInstance,
  request: IncomingMessage,
  response: ServerResponse,
  { cookie, isAnswerless }: Relaying,
): Promise<void> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const answer = await server.inject({
    method: request.method === 'POST' ? 'POST' : 'GET',
    url: request.url ?? '/',
    headers: { ...request.headers, cookie },
    ...(chunks.length > 0 ? { payload: Buffer.concat(chunks) } : {}),
  })
  if (isAnswerless) {
    request.socket.destroy()
    return
  }
  response.writeHead(answer.statusCode, { 'content-type': String(answer.headers['content-type']) })
  response.end(answer.rawPayload)
}
