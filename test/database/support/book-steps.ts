import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { answerSendBack } from '../../../src/adapters/postgres/books/answer-cell.ts'
import { confirmCovers } from '../../../src/adapters/postgres/books/confirm-covers.ts'
import { requestCorrection } from '../../../src/adapters/postgres/books/corrections.ts'
import { decideCorrection } from '../../../src/adapters/postgres/books/decide-correction.ts'
import { sendBackCell } from '../../../src/adapters/postgres/books/send-back.ts'
import type { SheetName } from '../../../src/gradebook/index.ts'
import { Refusal } from '../../../src/shared/refusal.ts'
import { actorsOf } from './actors.ts'
import { closeAgain, makeAnewNow, openAgain, writeCell } from './edit-books.ts'
import { carryOverNow, colleagues, making } from './finished-class.ts'
import type { CarriedOverClass } from './issued-class.ts'
import { askAll } from './rows.ts'

/** The pupils of the class. */
export const pupils = ['7A0001', '7A0002'] as const

/** One thing that somebody does in the course of closing a year. */
export type Step =
  | {
      readonly do: 'edit'
      readonly sheet: SheetName
      readonly pupil: string
      readonly path: string
      readonly value: string | null
      /** Whether the report is made anew with it, as an answer to a sent-back cell does. */
      readonly isMade: boolean
    }
  | { readonly do: 'profile'; readonly pupil: string; readonly value: string }
  | { readonly do: 'make-anew' | 'carry-over' | 'covers' | 'seal' }
  | {
      /** A cell goes back and is answered, changed or kept; or waits for its answer. */
      readonly do: 'send-back'
      readonly pupil: string
      readonly answer: 'change' | 'keep' | 'wait'
    }
  | { readonly do: 'correct'; readonly pupil: string; readonly decision: 'granted' | 'refused' | 'none' }
  | { readonly do: 'sign'; readonly who: keyof typeof colleagues }

const pupil = fc.constantFrom(...pupils)
const edits = fc.constantFrom<readonly [SheetName, string, readonly (string | null)[]]>(
  ['TOAN', 'terms.2.finalMark', ['4', '9.5', '10', null]],
  ['NGU_VAN', 'comment', ['Em viết đều tay.', 'Em đọc to, rõ.']],
  ['GDTC', 'terms.2.finalResult', ['pass', 'not-pass']],
  ['homeroom', 'comment', ['Em là tổ trưởng gương mẫu.', 'Em hay giúp bạn.']],
  ['homeroom', 'conduct.2', ['good', 'fair', 'not-pass']],
)
const signer = fc.constantFrom('principal', 'homeroomTeacher', 'subjectTeacher', 'artsTeacher')

/** What comes next, whether the law of the house allows it or not. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: signer.map((who): Step => ({ do: 'sign', who })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(edits, pupil, fc.nat(), fc.boolean())
      .map(([[sheet, path, values], one, at, isMade]): Step => {
        const value = values[at % values.length] ?? null
        return { do: 'edit', sheet, pupil: one, path, value, isMade }
      }),
  },
  { weight: 3, arbitrary: fc.constantFrom<Step>({ do: 'make-anew' }, { do: 'carry-over' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'seal' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pupil, fc.constantFrom('Thái', 'Mông', 'Kinh'))
      .map(([one, value]): Step => ({ do: 'profile', pupil: one, value })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'covers' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pupil, fc.constantFrom('change', 'keep', 'wait'))
      .map(([one, answer]): Step => ({ do: 'send-back', pupil: one, answer })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(pupil, fc.constantFrom('granted', 'refused', 'none'))
      .map(([one, decision]): Step => ({ do: 'correct', pupil: one, decision })),
  },
)

/** Under an order, which is closed again behind it. */
const edit = async (
  bench: CarriedOverClass,
  wanted: Extract<Step, { do: 'edit' }>,
  now: Date,
): Promise<void> => {
  const orderId = await openAgain(bench, now)
  const write = writeCell(bench, wanted.sheet, [wanted.pupil, wanted.path, wanted.value], now)
  // A book that went out is closed to everybody.
  await write.catch((error: unknown) => {
    if (!String(error).includes('đã phát hành')) throw error
  })
  await closeAgain(bench, orderId, now)
  if (wanted.isMade) await makeAnewNow(bench, [wanted.pupil], now)
}

