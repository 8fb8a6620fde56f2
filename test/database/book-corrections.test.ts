import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/accounts/index.ts'
import {
  listCorrections,
  requestCorrection,
  type WantedCorrection,
} from '../../src/adapters/postgres/books/corrections.ts'
import { decideCorrection, type Decision } from '../../src/adapters/postgres/books/decide-correction.ts'
import { previewCorrection } from '../../src/adapters/postgres/books/preview-correction.ts'
import { Refusal } from '../../src/shared/refusal.ts'
import { actorsOf } from './support/actors.ts'
import { colleagues, plannedClass, yearEnd } from './support/finished-class.ts'
import { issueAll, openCarriedOver, type CarriedOverClass } from './support/issued-class.ts'
import { askAll } from './support/rows.ts'
import { listSigned } from './support/signing-bench.ts'

let school: CarriedOverClass
let actors: ReturnType<typeof actorsOf>
let field: string

beforeAll(async () => {
  school = await openCarriedOver(plannedClass(7, 6))
  actors = actorsOf(school)
  await issueAll(school)
})
afterAll(() => school.close())
beforeEach(() => {
  field = 'terms.2.finalMark'
})

const afterLock = new Date('2027-09-15T08:00:00+07:00')

const markOf = async (studentCode: string, at = field): Promise<string> => {
  const [, term = '', name = ''] = at.split('.')
  const [row] = await askAll<{ value: string }>(
    school.server,
    `select value from school.assessment where student_code = $1 and subject = 'TOAN' and term = $2 and kind = $3`,
    [studentCode, Number(term), name === 'finalMark' ? 'final' : 'midterm'],
  )
  return row?.value ?? ''
}

const wanted = async (
  studentCode: string,
  more: Partial<WantedCorrection> = {},
): Promise<WantedCorrection> => ({
  correctionId: randomUUID(),
  studentCode,
  subject: 'TOAN',
  field,
  oldValue: (await markOf(studentCode, more.field)).replace('.', ','),
  newValue: '9,5',
  reason: 'Cộng sót điểm bài cuối kì',
  evidence: 'Bài kiểm tra cuối kì II, lưu ở tổ Toán',
  ...more,
})

const request = (sent: WantedCorrection, by: Actor = actors.homeroomTeacher, now = yearEnd) =>
  requestCorrection(school.database, school.place, sent, { actor: by, now })

const decide = (
  correctionId: string,
  decision:
    Partial<Extract<Decision, { decision: 'granted' }>> | Extract<Decision, { decision: 'refused' }> = {},
  by: Actor = actors.principal,
  now = yearEnd,
) =>
  decideCorrection(
    school.database,
    school.place,
    correctionId,
    {
      decision: 'granted',
      decisionNumber: '61/QĐ-THCS',
      decidedOn: '2027-05-24',
      words: '',
      ...decision,
    } as Decision,
    { actor: by, now, making: school.making },
  )

const versionsOf = (studentCode: string) =>
  askAll<{ version: number; draft: number; current: boolean; issued: boolean }>(
    school.server,
    `select version, draft, is_current as current, issued_at is not null as issued from school.report
     where student_code = $1 and version > 0 order by version, draft`,
    [studentCode],
  )

describe('what a correction would do', () => {
  it('is shown before anybody asks: changes, signatures that fall, days left; nothing is written', async () => {
    const sent = await wanted('7A0001')
    const preview = await previewCorrection(school.database, school.place, sent, { now: yearEnd })
    expect(preview.version).toBe(2)
    expect(preview.notMade).toBeNull()
    expect(preview.changes.filter(({ place }) => place === 'Toán')).not.toEqual([])
    expect(preview.changes.filter(({ place }) => place === 'Ngữ văn')).toEqual([])
    expect(preview.falling.map(({ slotId, fullName }) => [slotId, fullName])).toEqual([
      ['s-gv-CB02', 'Kha Văn Tiến'],
      ['s-gvcn', 'Kha Văn Tiến'],
      ['s-hieutruong', 'Quàng Thị Thời'],
      ['s-truong', null],
    ])
    const days = (Date.parse(preview.deadline.lockedOn) - Date.parse('2027-05-24')) / 86_400_000
    expect(preview.deadline.daysLeft).toBe(days)
    expect(days).toBeGreaterThan(0)
    expect(await versionsOf('7A0001')).toEqual([{ version: 1, draft: 1, current: true, issued: true }])
    expect(await listCorrections(school.database, school.place, actors.principal, { isOpen: null })).toEqual(
      [],
    )
  })
})

