import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { SecondDatum } from '../../../lookup/index.ts'
import type { Portal, PortalPorts } from '../portal-contract.ts'
import { problemOf, type Problem } from '../problems.ts'
import { readFile } from '../read-file.ts'
import { maxFileBytes } from '../settings.ts'
import { addAssets } from './assets.ts'
import { maskedPage, openedPage } from './code-pages.ts'
import { filePage } from './file-page.ts'
import { homePage, noticeBox } from './home-page.ts'
import { writePage, type Page, type Surroundings } from './layout.ts'
import { parseBirthDate } from './moments.ts'
import { english } from './words-en.ts'
import { vietnamese } from './words-vi.ts'
import type { VerdictWords, Words } from './words.ts'

const access = { config: { access: 'public' } } as const

/** Vietnamese unless English is asked for, in the address: nothing is remembered about a visitor. */
const wordsFor = ({ query }: FastifyRequest): Words =>
  (query as Readonly<Record<string, unknown>>)['lang'] === 'en' ? english : vietnamese

type Show = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  make: (words: Words) => Page,
) => FastifyReply

const showWith =
  (surroundings: Omit<Surroundings, 'words'>): Show =>
  (request, reply, status, make) => {
    const words = wordsFor(request)
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('content-language', words.language)
      .send(writePage({ ...surroundings, words }, make(words)))
  }

/** What a form holds, as texts; what else it may be counts as not sent. */
const fieldsOf = ({ body }: FastifyRequest): Readonly<Record<string, string>> =>
  typeof body === 'object' && body !== null ? (body as Record<string, string>) : {}

/** What is wrong with a form before anything is searched for. */
type Complaint = 'noCode' | 'badDate' | 'halfDatum'

const readDatum = (
  { 'ngay-sinh': typed = '', 'so-cuoi': lastFour = '' }: Readonly<Record<string, string>>,
  { secondDatum }: PortalPorts['settings'],
): SecondDatum | Complaint | undefined => {
  const needsFour = secondDatum === 'birth-date-and-last-four'
  if (typed.trim() === '' && lastFour.trim() === '') return undefined
  if (typed.trim() === '' || (needsFour && lastFour.trim() === '')) return 'halfDatum'
  const birthDate = parseBirthDate(typed)
  return birthDate === undefined ? 'badDate' : { birthDate, lastFourDigits: lastFour.trim() }
}

/** Answers a code, with the second datum where it came. */
const answerCode = async (
  code: string,
  datum: SecondDatum | undefined,
  {
    request,
    reply,
    ports,
    show,
  }: { request: FastifyRequest; reply: FastifyReply; ports: PortalPorts; show: Show },
): Promise<FastifyReply> => {
  const answer = await ports.lookUpCode(code, datum)
  const now = new Date()
  if (answer.kind === 'not-found')
    return show(request, reply, 404, (words) =>
      homePage(words, ports.settings, { code }, noticeBox(words.problems.notFound)),
    )
  return show(request, reply, 200, (words) =>
    answer.kind === 'masked'
      ? maskedPage(answer.years, code, { words, ports, now })
      : openedPage(answer.years, { words, ports, now }),
  )
}

const addCodeRoutes = (server: FastifyInstance, ports: PortalPorts, show: Show): void => {
  server.get('/', access, (request, reply) =>
    show(request, reply, 200, (words) => homePage(words, ports.settings)),
  )
  // The address in a QR code: the code and nothing else.
  server.get<{ Params: { ma: string } }>(
    '/:ma(^[0-9a-fA-F-]{32,36}$)',
    { config: { ...access.config, costsWork: true } },
    (request, reply) => answerCode(request.params.ma, undefined, { request, reply, ports, show }),
  )
  server.post('/tra-cuu', access, async (request, reply) => {
    const fields = fieldsOf(request)
    const code = fields['ma']?.trim() ?? ''
    const datum = code === '' ? 'noCode' : readDatum(fields, ports.settings)
    if (typeof datum === 'string')
      return show(request, reply, 400, (words) =>
        homePage(words, ports.settings, { code }, noticeBox(words.problems[datum])),
      )
    return answerCode(code, datum, { request, reply, ports, show })
  })
}

const addFileRoute = (server: FastifyInstance, ports: PortalPorts, show: Show): void => {
  server.post('/xac-thuc', { ...access, bodyLimit: maxFileBytes }, async (request, reply) => {
    const answer = await ports.lookUpFile(await readFile(request))
    return show(request, reply, 200, (words) => filePage(answer, { words, now: new Date() }))
  })
}

const problemWords = ({ problems }: Words, { status }: Problem): VerdictWords => {
  if (status === 429) return problems.tooMany
  if (status === 413) return problems.tooLarge
  return status === 400 ? problems.noFile : problems.other
}

/** A problem as a page, with the forms below it to try again. */
const addErrorPages = (server: FastifyInstance, ports: PortalPorts, show: Show): void => {
  server.setErrorHandler((error, request, reply) => {
    const found = problemOf(error)
    if (found.instance !== undefined)
      ports.report?.(found.instance, `${request.method} ${request.routeOptions.url ?? ''}`, error)
    if (found.retryAfter !== undefined) reply.header('retry-after', String(found.retryAfter))
    return show(request, reply, found.status, (words) => {
      const { problems } = words
      const retry = found.retryAfter === undefined ? undefined : problems.retry(found.retryAfter)
      const instance = found.instance === undefined ? undefined : `${problems.instance} ${found.instance}`
      return homePage(words, ports.settings, {}, noticeBox(problemWords(words, found), retry, instance))
    })
  })
}

/** The public pages (cổng tra cứu): code or file in, verdict first; they work without a script. */
export const portal: Portal = async (server, ports) => {
  const assets = await addAssets(server)
  const { demonstration } = ports.settings
  const show = showWith({ assets, demonstration, maxFileBytes })
  addErrorPages(server, ports, show)
  addCodeRoutes(server, ports, show)
  addFileRoute(server, ports, show)
}
