import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { carryOver } from '../../src/adapters/postgres/books/carry-over.ts'
import { confirmCovers } from '../../src/adapters/postgres/books/confirm-covers.ts'
import { listBooks } from '../../src/adapters/postgres/books/list-books.ts'
import { readBook } from '../../src/adapters/postgres/books/read-book.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { isReportSheet } from '../../src/signing/index.ts'
import { makeAnewNow, openAgain, readCurrent, reportOf, signedIds, writeCell } from './support/edit-books.ts'
import {
  carryOverNow,
  colleagues,
  confirmAll,
  confirmOne,
  digestOf,
  making,
  openFinishedClass,
  placeOf,
  plannedClass,
  sheetsOf,
  yearEnd,
  type Colleague,
  type FinishedClass,
} from './support/finished-class.ts'
import { issueAll, openCarriedOver, signThrough, type SignableClass } from './support/issued-class.ts'
import { recording } from './support/recorded.ts'
import { askAll } from './support/rows.ts'
import { openSigningBench } from './support/signing-bench.ts'

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
const whole = { seesWhole: true }

const countRows = async ({ server }: FinishedClass, table: string): Promise<number> => {
  const [found] = await askAll<{ count: number }>(server, `select count(*)::int as count from school.${table}`)
  return found?.count ?? 0
}

const request = async (finished: FinishedClass) => ({
  part: 'year' as const,
  digest: await digestOf(finished),
  teacher: colleagues.homeroomTeacher,
  now: yearEnd,
  making,
})

/** The school issued the pupil's grade 6 in two versions. */
const addIssuedYearBefore = async (finished: FinishedClass, studentCode: string): Promise<void> => {
  const { records, server, tenant } = finished
  const before = { ...records, schoolYear: '2025-2026' as const, amendments: [] }
  await saveSchoolYear(finished.database, before, { now: yearEnd, by: 'Nhập sổ' })
  await askAll(
    server,
    `insert into school.report (tenant_id, school_year, student_code, version, draft, level, class_id, is_current,
       digest, data, act_id, issued_at, xml_sha256, issue_act_id)
     select $1, '2025-2026', $2, n, 1, 'lower-secondary', '7A', n = 2, sha256(convert_to(case n when 2 then 'x' else 'y' end, 'UTF8')),
       '', a.act_id, now(), sha256('x'), a.act_id
     from generate_series(1, 2) n, (select act_id from school.act where tenant_id = $1 limit 1) a`,
    [tenant, studentCode],
  )
}

