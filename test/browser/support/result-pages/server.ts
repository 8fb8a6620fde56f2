import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../../../src/adapters/postgres/connect.ts'
import type { SchoolYearRecords } from '../../../../src/records/index.ts'
import { openGradebookServer, type GradebookServer } from '../../../server/support/gradebook-server.ts'
import { homeroomTeacherOf, principalOf, registrarOf, schools, staffName, writerOf } from './school.ts'
import { buildWebFiles, type WebFiles } from './web-files.ts'

/** The pages of results over the whole server and a real database, for a principal who is signed in. */
export interface ResultsServer {
  /** 'http://127.0.0.1:…' */
  readonly url: string
  readonly bugs: readonly unknown[]
  close(): Promise<void>
}

/** Who may look at a page: by default the principal looks and the teacher of mathematics writes. */
export type Onlooker = 'principal' | 'teacher' | 'homeroom-teacher' | 'registrar' | 'administrator'

/** What the browser of each sends along. */
type Cookies = Readonly<Record<Onlooker, string>>

/** A database that holds the invented schools. */
export interface SchoolsDatabase {
  readonly school: Database<'school'>
  readonly url: string
  /** For laying down accounts and sessions. */
  readonly superuserUrl: string
}

export const openResultsServer = async (database: SchoolsDatabase): Promise<ResultsServer> => {
  const files = await buildWebFiles()
  const whole = await openGradebookServer({ ...database, clock: () => new Date('2026-09-02T08:00:00+07:00') })
  const cookies = await signInAll(whole)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://here').pathname
    const records = recordsOf(path) ?? recordsOf(request.headers.referer ?? '')
    if (path === '/favicon.ico') response.writeHead(204).end()
    else if (path.startsWith('/truong/')) void sendFile(files, path, response)
    else void passOn(whole.server, request, response, cookieOf(cookies, records, request))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bugs: whole.bugs,
    close: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
      await whole.close()
      await files.remove()
    },
  }
}

const recordsOf = (address: string): SchoolYearRecords | undefined =>
  schools.find(({ school }) => address.includes(`/${school.code}/`))

const signInAll = async (whole: GradebookServer): Promise<ReadonlyMap<string, Cookies>> => {
  const cookies = new Map<string, Cookies>()
  for (const records of schools) cookies.set(records.school.code, await signInOf(whole, records))
  return cookies
}

const signInOf = async (whole: GradebookServer, records: SchoolYearRecords): Promise<Cookies> => {
  const schoolCode = records.school.code
  const codes = {
    principal: principalOf(records),
    teacher: writerOf(records),
    'homeroom-teacher': homeroomTeacherOf(records),
    registrar: registrarOf(records),
    administrator: 'QT01',
  }
  // At the primary school the teacher of mathematics leads the class as well.
  const staffCodes = [...new Set(Object.values(codes))]
  const sessions = await whole.signIn(
    ...staffCodes.map((staffCode) => ({
      schoolCode,
      staffCode,
      fullName: staffCode === codes.administrator ? 'Vi Thị Hạnh' : staffName(records, staffCode),
      isAdministrator: staffCode === codes.administrator,
    })),
  )
  const cookieBy = (staffCode: string): string =>
    sessions[staffCodes.indexOf(staffCode)]?.headers.cookie ?? ''
  return {
    principal: cookieBy(codes.principal),
    teacher: cookieBy(codes.teacher),
    'homeroom-teacher': cookieBy(codes['homeroom-teacher']),
    registrar: cookieBy(codes.registrar),
    administrator: cookieBy(codes.administrator),
  }
}

// Whoever writes is the teacher; a page may ask to be looked at by somebody else.
const cookieOf = (
  cookies: ReadonlyMap<string, Cookies>,
  records: SchoolYearRecords | undefined,
  { method, headers }: IncomingMessage,
): string => {
  const who = (headers['x-as'] ?? (method === 'GET' ? 'principal' : 'teacher')) as Onlooker
  return cookies.get(records?.school.code ?? '')?.[who] ?? ''
}

const passOn = async (
  api: FastifyInstance,
  request: IncomingMessage,
  response: ServerResponse,
  cookie: string,
): Promise<void> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const answer = await api.inject({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: { ...(request.headers as Record<string, string>), cookie },
    ...(parts.length === 0 ? {} : { payload: Buffer.concat(parts) }),
  })
  response.writeHead(answer.statusCode, { 'content-type': answer.headers['content-type'] ?? 'text/plain' })
  response.end(answer.rawPayload)
}

const sendFile = async (files: WebFiles, path: string, response: ServerResponse): Promise<void> => {
  const file = await files.find(path.slice('/truong/'.length))
  if (file === undefined) {
    response.writeHead(404).end()
    return
  }
  response.setHeader('content-type', file.type)
  response.end(file.bytes)
}
