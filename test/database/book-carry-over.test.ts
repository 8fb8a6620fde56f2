import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { carryOver } from '../../src/adapters/postgres/books/carry-over.ts'
import { listBooks } from '../../src/adapters/postgres/books/list-books.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { isReportSheet } from '../../src/signing/index.ts'
import { openAgain, readCurrent, reportOf, signedIds, writeCell } from './support/edit-books.ts'
import {
  carryOverNow,
  colleagues,
  confirmAll,
  confirmOne,
  digestOf,
  making,
  openFinishedClass,
  plannedClass,
  yearEnd,
  type FinishedClass,
} from './support/finished-class.ts'
import { openCarriedOver } from './support/issued-class.ts'
import { recording } from './support/recorded.ts'
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

const whole = { seesWhole: true }

const countRows = async ({ server }: FinishedClass, table: string): Promise<number> => {
  const [found] = await askAll<{ count: number }>(
    server,
    `select count(*)::int as count from school.${table}`,
  )
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
      ...(drafts[0]?.sheet.slots ?? [])
        .filter(({ id }) => id.startsWith('s-gv-'))
        .map(({ id }) => [id, id.slice(5)]),
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
    const { cover, identity } = isReportSheet(sheet)
      ? sheet.data.report
      : { cover: undefined, identity: undefined }
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
    expect(await carryOverNow(finished, 'year', later(5))).toMatchObject({
      number: 1,
      at: yearEnd.toISOString(),
    })
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
    const both = await Promise.all([0, 1].map(() => carryOver(finished.database, finished.place, wanted)))
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
    for (const sheet of finished.sheets)
      if (sheet !== 'TOAN' && sheet !== 'homeroom') await confirmOne(finished, sheet)
    await expect(carryOverNow(finished)).rejects.toThrow(
      '2 trang chưa xác nhận: Toán, Tổng hợp của giáo viên chủ nhiệm',
    )
    expect(await countRows(finished, 'report')).toBe(0)
  })

  it('by anybody but its homeroom teacher', async () => {
    const finished = keep(await openFinishedClass(plannedClass(7, 2)))
    await confirmAll(finished)
    for (const teacher of [
      colleagues.principal,
      colleagues.subjectTeacher,
      { ...colleagues.clerk, staffCode: 'CB99' },
    ])
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
      [
        {
          studentCode: '7A0002',
          fullName: 'Cầm Văn Ấm',
          reason: expect.stringContaining('Chờ đánh giá lại') as string,
        },
      ],
    ])
    const listed = await listBooks(finished.database, finished.place, whole)
    expect(listed?.books.find(({ studentCode }) => studentCode === '7A0002')).toMatchObject({
      report: null,
      notMade: expect.stringContaining('Điều 13-14') as string,
    })
    await writeCell(finished, 'homeroom', ['7A0002', 'conduct.afterSummer', 'pass'], later(1))
    await expect(carryOverNow(finished, 'summer')).rejects.toThrow(
      '1 trang chưa xác nhận kết quả hè: Tổng hợp của giáo viên chủ nhiệm.',
    )
    // Teachers of whom the summer asked nothing stay on their holidays.
    await confirmOne(finished, 'homeroom', 'summer', later(2))
    expect(await carryOverNow(finished, 'summer', later(3))).toMatchObject({
      number: 2,
      made: 1,
      notMade: [],
    })
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
