import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Database } from '../../../../src/adapters/postgres/connect.ts'
import type { SchoolYearRecords } from '../../../../src/records/index.ts'
import { openGradebookServer, type GradebookServer } from '../../../server/support/gradebook-server.ts'
import { answerSetUp, principalOf, schools, staffName, writerOf } from './school.ts'
import { buildWebFiles, type WebFiles } from './web-files.ts'

/** The pages of results over the whole server and a real database, for a principal who is signed in. */
export interface ResultsServer {
  /** 'http://127.0.0.1:…' */
  readonly url: string
  readonly bugs: readonly unknown[]
  close(): Promise<void>
}

/** The sessions of a school: the principal looks, the teacher of mathematics writes. */
interface Sessions {
  readonly looks: string
  readonly writes: string
}

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
  const sessions = await signInAll(whole)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://here').pathname
    const records = recordsOf(path) ?? recordsOf(request.headers.referer ?? '')
    const setUp = records === undefined ? undefined : answerSetUp(path, records)
    if (setUp !== undefined) answerJson(response, setUp)
    else if (path === '/favicon.ico') response.writeHead(204).end()
    else if (path.startsWith('/truong/')) void sendFile(files, path, response)
    else void passOn(whole.server, request, response, cookieOf(sessions, records, request))
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

const signInAll = async (whole: GradebookServer): Promise<ReadonlyMap<string, Sessions>> => {
  const sessions = new Map<string, Sessions>()
  for (const records of schools) {
    const schoolCode = records.school.code
    const person = (staffCode: string) => ({
      schoolCode,
      staffCode,
      fullName: staffName(records, staffCode),
    })
    const [principal, writer] = await whole.signIn(person(principalOf(records)), person(writerOf(records)))
    sessions.set(schoolCode, {
      looks: principal?.headers.cookie ?? '',
      writes: writer?.headers.cookie ?? '',
    })
  }
  return sessions
}

// Whoever writes is the teacher; a page may ask to be looked at by the teacher too.
const cookieOf = (
  sessions: ReadonlyMap<string, Sessions>,
  records: SchoolYearRecords | undefined,
  { method, headers }: IncomingMessage,
): string => {
  const own = sessions.get(records?.school.code ?? '')
  return (method === 'GET' && headers['x-as'] !== 'teacher' ? own?.looks : own?.writes) ?? ''
}

const answerJson = (response: ServerResponse, answer: object): void => {
  response.setHeader('content-type', 'application/json')
  response.end(JSON.stringify(answer))
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