const sendBack = async (
  bench: CarriedOverClass,
  { pupil: studentCode, answer }: Extract<Step, { do: 'send-back' }>,
  now: Date,
): Promise<void> => {
  const { principal, subjectTeacher } = actorsOf(bench)
  const wanted = {
    sendBackId: randomUUID(),
    studentCode,
    path: 'terms.2.finalMark',
    reason: 'Bài thi ghi điểm khác với sổ',
  }
  const found = await sendBackCell(bench.database, { ...bench.place, sheet: 'NGU_VAN' }, wanted, {
    actor: principal,
    now,
  })
  if (found === undefined || answer === 'wait') return
  const value = found.valueThen === '6.5' ? '7' : '6,5'
  await answerSendBack(
    bench.database,
    bench.place,
    found.sendBackId,
    answer === 'keep'
      ? { keep: true, value: null, words: 'Đã đối chiếu bài thi' }
      : { keep: false, value, words: '' },
    { actor: subjectTeacher, now, making },
  )
}

const correct = async (
  bench: CarriedOverClass,
  { pupil: studentCode, decision }: Extract<Step, { do: 'correct' }>,
  now: Date,
): Promise<void> => {
  const { principal, homeroomTeacher } = actorsOf(bench)
  const [mark] = await askAll<{ readonly value: string }>(
    bench.server,
    `select value from school.assessment
     where student_code = $1 and subject = 'TOAN' and term = 2 and kind = 'final'`,
    [studentCode],
  )
  const oldValue = (mark?.value ?? '').replace('.', ',')
  const sent = {
    correctionId: randomUUID(),
    studentCode,
    subject: 'TOAN',
    field: 'terms.2.finalMark',
    oldValue,
    newValue: oldValue === '9,5' ? '8' : '9,5',
    reason: 'Cộng sót điểm bài cuối kì',
    evidence: 'Bài kiểm tra cuối kì II, lưu ở tổ Toán',
  } as const
  await requestCorrection(bench.database, bench.place, sent, { actor: homeroomTeacher, now })
  if (decision === 'none') return
  const decided =
    decision === 'granted'
      ? ({ decision, decisionNumber: '61/QĐ-THCS', decidedOn: '2027-05-24', words: '' } as const)
      : ({ decision, words: 'Bài kiểm tra ghi đúng như sổ' } as const)
  const acting = { actor: principal, now, making }
  await decideCorrection(bench.database, bench.place, sent.correctionId, decided, acting)
}

const take = async (bench: CarriedOverClass, one: Step, now: Date): Promise<unknown> => {
  switch (one.do) {
    case 'edit':
      return edit(bench, one, now)
    case 'profile':
      return askAll(bench.server, 'update school.enrolment set ethnicity = $2 where student_code = $1', [
        one.pupil,
        one.value,
      ])
    case 'make-anew':
      return makeAnewNow(bench, pupils, now)
    case 'carry-over':
      return carryOverNow(bench, 'year', now)
    case 'covers':
      return confirmCovers(bench.database, bench.place, {
        teacher: colleagues.homeroomTeacher,
        now,
        making,
      })
    case 'sign':
      return bench.sit(colleagues[one.who])
    case 'seal':
      return bench.sit(colleagues.clerk, 'seal')
    case 'send-back':
      return sendBack(bench, one, now)
    case 'correct':
      return correct(bench, one, now)
  }
}

/** What the law of the house forbids at this moment is simply not done. */
export const attempt = async (bench: CarriedOverClass, one: Step, now: Date): Promise<void> => {
  await take(bench, one, now).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}