describe('a class is carried over', () => {
  it.each([
    ['lower secondary', 7],
    ['primary', 4],
  ] as const)('with a report of every pupil, which waits for those who sign: %s', async (_level, grade) => {
    const finished = keep(await openFinishedClass(plannedClass(grade, 3)))
    await confirmAll(finished)
    expect(await carryOverNow(finished)).toMatchObject({ number: 1, part: 'year', made: 3, notMade: [] })
    const drafts = await readCurrent(finished)
    expect(drafts.map(({ version, draft }) => [version, draft])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ])
    expect(drafts[0]?.slots.map(({ slotId, staffCode }) => [slotId, staffCode])).toEqual([
      ['s-bia-ht', 'CB01'],
      ['s-bia-truong', null],
      ...drafts[0]!.sheet.slots.filter(({ id }) => id.startsWith('s-gv-')).map(({ id }) => [id, id.slice(5)]),
      ['s-gvcn', 'CB02'],
      ['s-hieutruong', 'CB01'],
      ['s-truong', null],
    ])
    expect(drafts.flatMap(signedIds)).toEqual([])
  })

  it('gives every pupil the lookup codes that were kept for good, and the demonstration its mark', async () => {
    const finished = keep(await openCarriedOver())
    const { sheet } = await reportOf(finished, '7A0001')
    const codes = await askAll<{ book: string; year: string }>(
      finished.server,
      `select b.code as book, y.code as year from school.book_code b join school.year_code y using (student_code)
       where student_code = '7A0001'`,
    )
    const { cover, identity } = isReportSheet(sheet) ? sheet.data.report : { cover: undefined, identity: undefined }
    expect(codes).toEqual([{ book: cover?.bookLookupCode, year: identity?.yearLookupCode }])
    expect(cover?.demonstration).toBe(making.demonstration)
  })

  it('again without a change is answered as before, and leaves nothing behind', async () => {
    const finished = keep(await openCarriedOver())
    const counts = async (): Promise<readonly number[]> => [
      await countRows(finished, 'report'),
      await countRows(finished, 'carry_over'),
      await countRows(finished, 'act'),
    ]
    const before = await counts()
    expect(await carryOverNow(finished, 'year', later(5))).toMatchObject({ number: 1, at: yearEnd.toISOString() })
    expect(await counts()).toEqual(before)
  })

  it('is linked to the year before that the school issued, in its newest version', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 2)))
    await addIssuedYearBefore(finished, '7A0001')
    await confirmAll(finished)
    await carryOverNow(finished)
    const [linked, other] = [await reportOf(finished, '7A0001'), await reportOf(finished, '7A0002')]
    const linkOf = ({ sheet }: typeof linked) => isReportSheet(sheet) && sheet.data.report.version.yearBefore
    expect([linkOf(linked), linkOf(other)]).toEqual([
      { digest: createHash('sha256').update('x').digest('base64'), version: 2 },
      { absent: 'first' },
    ])
  })

  it('by two at once is carried over once', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 3)))
    await confirmAll(finished)
    const wanted = await request(finished)
    const both = await Promise.all(
      [0, 1].map(() => carryOver(finished.database, finished.place, wanted)),
    )
    expect(both[0]).toEqual(both[1])
    expect([await countRows(finished, 'carry_over'), await countRows(finished, 'report')]).toEqual([1, 3])
  })

  it('with as many statements for six pupils as for two', async () => {
    const counts: number[] = []
    for (const pupils of [2, 6]) {
      const finished = await openFinishedClass(plannedClass(7, pupils))
      await confirmAll(finished)
      const wanted = await request(finished)
      counts.push((await recording(() => carryOver(finished.database, finished.place, wanted))).length)
      await finished.close()
    }
    expect(counts[0]).toBe(counts[1])
  })
})

describe('a class is not carried over', () => {
  it('before every sheet is confirmed: those that are not are named', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 2)))
    for (const sheet of finished.sheets) if (sheet !== 'TOAN' && sheet !== 'homeroom') await confirmOne(finished, sheet)
    await expect(carryOverNow(finished)).rejects.toThrow(
      '2 trang chưa xác nhận: Toán, Tổng hợp của giáo viên chủ nhiệm',
    )
    expect(await countRows(finished, 'report')).toBe(0)
  })

  it('by anybody but its homeroom teacher', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 2)))
    await confirmAll(finished)
    for (const teacher of [colleagues.principal, colleagues.subjectTeacher, { ...colleagues.clerk, staffCode: 'CB99' }])
      await expect(
        carryOver(finished.database, finished.place, { ...(await request(finished)), teacher }),
      ).rejects.toThrow('Chỉ giáo viên chủ nhiệm lớp 7A')
    expect(await countRows(finished, 'carry_over')).toBe(0)
  })

  it('where its book is another than the one that was seen', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 2)))
    await confirmAll(finished)
    const wanted = { ...(await request(finished)), digest: '0'.repeat(64) }
    await expect(carryOver(finished.database, finished.place, wanted)).rejects.toThrow('vừa thay đổi')
  })

  it('where there is no such class', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 1)))
    const elsewhere = { ...finished.place, classId: '7Z' }
    expect(await carryOver(finished.database, elsewhere, await request(finished))).toBeUndefined()
    expect(await listBooks(finished.database, elsewhere, whole)).toBeUndefined()
  })
})

