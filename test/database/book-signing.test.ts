import { afterEach, describe, expect, it } from 'vitest'
import { coverDraftOf, draftOf, putDrafts } from './support/drafts.ts'
import { colleagues, plannedClass } from './support/finished-class.ts'
import { recording } from './support/recorded.ts'
import { askAll } from './support/rows.ts'
import {
  changedDraftOf,
  giveOrder,
  listSigned,
  openSigningBench,
  reasonsOf,
  sendBack,
  slotsOf,
  twoClasses,
  type SigningBench,
} from './support/signing-bench.ts'

const { principal, homeroomTeacher, subjectTeacher, artsTeacher, clerk, vicePrincipal } = colleagues

let open: SigningBench | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})
const openBench = async (...options: Parameters<typeof openSigningBench>): Promise<SigningBench> =>
  (open = await openSigningBench(...options))

describe('the order of signing', () => {
  it('is teachers, homeroom teacher, principal, seal; who comes too early is told whom they wait for', async () => {
    const bench = await openBench()
    expect(reasonsOf(await bench.plan(principal))).toEqual([
      '3 × Chờ Ngân Thị Lụa (Ngữ văn, Ngoại ngữ 1 và 7 môn khác), Kha Văn Tiến (Toán), ' +
        'Lô Văn Nhạc (Giáo dục thể chất, Nghệ thuật) kí trước',
    ])
    await bench.sit(subjectTeacher)
    expect(reasonsOf(await bench.plan(principal))).toEqual([
      '3 × Chờ Kha Văn Tiến (Toán), Lô Văn Nhạc (Giáo dục thể chất, Nghệ thuật) kí trước',
    ])
    await bench.sit(artsTeacher)
    await bench.sit(homeroomTeacher)
    expect(reasonsOf(await bench.plan(clerk, 'seal'))).toEqual([
      '3 × Chờ Quàng Thị Thời (phê duyệt) kí trước',
    ])
    await bench.sit(principal)
    const { done, failed } = await bench.sit(clerk, 'seal')
    expect([done, failed]).toEqual([3, 0])
    expect((await bench.plan(clerk, 'seal')).eligible).toBe(0)
    const issued = await askAll<{ ok: boolean }>(
      bench.server,
      `select issued_at = $1 and xml_sha256 is not null and issue_act_id is not null as ok from school.report`,
      [bench.clock()],
    )
    expect(issued).toEqual(Array(3).fill({ ok: true }))
  })

  it('lets a homeroom teacher who also teaches sign both in one sitting, once the others have', async () => {
    const bench = await openBench()
    expect(slotsOf(await bench.plan(homeroomTeacher))).toEqual(Array(3).fill('s-gv-CB02'))
    await bench.sit(subjectTeacher)
    await bench.sit(artsTeacher)
    expect(slotsOf(await bench.plan(homeroomTeacher))).toEqual(Array(3).fill('s-gv-CB02 s-gvcn'))
    const { total, done } = await bench.sit(homeroomTeacher)
    expect([total, done]).toEqual([3, 3])
    expect(await listSigned(bench, 's-gvcn')).toHaveLength(3)
  })

  it('takes a teacher through all classes in one sitting, of which some may be chosen and pupils left out', async () => {
    const bench = await openBench(twoClasses())
    const plan = await bench.plan(subjectTeacher)
    expect(plan.classes.map(({ classId, eligible }) => [classId, eligible.length])).toEqual([
      ['7A', 2],
      ['8A', 2],
    ])
    const chosen = { classIds: ['8A'], leaveOut: ['8A0001'], digest: plan.classes[1]?.digest ?? '' }
    await bench.run(await bench.begin(subjectTeacher, 'sign', chosen))
    expect(await listSigned(bench)).toEqual(['s-gv-CB03 8A0002'])
    const { total, done } = await bench.sit(subjectTeacher)
    expect([total, done]).toEqual([3, 3])
  })

  it('lets a vice-principal sign on behalf, and the principal for a teacher who left; the books pass', async () => {
    const records = plannedClass(7, 2)
    const order = { decisionNumber: '12/QĐ-THCS', reason: 'Hiệu trưởng đi công tác' }
    const bench = await openBench({
      ...records,
      school: { ...records.school, approver: { staffCode: vicePrincipal.staffCode, onBehalf: order } },
      staff: records.staff.map((one) => (one.staffCode === 'CB04' ? { ...one, hasLeft: true } : one)),
      assignments: records.assignments.map((one) =>
        one.teacher === 'CB04'
          ? { ...one, principalSigns: { decisionNumber: '3/QĐ', reason: 'Chuyển trường' } }
          : { ...one, otherTeachers: [] },
      ),
    })
    const [first] = (await bench.plan(vicePrincipal)).classes[0]?.eligible ?? []
    expect(first?.slots.map(({ role }) => role)).toEqual(['principal-for-absent-teacher'])
    for (const who of [vicePrincipal, subjectTeacher, homeroomTeacher]) await bench.sit(who)
    const [approved] = (await bench.plan(vicePrincipal)).classes[0]?.eligible ?? []
    expect(approved?.slots.map(({ role }) => role)).toEqual(['vice-principal-on-behalf'])
    await bench.sit(vicePrincipal)
    expect((await bench.plan(principal)).eligible).toBe(0)
    const { done, misses } = await bench.sit(clerk, 'seal')
    expect([done, misses]).toEqual([2, []])
  })
})