describe('a request', () => {
  it('is made by the teacher of the lesson, the homeroom teacher or a head, and seen by whom it concerns', async () => {
    const made = []
    for (const [by, subject] of [
      [actors.homeroomTeacher, 'TOAN'],
      [actors.principal, 'TOAN'],
      [actors.vicePrincipal, 'TOAN'],
    ] as const) {
      const correction = await request({ ...(await wanted('7A0006')), subject }, by)
      made.push(correction?.correctionId)
      expect(correction).toMatchObject({
        studentName: 'Lò Văn Ấm',
        subjectName: 'Toán',
        newValue: '9.5',
        byName: by.fullName,
        decision: null,
        isOwn: true,
      })
      const seen = async (actor: Actor) =>
        (await listCorrections(school.database, school.place, actor, { isOpen: true })).length
      expect([await seen(actors.principal), await seen(actors.homeroomTeacher)]).toEqual([1, 1])
      // Teaches Toán in the class too, and something else; the third teaches other subjects alone.
      expect([await seen(actors.artsTeacher), await seen(actors.subjectTeacher)]).toEqual([1, 0])
      expect([await seen(actors.registrar), await seen(actors.administrator)]).toEqual([0, 0])
      await decide(correction?.correctionId ?? '', { decision: 'refused', words: 'Bài không cộng sót' })
    }
    expect(new Set(made).size).toBe(3)
    for (const by of [actors.subjectTeacher, actors.registrar, actors.administrator, actors.groupHead])
      await expect(request(await wanted('7A0006'), by)).rejects.toThrow(/Chỉ giáo viên của môn học/)
  })

  it('sent twice is one; a second one for the same cell waits', async () => {
    const sent = await wanted('7A0006')
    const first = await request(sent)
    expect(await request(sent)).toEqual(first)
    await expect(request({ ...sent, reason: 'Một lí do khác' })).rejects.toThrow(/nội dung khác/)
    await expect(request(await wanted('7A0006'), actors.principal)).rejects.toThrow(/đang có đề nghị/)
    await decide(sent.correctionId, { decision: 'refused', words: 'Bài không cộng sót' })
  })

  it.each([
    ['whose old value is not what the book says', { oldValue: '1' }, /đang ghi «/],
    ['for no mark', { newValue: '85' }, /Điểm từ 0 đến 10/],
    ['that changes nothing', { newValue: undefined }, /giống giá trị cũ/],
    [
      'of a cell that no book has',
      { field: 'terms.1.comment', oldValue: '', newValue: 'Khá' },
      /học bạ không có ô/,
    ],
    ['of a subject that the class does not learn', { subject: 'HOA_HOC' }, /không học môn/],
    ['of the homeroom teacher’s sheet', { subject: 'homeroom' }, /không học môn/],
    ['without a reason', { reason: 'sai' }, /5 kí tự/],
    ['without evidence', { evidence: ' ' }, /Minh chứng/],
    ['of nobody of the class', { studentCode: '7A9999', oldValue: '7' }, /không có học sinh/],
  ])('%s is refused', async (_what, more, words) => {
    const sent = await wanted('7A0006')
    const changed = {
      ...sent,
      ...more,
      newValue: 'newValue' in more ? (more.newValue ?? sent.oldValue) : '9',
    }
    await expect(request(changed)).rejects.toThrow(words)
  })

  it('after the data are locked is refused: what is wrong then is revoked', async () => {
    const sent = await wanted('7A0006')
    await expect(request(sent, actors.homeroomTeacher, afterLock)).rejects.toThrow(/đã chốt .*thu hồi/)
    await expect(previewCorrection(school.database, school.place, sent, { now: afterLock })).rejects.toThrow(
      /đã chốt .*thu hồi/,
    )
  })

  it('of a book that is not issued is refused: its cell is sent back', async () => {
    const open = await openCarriedOver(plannedClass(7, 1))
    await expect(
      requestCorrection(open.database, open.place, await wanted('7A0001', { oldValue: '7' }), {
        actor: actorsOf(open).homeroomTeacher,
        now: yearEnd,
      }),
    ).rejects.toThrow(/chưa phát hành: hãy trả lại/)
    await open.close()
  })
})