describe('a pupil who waits for the summer', () => {
  const failing = async (finished: FinishedClass): Promise<void> => {
    await openAgain(finished, yearEnd)
    await writeCell(finished, 'homeroom', ['7A0002', 'conduct.2', 'not-pass'], yearEnd)
  }

  it('is named with the reason, gets a report after it, and the others keep theirs', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 3)))
    await failing(finished)
    await confirmAll(finished)
    const first = await carryOverNow(finished)
    expect([first.made, first.notMade]).toEqual([
      2,
      [{ studentCode: '7A0002', fullName: 'Cầm Văn Ấm', reason: expect.stringContaining('Chờ đánh giá lại') as string }],
    ])
    const listed = await listBooks(finished.database, finished.place, whole)
    expect(listed?.books.find(({ studentCode }) => studentCode === '7A0002')).toMatchObject({
      report: null,
      notMade: expect.stringContaining('Điều 13-14') as string,
    })
    await expect(carryOverNow(finished, 'summer')).rejects.toThrow('chưa xác nhận kết quả hè')
    await writeCell(finished, 'homeroom', ['7A0002', 'conduct.afterSummer', 'pass'], later(1))
    await confirmAll(finished, 'summer', later(2))
    expect(await carryOverNow(finished, 'summer', later(3))).toMatchObject({ number: 2, made: 1, notMade: [] })
    const drafts = await readCurrent(finished)
    expect(drafts.map(({ studentCode, draft }) => [studentCode, draft])).toEqual([
      ['7A0001', 1],
      ['7A0002', 1],
      ['7A0003', 1],
    ])
    const after = await listBooks(finished.database, finished.place, whole)
    const exceptions = after?.books.map(({ report }) => report?.exceptions.map(({ kind }) => kind))
    expect(exceptions?.toSorted()).toEqual([[], [], ['reassessed']].toSorted())
  })
})

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
    expect(notMade.map(({ reason }) => reason)).toEqual(['Chưa đủ dữ liệu: Toán, học kì II, điểm cuối kì: chưa có điểm'])
    expect((await readCurrent(bench)).map(({ studentCode }) => studentCode)).toEqual(['7A0002', '7A0003'])
    await writeCell(bench, 'TOAN', ['7A0001', 'terms.2.finalMark', '10'], later(3))
    expect((await makeAnewNow(bench, ['7A0001'], later(3))).unchanged).toEqual(['7A0001'])
    await carryOverNow(bench, 'year', later(4))
    expect(await reportOf(bench, '7A0001')).toMatchObject({ version: 1, draft: 2 })
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
    await askAll(bench.server, `update school.assessment set value = '1' where student_code = '7A0001' and kind = 'final'`)
    await askAll(bench.server, `update school.enrolment set ethnicity = 'Mông'`)
    expect((await makeAnewNow(bench, ['7A0001'], later(1))).unchanged).toEqual(['7A0001'])
    await carryOverNow(bench, 'year', later(2))
    expect(await askAll(bench.server, 'select * from school.report order by student_code, draft')).toEqual(before)
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

