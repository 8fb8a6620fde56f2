import { afterEach, describe, expect, it } from 'vitest'
import { makeAnewNow, openAgain, readCurrent, reportOf, signedIds, writeCell } from './support/edit-books.ts'
import {
  carryOverNow,
  colleagues,
  openFinishedClass,
  plannedClass,
  yearEnd,
  type FinishedClass,
} from './support/finished-class.ts'
import { issueAll, openCarriedOver, signThrough } from './support/issued-class.ts'
import { askAll } from './support/rows.ts'

let opened: FinishedClass | undefined
const keep = <F extends FinishedClass>(finished: F): F => {
  opened = finished
  return finished
}
afterEach(async () => {
  await opened?.close()
  opened = undefined
})

const hour = 3_600_000
const later = (hours: number): Date => new Date(yearEnd.getTime() + hours * hour)

const countRows = async ({ server }: FinishedClass, table: string): Promise<number> => {
  const [found] = await askAll<{ count: number }>(
    server,
    `select count(*)::int as count from school.${table}`,
  )
  return found?.count ?? 0
}

describe('reports after a change', () => {
  it('are made anew only where they say something else, and keep the signatures over what stayed the same', async () => {
    const bench = keep(await openCarriedOver())
    await signThrough(bench)
    const before = await reportOf(bench, '7A0001')
    await openAgain(bench, later(1))
    await writeCell(bench, 'NGU_VAN', ['7A0001', 'comment', 'Em đọc tốt và viết đều tay.'], later(1))
    expect(await makeAnewNow(bench, ['7A0001', '7A0002'], later(2))).toEqual({
      made: [{ studentCode: '7A0001', version: 1, draft: 2 }],
      unchanged: ['7A0002'],
      notMade: [],
    })
    const after = await reportOf(bench, '7A0001')
    expect(signedIds(after)).toEqual(['s-bia-ht', 's-bia-truong', 's-gv-CB02', 's-gv-CB04'])
    for (const slotId of signedIds(after)) {
      const [was, is] = [before, after].map(({ slots }) => slots.find((slot) => slot.slotId === slotId))
      expect(is).toEqual(was)
    }
    expect(signedIds(await reportOf(bench, '7A0002'))).toContain('s-hieutruong')
    const acts = await askAll<{ kind: string }>(
      bench.server,
      `select distinct a.kind::text as kind from school.signature_slot s join school.act a using (tenant_id, act_id)
       where s.student_code = '7A0001' and s.draft = 2`,
    )
    expect(acts).toEqual([{ kind: 'sign' }])
  })

  it('are made by carrying the class over again as well', async () => {
    const bench = keep(await openCarriedOver())
    await openAgain(bench, later(1))
    await writeCell(bench, 'TOAN', ['7A0003', 'terms.2.finalMark', '9.5'], later(1))
    expect(await carryOverNow(bench, 'year', later(2))).toMatchObject({ number: 2, made: 1 })
    expect((await readCurrent(bench)).map(({ draft }) => draft)).toEqual([1, 1, 2])
  })

  it('give way where nothing can be reported any more, and come back with what was signed', async () => {
    const bench = keep(await openCarriedOver())
    await signThrough(bench)
    await openAgain(bench, later(1))
    await writeCell(bench, 'TOAN', ['7A0001', 'terms.2.finalMark', null], later(1))
    const { made, notMade } = await makeAnewNow(bench, ['7A0001'], later(2))
    expect(made).toEqual([])
    expect(notMade.map(({ reason }) => reason)).toEqual([
      'Chưa đủ dữ liệu: Toán, học kì II, điểm cuối kì: chưa có điểm',
    ])
    expect((await readCurrent(bench)).map(({ studentCode }) => studentCode)).toEqual(['7A0002', '7A0003'])
    await writeCell(bench, 'TOAN', ['7A0001', 'terms.2.finalMark', '10'], later(3))
    expect((await makeAnewNow(bench, ['7A0001'], later(3))).unchanged).toEqual(['7A0001'])
    await carryOverNow(bench, 'year', later(4))
    const back = await reportOf(bench, '7A0001')
    expect(back).toMatchObject({ version: 1, draft: 2 })
    expect(signedIds(back)).toEqual(['s-bia-ht', 's-bia-truong', 's-gv-CB03', 's-gv-CB04'])
  })

  it('are made anew while somebody signs: what was signed is kept or falls, and nothing else', async () => {
    const bench = keep(await openCarriedOver())
    await bench.sit(colleagues.principal)
    await bench.sit(colleagues.clerk, 'seal')
    await openAgain(bench, later(1))
    await writeCell(bench, 'NGU_VAN', ['7A0001', 'comment', 'Em đọc tốt và viết đều tay.'], later(1))
    const [sitting] = await Promise.all([
      bench.sit(colleagues.artsTeacher),
      makeAnewNow(bench, ['7A0001', '7A0002', '7A0003'], later(2)),
    ])
    const signed = (await readCurrent(bench)).filter((one) => signedIds(one).includes('s-gv-CB04'))
    expect(signed).toHaveLength(sitting.done)
    expect((await reportOf(bench, '7A0001')).draft).toBe(2)
  })

  it('of pupils who have none are not made', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 2)))
    expect(await makeAnewNow(finished, ['7A0001'], yearEnd)).toEqual({
      made: [],
      unchanged: ['7A0001'],
      notMade: [],
    })
    expect(await countRows(finished, 'report')).toBe(0)
  })

  it('that were issued stay as they are, whatever is written since', async () => {
    const bench = keep(await openCarriedOver())
    await issueAll(bench)
    const before = await askAll(bench.server, 'select * from school.report order by student_code, draft')
    await askAll(
      bench.server,
      `update school.assessment set value = '1' where student_code = '7A0001' and kind = 'final'`,
    )
    await askAll(bench.server, `update school.enrolment set ethnicity = 'Mông'`)
    expect((await makeAnewNow(bench, ['7A0001'], later(1))).unchanged).toEqual(['7A0001'])
    await carryOverNow(bench, 'year', later(2))
    expect(await askAll(bench.server, 'select * from school.report order by student_code, draft')).toEqual(
      before,
    )
  })

  it('are not made while one of them is being sealed, only then', async () => {
    const bench = keep(await openCarriedOver())
    await signThrough(bench)
    await openAgain(bench, later(1))
    await askAll(bench.server, `update school.entry_order set ends_at = opens_at + interval '1 second'`)
    const sittingId = await bench.begin(colleagues.clerk, 'seal')
    const refusal = 'đang được đóng dấu trong phiên của Vi Thị Dấu'
    await expect(makeAnewNow(bench, ['7A0001'], later(2))).rejects.toThrow(refusal)
    await expect(carryOverNow(bench, 'year', later(2))).rejects.toThrow(refusal)
    await bench.run(sittingId)
    expect((await makeAnewNow(bench, ['7A0001'], later(3))).unchanged).toEqual(['7A0001'])
  })
})
