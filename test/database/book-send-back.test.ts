import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/accounts/index.ts'
import { answerSendBack } from '../../src/adapters/postgres/books/answer-cell.ts'
import { readClassReadiness } from '../../src/adapters/postgres/books/class-readiness.ts'
import type { WantedSendBack } from '../../src/adapters/postgres/books/known-send-back.ts'
import { listSendBacks } from '../../src/adapters/postgres/books/list-sent-back.ts'
import type { CellAnswer } from '../../src/adapters/postgres/books/read-answer.ts'
import { sendBackCell } from '../../src/adapters/postgres/books/send-back.ts'
import { listTrace } from '../../src/adapters/postgres/gradebook/trace.ts'
import type { SheetName } from '../../src/gradebook/index.ts'
import { actorsOf } from './support/actors.ts'
import { colleagues, openFinishedClass, yearEnd } from './support/finished-class.ts'
import { save, saveOf, want } from './support/gradebook.ts'
import { issueAll, openCarriedOver, signThrough, type CarriedOverClass } from './support/issued-class.ts'
import { askAll } from './support/rows.ts'
import { listSigned, reasonsOf } from './support/signing-bench.ts'

let school: CarriedOverClass
let actors: ReturnType<typeof actorsOf>

beforeAll(async () => {
  school = await openCarriedOver()
  actors = actorsOf(school)
  await signThrough(school)
})
afterAll(() => school.close())
// A cell left open by one test would be in the way of the next.
afterEach(async () => {
  const open = await listSendBacks(school.database, school.place, actors.principal, { isOpen: true })
  for (const { sendBackId, sheet } of open)
    await keep(sheet === 'homeroom' ? actors.homeroomTeacher : actors.subjectTeacher, sendBackId)
})

const wanted = (more: Partial<WantedSendBack> = {}): WantedSendBack => ({
  sendBackId: randomUUID(),
  studentCode: '7A0001',
  path: 'terms.2.finalMark',
  reason: 'Bài thi ghi 6,5 điểm, sổ ghi khác',
  ...more,
})

const send = (by: Actor, more: Partial<WantedSendBack> = {}, sheet: SheetName = 'NGU_VAN', of = school) =>
  sendBackCell(of.database, { ...of.place, sheet }, wanted(more), { actor: by, now: yearEnd })

const sent = async (...how: Parameters<typeof send>): Promise<string> => {
  const found = await send(...how)
  if (found === undefined) throw new Error('there is no such sheet')
  return found.sendBackId
}

const answer = (by: Actor, sendBackId: string, more: Partial<CellAnswer> = {}) =>
  answerSendBack(
    school.database,
    school.place,
    sendBackId,
    { keep: false, value: '6,5', words: '', ...more },
    { actor: by, now: yearEnd, making: school.making },
  )

const keep = (by: Actor, sendBackId: string, words = 'Đã đối chiếu bài thi, đúng như sổ') =>
  answer(by, sendBackId, { keep: true, value: null, words })

const valueOf = async (path: string, sheet: SheetName = 'NGU_VAN'): Promise<string | null | undefined> => {
  const trace = await listTrace(school.database, school.place, { sheet, studentCode: '7A0001', path })
  return trace?.[0]?.after
}