describe('the decision', () => {
  it('is the principal’s alone, and may be no', async () => {
    const { correctionId } = (await request(await wanted('7A0006'))) ?? { correctionId: '' }
    const no = { decision: 'refused', words: 'Đã xem lại bài, điểm đúng' } as const
    for (const by of [actors.vicePrincipal, actors.homeroomTeacher, actors.administrator])
      await expect(decide(correctionId, no, by)).rejects.toThrow(/Chỉ hiệu trưởng/)
    await expect(decide(correctionId, { ...no, words: '' })).rejects.toThrow(/Lí do không đồng ý/)
    const refused = await decide(correctionId, no)
    expect(refused).toMatchObject({
      correction: { decision: 'refused', decidedBy: 'Quàng Thị Thời' },
      fallen: [],
    })
    expect(await decide(correctionId, no)).toEqual(refused)
    await expect(decide(correctionId)).rejects.toThrow(/không đồng ý/)
    expect(await versionsOf('7A0006')).toHaveLength(1)
    expect(await decide(randomUUID())).toBeUndefined()
  })

  it('asks for the number and the day of the order', async () => {
    const { correctionId } = (await request(await wanted('7A0006'))) ?? { correctionId: '' }
    await expect(decide(correctionId, { decisionNumber: '' })).rejects.toThrow(/Số quyết định/)
    await expect(decide(correctionId, { decidedOn: '2027-05-25' })).rejects.toThrow(/chưa tới/)
    await expect(decide(correctionId, { decidedOn: '2027-02-30' })).rejects.toThrow(/không phải ngày/)
    await decide(correctionId, { decision: 'refused', words: 'Bài không cộng sót' })
  })

  it('that grants makes the next version, whose signatures are kept but for those over what changed', async () => {
    const sent = await wanted('7A0001')
    await request(sent)
    const granted = await decide(sent.correctionId)
    expect(granted?.correction).toMatchObject({ decision: 'granted', decisionNumber: '61/QĐ-THCS' })
    expect(granted?.fallen.map(({ slotId }) => slotId)).toEqual([
      's-gv-CB02',
      's-gvcn',
      's-hieutruong',
      's-truong',
    ])
    expect(await versionsOf('7A0001')).toEqual([
      { version: 1, draft: 1, current: false, issued: true },
      { version: 2, draft: 1, current: true, issued: false },
    ])
    expect((await listSigned(school)).filter((one) => one.endsWith('7A0001'))).toEqual([
      's-bia-ht 7A0001',
      's-bia-truong 7A0001',
      's-gv-CB03 7A0001',
      's-gv-CB04 7A0001',
    ])
    expect(await decide(sent.correctionId)).toEqual(granted)
    await expect(decide(sent.correctionId, { decisionNumber: '62/QĐ' })).rejects.toThrow(/61\/QĐ-THCS/)
    expect(await versionsOf('7A0001')).toHaveLength(2)
  })

  it('joins another of the same number into the version that has not gone out; another number waits', async () => {
    const more = await wanted('7A0001', { field: 'terms.1.finalMark', newValue: '10' })
    await request(more)
    await expect(decide(more.correctionId, { decisionNumber: '70/QĐ' })).rejects.toThrow(
      /61\/QĐ-THCS chưa phát hành/,
    )
    await expect(decide(more.correctionId, { decidedOn: '2027-05-23' })).rejects.toThrow(/24\/05\/2027/)
    await decide(more.correctionId)
    expect(await versionsOf('7A0001')).toEqual([
      { version: 1, draft: 1, current: false, issued: true },
      { version: 2, draft: 1, current: false, issued: false },
      { version: 2, draft: 2, current: true, issued: false },
    ])
    const sets = await askAll<{ field: string; decision: string }>(
      school.server,
      `select field, decision_number as decision from school.amendment where student_code = '7A0001' order by number`,
    )
    expect(sets).toEqual([
      { field: 'terms.2.finalMark', decision: '61/QĐ-THCS' },
      { field: 'terms.1.finalMark', decision: '61/QĐ-THCS' },
    ])
  })

  it('of a version that went out is closed: the same number is refused, the next one makes version 3', async () => {
    for (const who of [colleagues.homeroomTeacher, colleagues.principal]) await school.sit(who)
    const { misses } = await school.sit(colleagues.clerk, 'seal')
    expect(misses).toEqual([])
    const last = await wanted('7A0001', { oldValue: '9,5', newValue: '9' })
    await request(last)
    await expect(decide(last.correctionId)).rejects.toThrow(/đã phát hành thành một phiên bản/)
    await decide(last.correctionId, { decisionNumber: '80/QĐ-THCS' })
    expect((await versionsOf('7A0001')).at(-1)).toEqual({
      version: 3,
      draft: 1,
      current: true,
      issued: false,
    })
  })

  it('comes too late once the data are locked', async () => {
    const sent = await wanted('7A0002')
    await request(sent)
    await expect(decide(sent.correctionId, {}, actors.principal, afterLock)).rejects.toThrow(/đã chốt/)
    expect(await versionsOf('7A0002')).toHaveLength(1)
  })

  it('of two at once happens once', async () => {
    const sent = await wanted('7A0003')
    await request(sent)
    const outcomes = await Promise.allSettled([
      decide(sent.correctionId, { decisionNumber: '90/QĐ' }),
      decide(sent.correctionId, { decisionNumber: '91/QĐ' }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Refusal)
    expect(await versionsOf('7A0003')).toHaveLength(2)
  })
})