describe('covers at the start of the year', () => {
  const start = new Date('2026-09-10T08:00:00+07:00')
  const confirm = (finished: FinishedClass, now = start, teacher: Colleague = colleagues.homeroomTeacher) =>
    confirmCovers(finished.database, finished.place, { teacher, now, making })

  it('are made of the profiles, and anew of one that changed', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 3)))
    expect(await confirm(finished)).toEqual({ made: 3, unchanged: 0, notMade: [] })
    expect(await confirm(finished)).toEqual({ made: 0, unchanged: 3, notMade: [] })
    await askAll(finished.server, `update school.enrolment set ethnicity = 'Mông' where student_code = '7A0002'`)
    expect(await confirm(finished)).toEqual({ made: 1, unchanged: 2, notMade: [] })
    expect((await readCurrent(finished)).map(({ version, draft }) => [version, draft])).toEqual([
      [0, 1],
      [0, 2],
      [0, 1],
    ])
    const acts = await askAll<{ kind: string }>(
      finished.server,
      `select kind::text from school.act where kind = 'cover'`,
    )
    expect(acts).toHaveLength(2)
  })

  it('are confirmed by the homeroom teacher alone', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 1)))
    await expect(confirm(finished, start, colleagues.principal)).rejects.toThrow('Chỉ giáo viên chủ nhiệm')
  })

  it('go into the report with their signatures, times and acts where they are the same to the byte', async () => {
    const bench = keep(await openCovered())
    await bench.sit(colleagues.principal)
    await bench.sit(colleagues.clerk, 'seal')
    const covers = await readCurrent(bench)
    expect(covers.map(signedIds)).toEqual([['s-bia-ht', 's-bia-truong'], ['s-bia-ht', 's-bia-truong']])
    await askAll(bench.server, `update school.enrolment set ethnicity = 'Mông' where student_code = '7A0002'`)
    await confirmAll(bench)
    await carryOverNow(bench, 'year', later(1))
    const [first, second] = [await reportOf(bench, '7A0001'), await reportOf(bench, '7A0002')]
    expect([signedIds(first), signedIds(second)]).toEqual([['s-bia-ht', 's-bia-truong'], []])
    const slotsOf = ({ slots }: typeof first) => slots.filter(({ slotId }) => slotId.startsWith('s-bia'))
    expect(slotsOf(first)).toEqual(covers[0] === undefined ? [] : slotsOf(covers[0]))
    // A cover that was not taken over is signed in the report, once.
    const current = (await readCurrent(bench)).filter(({ version }) => version === 0)
    expect(current.map(({ studentCode }) => studentCode)).toEqual(['7A0001'])
  })

  it('that nobody signed by then are signed in the report', async () => {
    const bench = keep(await openCovered())
    await confirmAll(bench)
    await carryOverNow(bench, 'year', later(1))
    expect((await readCurrent(bench)).map(({ version }) => version)).toEqual([1, 1])
    expect(await confirm(bench, later(2))).toEqual({ made: 0, unchanged: 2, notMade: [] })
  })
})

/** A class of two whose covers were confirmed at the start of the year. */
const openCovered = async (): Promise<SignableClass> => {
  const records = plannedClass(7, 2)
  const bench = await openSigningBench(records, { withDrafts: false })
  const finished = { ...bench, records, place: placeOf(bench.tenant, 7), sheets: sheetsOf(records) }
  const now = new Date('2026-09-10T08:00:00+07:00')
  await confirmCovers(bench.database, finished.place, { teacher: colleagues.homeroomTeacher, now, making })
  return finished
}