describe('covers', () => {
  it('are signed by the principal, then the clerk, before there is a report', async () => {
    const bench = await openBench(undefined, { withDrafts: false })
    await putDrafts(bench, bench.level, bench.reports.map(coverDraftOf))
    expect(slotsOf(await bench.plan(principal))).toEqual(Array(3).fill('s-bia-ht'))
    expect(reasonsOf(await bench.plan(principal))).toEqual(['3 × Lớp chưa kết chuyển'])
    await bench.sit(principal)
    const { done } = await bench.sit(clerk, 'seal')
    expect(done).toBe(3)
    expect(await listSigned(bench, 's-bia-truong')).toHaveLength(3)
    expect(await askAll(bench.server, 'select from registry.act')).toEqual([])
  })

  it('that are part of a report are signed there alone, and awaited by name', async () => {
    const bench = await openBench(plannedClass(7, 1), { withDrafts: false })
    const drafts = bench.reports.map((report) => draftOf(report, { coverSignedSeparately: true }))
    await putDrafts(bench, bench.level, [...bench.reports.map(coverDraftOf), ...drafts])
    expect((await bench.plan(principal)).classes[0]?.eligible.map(({ version }) => version)).toEqual([1])
    for (const who of [subjectTeacher, artsTeacher, homeroomTeacher]) await bench.sit(who)
    expect(reasonsOf(await bench.plan(homeroomTeacher))).toEqual(['1 × Chờ Quàng Thị Thời (bìa) kí trước'])
    await bench.sit(principal)
    expect(reasonsOf(await bench.plan(homeroomTeacher))).toEqual([
      '1 × Bìa học bạ đang chờ phiên đóng dấu của văn thư',
    ])
    await bench.sit(clerk, 'seal')
    await bench.sit(homeroomTeacher)
    await bench.sit(principal)
    expect((await bench.sit(clerk, 'seal')).misses).toEqual([])
    expect(await listSigned(bench, 's-%truong')).toEqual([
      's-bia-truong 7A0001',
      's-hieutruong 7A0001',
      's-truong 7A0001',
    ])
  })
})

