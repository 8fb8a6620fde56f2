import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { colleagues } from '../database/support/finished-class.ts'
import { digestAll } from '../database/support/rows.ts'
import {
  acts,
  everybody,
  letters,
  stages,
  type Act,
  type Answers,
  type Letter,
  type Stage,
} from './support/book-acts.ts'
import {
  answerOpen,
  closeOrder,
  openBooksOnTheWay,
  sitIfAny,
  type BookRequest,
  type BooksOnTheWay,
} from './support/book-requests.ts'
import type { Colleague } from './support/books-server.ts'

let way: BooksOnTheWay
beforeAll(async () => {
  way = await openBooksOnTheWay()
})
afterAll(() => way.close())

/** Takes the class to a stage, from the one before. */
const reach: Readonly<Record<Stage, () => Promise<void>>> = {
  'being entered': () => Promise.resolve(),
  confirmed: () => way.confirmAll(),
  // By the last act of the stage before.
  'carried over': () => Promise.resolve(),
  issued: async () => {
    await answerAndCloseAll()
    const { clerk, subjectTeacher, artsTeacher, homeroomTeacher, principal } = colleagues
    for (const who of [subjectTeacher, artsTeacher, homeroomTeacher, principal]) await sitIfAny(way, who)
    await sitIfAny(way, clerk, 'seal')
  },
}

/** What somebody asked for above and nobody took back: a cell sent back, orders in force. */
const answerAndCloseAll = async (): Promise<void> => {
  await answerOpen(way)
  const { body } = await way.ask('principal', 'GET', '/entry-orders')
  for (const { orderId } of body['orders'] as readonly { readonly orderId: string }[])
    await closeOrder(way, orderId)
}

const expectedOf = ({ done = '', once = '', wrong = '', absent = '' }: Answers, letter: Letter): number => {
  if (`${done}${once}`.includes(letter)) return 200
  if (wrong.includes(letter)) return 409
  return absent.includes(letter) ? 404 : 403
}

const send = (act: Act, by: Colleague, { path, body }: BookRequest) =>
  way.ask(by, act.operation.startsWith('DELETE') ? 'DELETE' : 'POST', path, body)

describe.each(stages)('a class that is %s', (stage) => {
  beforeAll(() => reach[stage]())

  it.each(acts)('answers everybody who asks for $operation', async (act) => {
    const expected = letters.map((letter) => [letter, expectedOf(act.at[stage], letter)])
    const found: (readonly [Letter, number])[] = []
    for (const letter of letters) {
      const by = everybody[letter]
      const sent = await act.request(way, by)
      const before = await digestAll(way.bench.server)
      const answer = await send(act, by, sent)
      found.push([letter, answer.status])
      if (answer.status === 200) await expectRepeated(act, stage, { letter, sent, body: answer.body })
      else {
        if (answer.status === 409)
          expect([letter, answer.detail]).toEqual([letter, expect.stringMatching(/^\p{Lu}.{15,}/u)])
        expect(await digestAll(way.bench.server)).toEqual(before)
      }
    }
    expect(found).toEqual(expected)
  })
})

interface Success {
  readonly letter: Letter
  readonly sent: BookRequest
  readonly body: object
}

/** Sent again it is answered as it was, or refused where it is done once; either way nothing is written. */
const expectRepeated = async (act: Act, stage: Stage, { letter, sent, body }: Success): Promise<void> => {
  await act.settle?.(way)
  const before = await digestAll(way.bench.server)
  const again = await send(act, everybody[letter], sent)
  if (act.at[stage].once?.includes(letter) === true) expect([letter, again.status]).toEqual([letter, 409])
  else {
    const lasting = act.lasting ?? ((whole: object) => whole)
    expect([letter, again.status, lasting(again.body)]).toEqual([letter, 200, lasting(body)])
  }
  expect(await digestAll(way.bench.server)).toEqual(before)
  await act.undo?.(way, sent, stage)
}

it('are all the acts of the books that the API documents', () => {
  const { paths } = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8')) as {
    readonly paths: Readonly<Record<string, object>>
  }
  const year = '/api/v1/schools/{schoolCode}/years/{schoolYear}/{level}'
  const ofBooks = /confirmation|covers|carry-over|send-backs|entry-orders|corrections|sittings/
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    path.startsWith(year) && ofBooks.test(path)
      ? Object.keys(methods)
          .filter((method) => method !== 'get')
          .map((method) => `${method.toUpperCase()} ${path.slice(year.length)}`)
      : [],
  )
  expect([...new Set(acts.map(({ operation }) => operation))].sort()).toEqual(documented.sort())
})
