import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../src/shared/refusal.ts'
import { afterLock, openCorrectionBench, type CorrectionBench } from './support/corrections.ts'
import { colleagues } from './support/finished-class.ts'
import { askAll } from './support/rows.ts'
import { listSigned } from './support/signing-bench.ts'

let bench: CorrectionBench
beforeAll(async () => {
  bench = await openCorrectionBench(4)
})
afterAll(() => bench.school.close())

describe('the decision', () => {
  it('is the principal’s alone, and may be no', async () => {
    const { correctionId } = (await bench.request(await bench.wanted('7A0004'))) ?? { correctionId: '' }
    const no = { decision: 'refused', words: 'Đã xem lại bài, điểm đúng' } as const
    for (const by of [bench.actors.vicePrincipal, bench.actors.homeroomTeacher, bench.actors.administrator])
      await expect(bench.decide(correctionId, no, by)).rejects.toThrow(/Chỉ hiệu trưởng/)
    await expect(bench.decide(correctionId, { ...no, words: '' })).rejects.toThrow(/Lí do không đồng ý/)
    const refused = await bench.decide(correctionId, no)
    expect(refused).toMatchObject({
      correction: { decision: 'refused', decidedBy: 'Quàng Thị Thời' },
      fallen: [],
    })
    expect(await bench.decide(correctionId, no)).toEqual(refused)
    await expect(bench.decide(correctionId)).rejects.toThrow(/không đồng ý/)
    expect(await bench.versionsOf('7A0004')).toHaveLength(1)
    expect(await bench.decide(randomUUID())).toBeUndefined()
  })

  it('asks for the number and the day of the order', async () => {
    const { correctionId } = (await bench.request(await bench.wanted('7A0004'))) ?? { correctionId: '' }
    await expect(bench.decide(correctionId, { decisionNumber: '' })).rejects.toThrow(/Số quyết định/)
    await expect(bench.decide(correctionId, { decidedOn: '2027-05-25' })).rejects.toThrow(/chưa tới/)
    await expect(bench.decide(correctionId, { decidedOn: '2027-02-30' })).rejects.toThrow(/không phải ngày/)
    await bench.decide(correctionId, { decision: 'refused', words: 'Bài không cộng sót' })
  })

  it('that grants makes the next version, whose signatures are kept but for those over what changed', async () => {
    const sent = await bench.wanted('7A0001')
    await bench.request(sent)
    const granted = await bench.decide(sent.correctionId)
    expect(granted?.correction).toMatchObject({ decision: 'granted', decisionNumber: '61/QĐ-THCS' })
    expect(granted?.fallen.map(({ slotId }) => slotId)).toEqual([
      's-gv-CB02',
      's-gvcn',
      's-hieutruong',
      's-truong',
    ])
    expect(await bench.versionsOf('7A0001')).toEqual([
      { version: 1, draft: 1, current: false, issued: true },
      { version: 2, draft: 1, current: true, issued: false },
    ])
    expect((await listSigned(bench.school)).filter((one) => one.endsWith('7A0001'))).toEqual([
      's-bia-ht 7A0001',
      's-bia-truong 7A0001',
      's-gv-CB03 7A0001',
      's-gv-CB04 7A0001',
    ])
    expect(await bench.decide(sent.correctionId)).toEqual(granted)
    await expect(bench.decide(sent.correctionId, { decisionNumber: '62/QĐ' })).rejects.toThrow(/61\/QĐ-THCS/)
    expect(await bench.versionsOf('7A0001')).toHaveLength(2)
  })

  it('joins another of the same number into the version that has not gone out; another number waits', async () => {
    const more = await bench.wanted('7A0001', { field: 'terms.1.finalMark', newValue: '10' })
    await bench.request(more)
    await expect(bench.decide(more.correctionId, { decisionNumber: '70/QĐ' })).rejects.toThrow(
      /61\/QĐ-THCS chưa phát hành/,
    )
    await expect(bench.decide(more.correctionId, { decidedOn: '2027-05-23' })).rejects.toThrow(/24\/05\/2027/)
    await bench.decide(more.correctionId)
    expect(await bench.versionsOf('7A0001')).toEqual([
      { version: 1, draft: 1, current: false, issued: true },
      { version: 2, draft: 1, current: false, issued: false },
      { version: 2, draft: 2, current: true, issued: false },
    ])
    const sets = await askAll<{ field: string; decision: string }>(
      bench.school.server,
      `select field, decision_number as decision from school.amendment where student_code = '7A0001' order by number`,
    )
    expect(sets).toEqual([
      { field: 'terms.2.finalMark', decision: '61/QĐ-THCS' },
      { field: 'terms.1.finalMark', decision: '61/QĐ-THCS' },
    ])
  })

  it('of a version that went out is closed: the same number is refused, the next one makes version 3', async () => {
    for (const who of [colleagues.homeroomTeacher, colleagues.principal]) await bench.school.sit(who)
    const { misses } = await bench.school.sit(colleagues.clerk, 'seal')
    expect(misses).toEqual([])
    const last = await bench.wanted('7A0001', { oldValue: '9,5', newValue: '9' })
    await bench.request(last)
    await expect(bench.decide(last.correctionId)).rejects.toThrow(/đã phát hành thành một phiên bản/)
    await bench.decide(last.correctionId, { decisionNumber: '80/QĐ-THCS' })
    expect((await bench.versionsOf('7A0001')).at(-1)).toEqual({
      version: 3,
      draft: 1,
      current: true,
      issued: false,
    })
  })

  it('comes too late once the data are locked', async () => {
    const sent = await bench.wanted('7A0002')
    await bench.request(sent)
    await expect(bench.decide(sent.correctionId, {}, bench.actors.principal, afterLock)).rejects.toThrow(
      /đã chốt/,
    )
    expect(await bench.versionsOf('7A0002')).toHaveLength(1)
  })

  it('of two at once happens once', async () => {
    const sent = await bench.wanted('7A0003')
    await bench.request(sent)
    const outcomes = await Promise.allSettled([
      bench.decide(sent.correctionId, { decisionNumber: '90/QĐ' }),
      bench.decide(sent.correctionId, { decisionNumber: '91/QĐ' }),
    ])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Refusal)
    expect(await bench.versionsOf('7A0003')).toHaveLength(2)
  })
})