describe('the books of a class', () => {
  it('say how far each is and whom it waits for', async () => {
    const bench = keep(await openCarriedOver())
    const list = async () => (await listBooks(bench.database, bench.place, whole))?.books[0]
    expect(await list()).toMatchObject({
      cover: { status: 'made', awaits: [{ slotId: 's-bia-ht', staffCode: 'CB01', fullName: 'Quàng Thị Thời' }] },
      report: { status: 'entered', version: 1, draft: 1 },
      notMade: null,
    })
    expect((await list())?.report?.awaits.map(({ staffCode }) => staffCode).toSorted()).toEqual(['CB02', 'CB03', 'CB04'])
    await bench.sit(colleagues.principal)
    await bench.sit(colleagues.clerk, 'seal')
    expect((await list())?.cover).toMatchObject({ status: 'sealed', awaits: [] })
    await bench.sit(colleagues.subjectTeacher)
    await bench.sit(colleagues.artsTeacher)
    await bench.sit(colleagues.homeroomTeacher)
    expect((await list())?.report).toMatchObject({
      status: 'homeroom-signed',
      awaits: [{ slotId: 's-hieutruong', fullName: 'Quàng Thị Thời' }],
    })
    await bench.sit(colleagues.principal)
    expect((await list())?.report).toMatchObject({ status: 'approved', awaits: [{ slotId: 's-truong', staffCode: null }] })
    await bench.sit(colleagues.clerk, 'seal')
    expect((await list())?.report).toMatchObject({ status: 'issued', awaits: [] })
  })

  it('tell who teaches one subject nothing of what became of the year', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 2)))
    await openAgain(finished, yearEnd)
    await writeCell(finished, 'homeroom', ['7A0001', 'conduct.2', 'not-pass'], yearEnd)
    await confirmAll(finished)
    await carryOverNow(finished)
    const ofAll = await listBooks(finished.database, finished.place, whole)
    const ofTeacher = await listBooks(finished.database, finished.place, { seesWhole: false })
    expect(JSON.stringify(ofAll)).toContain('rèn luyện')
    expect(JSON.stringify(ofTeacher)).not.toContain('rèn luyện')
  })

  it('are read with as many statements for six pupils as for two', async () => {
    const counts: number[] = []
    for (const pupils of [2, 6]) {
      const bench = await openCarriedOver(plannedClass(7, pupils))
      counts.push((await recording(() => listBooks(bench.database, bench.place, whole))).length)
      await bench.close()
    }
    expect(counts[0]).toBe(counts[1])
  })
})

describe('one book', () => {
  it('shows who signed when, what was kept, its drafts, and to whoever signed what changed since', async () => {
    const bench = keep(await openCarriedOver())
    await signThrough(bench)
    await openAgain(bench, later(1))
    await writeCell(bench, 'NGU_VAN', ['7A0001', 'comment', 'Em đọc tốt và viết đều tay.'], later(1))
    await makeAnewNow(bench, ['7A0001'], later(2))
    const look = (staffCode?: string) =>
      readBook(bench.database, bench.place, '7A0001', { ...whole, ...(staffCode === undefined ? {} : { staffCode }) })
    const book = await look('CB03')
    expect(book?.slots.map(({ slotId, isSigned, isKept, isAwaited }) => [slotId, isSigned, isKept, isAwaited])).toEqual([
      ['s-bia-ht', true, true, false],
      ['s-bia-truong', true, true, false],
      ['s-gv-CB03', false, false, true],
      ['s-gv-CB02', true, true, false],
      ['s-gv-CB04', true, true, false],
      ['s-gvcn', false, false, false],
      ['s-hieutruong', false, false, false],
      ['s-truong', false, false, false],
    ])
    expect(book?.slots[1]).toMatchObject({ signedBy: 'Vi Thị Dấu', signedAt: yearEnd.toISOString(), staffCode: null })
    expect(book?.drafts.map(({ version, draft, isCurrent, madeBy }) => [version, draft, isCurrent, madeBy])).toEqual([
      [1, 2, true, 'Ngân Thị Lụa'],
      [1, 1, false, 'Kha Văn Tiến'],
    ])
    const changes = [{ part: 'mon-NGU_VAN', place: 'Ngữ văn', what: 'Nhận xét', after: 'Em đọc tốt và viết đều tay.' }]
    expect(book?.changesSinceSigned).toMatchObject({ version: 1, draft: 1, signedAt: yearEnd.toISOString(), changes })
    expect((await look('CB01'))?.changesSinceSigned).toMatchObject({ changes })
    expect([(await look('CB04'))?.changesSinceSigned, (await look())?.changesSinceSigned]).toEqual([null, null])
  })

  it('of a pupil who is not in the class is not there', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 1)))
    expect(await readBook(finished.database, finished.place, '7B0001', whole)).toBeUndefined()
    expect(await readBook(finished.database, finished.place, '7A0001', whole)).toMatchObject({
      cover: null,
      report: null,
      slots: [],
      drafts: [],
    })
  })
})