describe('a plan', () => {
  it('asks a fixed number of statements, whatever it holds', async () => {
    const count = async (records: Parameters<typeof openSigningBench>[0]): Promise<number> => {
      const bench = await openBench(records)
      const statements = await recording(() => bench.plan(subjectTeacher))
      await bench.close()
      open = undefined
      return statements.length
    }
    expect(await count(plannedClass(7, 1))).toBe(await count(twoClasses(4)))
  })

  it('shows what needs a look first, and to nobody who answers for subjects alone', async () => {
    const bench = await openBench(undefined, { withDrafts: false })
    const exceptions = [{ kind: 'retained', text: 'Ở lại lớp', article: 'TT22/2021, Điều 12' }] as const
    await putDrafts(
      bench,
      bench.level,
      bench.reports.map((report) => {
        const draft = draftOf(report)
        return draft.studentCode === '7A0003' ? { ...draft, exceptions } : draft
      }),
    )
    const shown = async (who: typeof principal): Promise<readonly unknown[]> =>
      (await bench.plan(who)).classes.flatMap(({ eligible }) =>
        eligible.map(({ studentCode, exceptions: found }) => [studentCode, found.length]),
      )
    expect(await shown(subjectTeacher)).toEqual([
      ['7A0002', 0],
      ['7A0001', 0],
      ['7A0003', 0],
    ])
    await bench.sit(subjectTeacher)
    await bench.sit(artsTeacher)
    expect((await shown(homeroomTeacher))[0]).toEqual(['7A0003', 1])
  })

  it('tells once what every report of a class has in common', async () => {
    const bench = await openBench(undefined, { withDrafts: false })
    const substitute = { kind: 'substitute', text: 'Hiệu trưởng kí thay', article: null } as const
    const retained = { kind: 'retained', text: 'Ở lại lớp', article: 'TT22/2021, Điều 12' } as const
    await putDrafts(
      bench,
      bench.level,
      bench.reports.map((report) => {
        const draft = draftOf(report)
        const own = draft.studentCode === '7A0003' ? [retained] : []
        return { ...draft, exceptions: [substitute, ...own] }
      }),
    )
    for (const who of [subjectTeacher, artsTeacher]) await bench.sit(who)
    const [schoolClass] = (await bench.plan(homeroomTeacher)).classes
    expect(schoolClass?.common).toEqual([substitute])
    expect(schoolClass?.eligible.flatMap(({ exceptions }) => exceptions)).toEqual([retained])
  })

  it('waits for a cell that was sent back, where the signature covers it', async () => {
    const bench = await openBench(plannedClass(7, 1))
    await sendBack(bench, 'TOAN')
    expect((await bench.plan(subjectTeacher)).eligible).toBe(1)
    expect(reasonsOf(await bench.plan(homeroomTeacher))).toContain(
      '1 × Có ô đang trả lại chưa được trả lời: Toán',
    )
  })

  it('does not issue under an order that lets marks move', async () => {
    const bench = await openBench(plannedClass(7, 1))
    await bench.signAll()
    await giveOrder(bench)
    expect(reasonsOf(await bench.plan(clerk, 'seal'))).toEqual([
      '1 × Lệnh mở sổ số 45/QĐ đang có hiệu lực; phát hành sau khi lệnh kết thúc',
    ])
  })
})

describe('beginning', () => {
  it('the same again gives the same sitting; another one is refused while it is unfinished', async () => {
    const bench = await openBench()
    const { digest } = await bench.plan(subjectTeacher)
    const sittingId = await bench.begin(subjectTeacher, 'sign', { digest })
    expect(await bench.begin(subjectTeacher, 'sign', { digest })).toBe(sittingId)
    await expect(bench.begin(subjectTeacher, 'sign', { digest, leaveOut: ['7A0001'] })).rejects.toMatchObject(
      { code: 'act-not-available' },
    )
    expect(await askAll(bench.server, 'select from school.sitting')).toHaveLength(1)
  })

  it('is idempotent for two who come at once', async () => {
    const bench = await openBench()
    const { digest } = await bench.plan(subjectTeacher)
    const both = [1, 2].map(() => bench.begin(subjectTeacher, 'sign', { digest }))
    expect(new Set(await Promise.all(both)).size).toBe(1)
  })

  it('is refused where the list has changed since, and nothing is signed', async () => {
    const bench = await openBench()
    const { digest } = await bench.plan(subjectTeacher)
    const [report] = bench.reports
    if (report === undefined) throw new Error('a class has pupils')
    await putDrafts(bench, bench.level, [changedDraftOf(report)])
    await expect(bench.begin(subjectTeacher, 'sign', { digest })).rejects.toMatchObject({
      code: 'changed-meanwhile',
      message: expect.stringContaining('vừa thay đổi') as string,
    })
    expect(await askAll(bench.server, 'select from school.sitting')).toEqual([])
  })

  it('is refused where nobody’s turn is left', async () => {
    const bench = await openBench()
    await expect(bench.begin(principal)).rejects.toMatchObject({
      message: 'Không còn học bạ nào đến lượt trong phần đã chọn.',
    })
    const { digest } = await bench.plan(subjectTeacher)
    await bench.sit(subjectTeacher)
    await expect(bench.begin(subjectTeacher, 'sign', { digest })).rejects.toMatchObject({
      code: 'changed-meanwhile',
      message: expect.stringContaining('vừa bớt 3 học bạ') as string,
    })
    await expect(bench.begin(subjectTeacher)).rejects.toMatchObject({ code: 'act-not-available' })
  })

  it('finds sealing begun by another clerk', async () => {
    const bench = await openBench()
    await bench.signAll()
    await bench.begin(clerk, 'seal')
    await expect(bench.begin(colleagues.registrar, 'seal')).rejects.toMatchObject({
      message: 'Phiên đóng dấu do Vi Thị Dấu bắt đầu chưa xong. Hãy tiếp tục phiên đó.',
    })
  })
})
