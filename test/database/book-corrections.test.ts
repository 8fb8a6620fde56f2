import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/accounts/index.ts'
import { listCorrections, requestCorrection } from '../../src/adapters/postgres/books/corrections.ts'
import { previewCorrection } from '../../src/adapters/postgres/books/preview-correction.ts'
import { actorsOf } from './support/actors.ts'
import { afterLock, openCorrectionBench, type CorrectionBench } from './support/corrections.ts'
import { plannedClass, yearEnd } from './support/finished-class.ts'
import { issueAll, openCarriedOver } from './support/issued-class.ts'

let bench: CorrectionBench
beforeAll(async () => {
  bench = await openCorrectionBench(2)
})
afterAll(() => bench.school.close())

describe('what a correction would do', () => {
  it('is shown before anybody asks: changes, signatures that fall, days left; nothing is written', async () => {
    const sent = await bench.wanted('7A0001')
    const { school, actors } = bench
    const preview = await previewCorrection(school.database, school.place, sent, {
      actor: actors.homeroomTeacher,
      now: yearEnd,
    })
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
    expect(await bench.versionsOf('7A0001')).toEqual([{ version: 1, draft: 1, current: true, issued: true }])
    expect(
      await listCorrections(bench.school.database, bench.school.place, bench.actors.principal, {
        isOpen: null,
      }),
    ).toEqual([])
  })
})

describe('a request', () => {
  it('is made by the teacher of the lesson, the homeroom teacher or a head, and seen by whom it concerns', async () => {
    const made = []
    for (const [by, subject] of [
      [bench.actors.homeroomTeacher, 'TOAN'],
      [bench.actors.principal, 'TOAN'],
      [bench.actors.vicePrincipal, 'TOAN'],
    ] as const) {
      const correction = await bench.request({ ...(await bench.wanted('7A0002')), subject }, by)
      made.push(correction?.correctionId)
      expect(correction).toMatchObject({
        studentName: 'Cầm Văn Ấm',
        subjectName: 'Toán',
        newValue: '9.5',
        byName: by.fullName,
        decision: null,
        isOwn: true,
      })
      const seen = async (actor: Actor) =>
        (await listCorrections(bench.school.database, bench.school.place, actor, { isOpen: true })).length
      expect([await seen(bench.actors.principal), await seen(bench.actors.homeroomTeacher)]).toEqual([1, 1])
      // Teaches Toán in the class too, and something else; the third teaches other subjects alone.
      expect([await seen(bench.actors.artsTeacher), await seen(bench.actors.subjectTeacher)]).toEqual([1, 0])
      expect([await seen(bench.actors.registrar), await seen(bench.actors.administrator)]).toEqual([0, 0])
      await bench.decide(correction?.correctionId ?? '', { decision: 'refused', words: 'Bài không cộng sót' })
    }
    expect(new Set(made).size).toBe(3)
    for (const by of [
      bench.actors.subjectTeacher,
      bench.actors.registrar,
      bench.actors.administrator,
      bench.actors.groupHead,
    ])
      await expect(bench.request(await bench.wanted('7A0002'), by)).rejects.toThrow(
        /Chỉ giáo viên của môn học/,
      )
  })

  it('sent twice is one; a second one for the same cell waits', async () => {
    const sent = await bench.wanted('7A0002')
    const first = await bench.request(sent)
    expect(await bench.request(sent)).toEqual(first)
    await expect(bench.request({ ...sent, reason: 'Một lí do khác' })).rejects.toThrow(/nội dung khác/)
    await expect(bench.request(await bench.wanted('7A0002'), bench.actors.principal)).rejects.toThrow(
      /đang có đề nghị/,
    )
    await bench.decide(sent.correctionId, { decision: 'refused', words: 'Bài không cộng sót' })
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
    const sent = await bench.wanted('7A0002')
    const changed = {
      ...sent,
      ...more,
      newValue: 'newValue' in more ? (more.newValue ?? sent.oldValue) : '9',
    }
    await expect(bench.request(changed)).rejects.toThrow(words)
  })

  it('after the data are locked is refused: what is wrong then is revoked', async () => {
    const sent = await bench.wanted('7A0002')
    await expect(bench.request(sent, bench.actors.homeroomTeacher, afterLock)).rejects.toThrow(
      /đã chốt .*thu hồi/,
    )
    await expect(
      previewCorrection(bench.school.database, bench.school.place, sent, {
        actor: bench.actors.homeroomTeacher,
        now: afterLock,
      }),
    ).rejects.toThrow(/đã chốt .*thu hồi/)
  })

  it('of a book that is not issued is refused: its cell is sent back', async () => {
    const open = await openCarriedOver(plannedClass(7, 1))
    await expect(
      requestCorrection(open.database, open.place, await bench.wanted('7A0001', { oldValue: '7' }), {
        actor: actorsOf(open).homeroomTeacher,
        now: yearEnd,
      }),
    ).rejects.toThrow(/chưa phát hành: hãy trả lại/)
    await open.close()
  })
})

describe('a primary book', () => {
  it('is corrected by level and score as a secondary one is by marks', async () => {
    const school = await openCarriedOver(plannedClass(4, 1))
    await issueAll(school)
    const change = {
      studentCode: '4A0001',
      subject: 'TOAN',
      field: 'finalScore',
      oldValue: '9',
      newValue: '10',
    }
    const preview = (more: object) =>
      previewCorrection(
        school.database,
        school.place,
        { ...change, ...more },
        { actor: actorsOf(school).homeroomTeacher, now: yearEnd },
      )
    expect((await preview({})).changes).toContainEqual(
      expect.objectContaining({ place: 'Toán', after: '10' }),
    )
    await expect(preview({ newValue: '9,5' })).rejects.toThrow(/số nguyên/)
    await expect(preview({ field: 'moments.term1.level' })).rejects.toThrow(/học bạ không có ô/)
    await school.close()
  })
})