describe('sending a cell back', () => {
  it('is for heads of the school, the homeroom teacher of the class and the group head of the lesson', async () => {
    for (const by of [actors.principal, actors.vicePrincipal, actors.homeroomTeacher, actors.groupHead]) {
      const found = await send(by)
      expect(found).toMatchObject({
        className: '7A',
        sheetTitle: 'Ngữ văn',
        studentCode: '7A0001',
        columnTitle: expect.stringContaining('cuối kì') as string,
        responsible: 'Ngân Thị Lụa',
        byName: by.fullName,
        answer: null,
        isOwn: true,
        canAnswer: false,
      })
      await keep(actors.subjectTeacher, found?.sendBackId ?? '')
    }
    for (const by of [actors.subjectTeacher, actors.artsTeacher, actors.registrar, actors.administrator])
      await expect(send(by)).rejects.toThrow(/Chỉ ban giám hiệu/)
    await expect(send(actors.groupHead, {}, 'TOAN')).rejects.toThrow(/Chỉ ban giám hiệu/)
  })

  it('asks for a reason and for a cell that there is', async () => {
    await expect(send(actors.principal, { reason: 'sai' })).rejects.toThrow(/5 kí tự/)
    await expect(send(actors.principal, { path: 'terms.3.finalMark' })).rejects.toThrow(/không có ô/)
    await expect(send(actors.principal, { path: 'computed.terms.1' })).rejects.toThrow(/không có ô/)
    await expect(send(actors.principal, { studentCode: '7A9999' })).rejects.toThrow(/không có học sinh/)
    expect(await send(actors.principal, {}, 'HOA_HOC')).toBeUndefined()
  })

  it('twice is once; another person’s wish, or another reason, waits for the answer', async () => {
    const one = wanted()
    const first = await send(actors.principal, one)
    expect(await send(actors.principal, one)).toEqual(first)
    expect(await send(actors.principal, { reason: one.reason })).toEqual(first)
    await expect(send(actors.vicePrincipal, { reason: one.reason })).rejects.toThrow(/Quàng Thị Thời trả lại/)
    await expect(send(actors.principal, { reason: 'Một lí do khác hẳn' })).rejects.toThrow(/chưa có trả lời/)
    await expect(send(actors.principal, { ...one, path: 'comment' })).rejects.toThrow(/nội dung khác/)
    await keep(actors.subjectTeacher, one.sendBackId)
  })

  it('by two at once happens once', async () => {
    const outcomes = await Promise.allSettled([send(actors.principal), send(actors.vicePrincipal)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    for (const outcome of outcomes)
      if (outcome.status === 'fulfilled') await keep(actors.subjectTeacher, outcome.value?.sendBackId ?? '')
  })

  it('before a sheet is confirmed is not needed, and refused', async () => {
    const open = await openFinishedClass()
    await expect(
      sendBackCell(open.database, { ...open.place, sheet: 'NGU_VAN' }, wanted(), {
        actor: actorsOf(open).principal,
        now: yearEnd,
      }),
    ).rejects.toThrow(/chưa được xác nhận/)
    await open.close()
  })
})

describe('a cell that went back', () => {
  it('is in the lists of whom it concerns, and of nobody else', async () => {
    const id = await sent(actors.groupHead)
    const listOf = async (actor: Actor) =>
      (await listSendBacks(school.database, school.place, actor, { isOpen: true })).map(
        ({ sendBackId, canAnswer, isOwn }) => [sendBackId, canAnswer, isOwn],
      )
    expect(await listOf(actors.subjectTeacher)).toEqual([[id, true, false]])
    expect(await listOf(actors.groupHead)).toEqual([[id, false, true]])
    expect(await listOf(actors.homeroomTeacher)).toEqual([[id, false, false]])
    expect(await listOf(actors.principal)).toEqual([[id, false, false]])
    for (const by of [actors.artsTeacher, actors.registrar, actors.administrator])
      expect(await listOf(by)).toEqual([])
    await keep(actors.subjectTeacher, id)
    expect(await listOf(actors.subjectTeacher)).toEqual([])
    const all = await listSendBacks(school.database, school.place, actors.subjectTeacher, {
      isOpen: null,
    })
    const kept = { sendBackId: id, answer: 'kept', answeredBy: 'Ngân Thị Lụa' }
    expect(all).toContainEqual(expect.objectContaining(kept))
  })

  it('holds the pupil’s report, and no one else’s, until it is answered', async () => {
    const id = await sent(actors.principal)
    const plan = await school.plan(colleagues.clerk, 'seal')
    expect(plan.eligible).toBe(2)
    expect(reasonsOf(plan)).toEqual([expect.stringContaining('Ngữ văn')])
    await keep(actors.subjectTeacher, id)
    expect((await school.plan(colleagues.clerk, 'seal')).eligible).toBe(3)
  })

  it('is written by its answer alone', async () => {
    const id = await sent(actors.principal)
    const place = { ...school.place, sheet: 'NGU_VAN' } as const
    const [outcome] = await save(
      school.database,
      saveOf(place, [want('7A0001', 'terms.2.finalMark', '6.5', 1)], { now: yearEnd }),
    )
    expect(outcome?.outcome).toBe('refused')
    await keep(actors.subjectTeacher, id)
  })
})

describe('the answer', () => {
  it('is given by who answers for the sheet alone', async () => {
    const id = await sent(actors.principal)
    for (const by of [actors.artsTeacher, actors.homeroomTeacher, actors.principal, actors.administrator])
      await expect(keep(by, id)).rejects.toThrow(/Chỉ Ngân Thị Lụa/)
    await keep(actors.subjectTeacher, id)
    const conduct = await sent(actors.principal, { path: 'conduct.2' }, 'homeroom')
    await expect(keep(actors.subjectTeacher, conduct)).rejects.toThrow(/Chỉ Kha Văn Tiến/)
    await keep(actors.homeroomTeacher, conduct)
    expect(await answer(actors.subjectTeacher, randomUUID())).toBeUndefined()
  })

  it('that the cell stays asks for words, leaves everything as it was, and is given once', async () => {
    const before = await listSigned(school)
    const id = await sent(actors.principal)
    await expect(keep(actors.subjectTeacher, id, '')).rejects.toThrow(/còn trống/)
    const kept = await keep(actors.subjectTeacher, id)
    expect(kept).toMatchObject({ sendBack: { answer: 'kept' }, fallen: [] })
    expect(await keep(actors.subjectTeacher, id)).toEqual(kept)
    await expect(answer(actors.subjectTeacher, id)).rejects.toThrow(/đã được Ngân Thị Lụa trả lời/)
    expect(await listSigned(school)).toEqual(before)
  })

  it('is judged as any cell is', async () => {
    const id = await sent(actors.principal)
    await expect(answer(actors.subjectTeacher, id, { value: '65' })).rejects.toThrow(/Điểm từ 0 đến 10/)
    await expect(answer(actors.subjectTeacher, id, { value: '' })).rejects.toThrow(/bắt buộc/)
    const standing = await valueOf('terms.2.finalMark')
    await expect(answer(actors.subjectTeacher, id, { value: standing ?? '' })).rejects.toThrow(/giữ nguyên/)
    await keep(actors.subjectTeacher, id)
  })

  it('that changes the cell brings down the signatures over it, confirms and carries it over with it', async () => {
    const before = await listSigned(school)
    const id = await sent(actors.principal)
    const done = await answer(actors.subjectTeacher, id)
    expect(done?.sendBack).toMatchObject({ answer: 'changed', valueAfter: '6.5' })
    expect(done?.fallen.map(({ slotId, fullName }) => `${slotId} ${fullName ?? ''}`)).toEqual([
      's-gv-CB03 Ngân Thị Lụa',
      's-gvcn Kha Văn Tiến',
      's-hieutruong Quàng Thị Thời',
    ])
    const after = await listSigned(school)
    expect(before.filter((one) => !after.includes(one))).toEqual([
      's-gv-CB03 7A0001',
      's-gvcn 7A0001',
      's-hieutruong 7A0001',
    ])
    expect(await answer(actors.subjectTeacher, id)).toEqual(done)
    expect(await listSigned(school)).toEqual(after)
    const [latest] =
      (await listTrace(school.database, school.place, { sheet: 'NGU_VAN', studentCode: '7A0001' })) ?? []
    expect(latest).toMatchObject({
      kind: 'answer',
      path: 'terms.2.finalMark',
      after: '6.5',
      byName: 'Ngân Thị Lụa',
    })
    const readiness = await readClassReadiness(school.database, school.place)
    expect(readiness?.carriedOver?.differs).toBe(false)
    expect(readiness?.sheets.filter(({ state }) => state !== 'confirmed')).toEqual([])
    const [report] = await askAll<{ draft: number }>(
      school.server,
      `select draft from school.report
       where student_code = '7A0001' and version = 1 and is_current`,
    )
    expect(report?.draft).toBe(2)
  })

  it('after which the year cannot be reported takes the report out of the signing, and says why', async () => {
    const id = await sent(actors.principal, { studentCode: '7A0002', path: 'conduct.2' }, 'homeroom')
    const done = await answer(actors.homeroomTeacher, id, { value: 'Chưa đạt' })
    expect(done?.notMade).toContain('Chờ đánh giá lại')
    expect(await answer(actors.homeroomTeacher, id, { value: 'Chưa đạt' })).toEqual(done)
    const current = await askAll(
      school.server,
      `select draft from school.report where student_code = '7A0002' and version > 0 and is_current`,
    )
    expect(current).toEqual([])
    const readiness = await readClassReadiness(school.database, school.place)
    expect(readiness?.carriedOver).toMatchObject({ differs: false, notMade: [{ studentCode: '7A0002' }] })
  })

  it('does not hide what else was changed since the sheet was confirmed', async () => {
    const id = await sent(actors.principal, { studentCode: '7A0003' })
    await askAll(
      school.server,
      `update school.assessment set value = '4', version = version + 1
       where student_code = '7A0003' and subject = 'NGU_VAN' and kind = 'final' and term = 1`,
    )
    await answer(actors.subjectTeacher, id)
    const readiness = await readClassReadiness(school.database, school.place)
    expect(readiness?.carriedOver?.differs).toBe(true)
    expect(readiness?.sheets.find(({ sheet }) => sheet === 'NGU_VAN')?.state).toBe('changed')
  })
})

describe('an issued pupil', () => {
  it('is corrected, not sent back', async () => {
    const issued = await openCarriedOver()
    await issueAll(issued)
    await expect(send(actorsOf(issued).principal, {}, 'NGU_VAN', issued)).rejects.toThrow(
      /đề nghị đính chính/,
    )
    await issued.close()
  })
})
