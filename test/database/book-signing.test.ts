import { afterEach, describe, expect, it } from 'vitest'
import { listRunningSittings } from '../../src/adapters/postgres/books/running-sittings.ts'
import { pauseSitting, resumeSitting } from '../../src/adapters/postgres/books/sittings.ts'
import type { YearReport } from '../../src/bookfile/index.ts'
import type { Signer } from '../../src/crypto/ports.ts'
import type { SigningDesk } from '../../src/issuing/index.ts'
import { coverDraftOf, draftOf, putDrafts, type PutDraft } from './support/drafts.ts'
import { colleagues, plannedClass } from './support/finished-class.ts'
import { recording } from './support/recorded.ts'
import { askAll } from './support/rows.ts'
import {
  listSigned,
  openSigningBench,
  reasonsOf,
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

/** A draft of the same report after a comment of it was written anew. */
const changedDraftOf = (report: YearReport): PutDraft =>
  draftOf({ ...report, summary: { ...report.summary, comment: 'Em tiến bộ nhiều.' } })

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
      assignments: records.assignments.map((one) => {
        const { otherTeachers: _, ...lesson } = one
        return one.teacher === 'CB04'
          ? { ...lesson, principalSigns: { decisionNumber: '3/QĐ', reason: 'Chuyển trường' } }
          : lesson
      }),
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

const giveOrder = (bench: SigningBench): Promise<unknown> =>
  askAll(
    bench.server,
    `insert into school.entry_order (tenant_id, order_id, school_year, level, order_number, reason, opens_at,
         ends_at, by_name, act_id)
       select tenant_id, act_id, school_year, level, '45/QĐ', 'Bổ sung', $1::timestamptz - interval '1 day',
         $1::timestamptz + interval '1 day', 'Hiệu trưởng', act_id from school.act limit 1`,
    [bench.clock()],
  )

const sendBack = (bench: SigningBench, sheet: string): Promise<unknown> =>
  askAll(
    bench.server,
    `insert into school.send_back (tenant_id, send_back_id, school_year, level, class_id, sheet, student_code, path,
       reason, by_name, act_id)
     select tenant_id, act_id, school_year, level, '7A', $1, '7A0001', 'terms.1.finalMark', 'Xem lại', 'Tổ trưởng',
       act_id from school.act limit 1`,
    [sheet],
  )

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

describe('what changed after it was agreed to', () => {
  it('is dropped: made anew meanwhile, and to be signed as it is now', async () => {
    const bench = await openBench()
    const sittingId = await bench.begin(subjectTeacher)
    const [report] = bench.reports
    if (report === undefined) throw new Error('a class has pupils')
    await putDrafts(bench, bench.level, [changedDraftOf(report)])
    await bench.run(sittingId)
    const { done, dropped, misses } = await bench.look(sittingId)
    expect([done, dropped]).toEqual([2, 1])
    expect(misses).toMatchObject([
      { studentCode: report.identity.studentCode, message: expect.stringContaining('lập lại') as string },
    ])
    expect(await listSigned(bench)).toHaveLength(2)
    const [again] = (await bench.plan(subjectTeacher)).classes[0]?.eligible ?? []
    expect(again).toMatchObject({ studentCode: report.identity.studentCode, draft: 2 })
  })

  it('is dropped where a cell was sent back meanwhile', async () => {
    const bench = await openBench(plannedClass(7, 1))
    const sittingId = await bench.begin(homeroomTeacher)
    await sendBack(bench, 'TOAN')
    await bench.run(sittingId)
    expect(await bench.look(sittingId)).toMatchObject({ done: 0, dropped: 1, state: 'ended' })
  })

  it('fails by itself where a kept report cannot be read, and the others are signed', async () => {
    const bench = await openBench()
    await askAll(bench.server, `update school.report set data = '<Khac/>' where student_code = '7A0002'`)
    const { done, failed, misses, state } = await bench.sit(subjectTeacher)
    expect([done, failed, state]).toEqual([2, 1, 'ended'])
    expect(misses.map(({ studentCode }) => studentCode)).toEqual(['7A0002'])
  })
})

const withSigner = (desk: SigningDesk, change: (signer: Signer) => Signer | undefined): SigningDesk => ({
  ...desk,
  findSigner: async (person) => {
    const signer = await desk.findSigner(person)
    return signer === undefined ? undefined : change(signer)
  },
})

describe('a sitting that stops', () => {
  it('is paused between batches, is among the running ones no more, and goes on where it was', async () => {
    const bench = await openBench()
    const sittingId = await bench.begin(subjectTeacher)
    const key = { tenant: bench.tenant, sittingId }
    expect(await listRunningSittings(bench.database)).toEqual([key])
    let asked = 0
    const pausing: SigningDesk = {
      ...bench.desk,
      findSigner: async (person) => {
        if (++asked === 2) expect(await pauseSitting(bench.database, key)).toBe(true)
        return bench.desk.findSigner(person)
      },
    }
    expect(await bench.run(sittingId, { batch: 1 }, pausing)).toBe('paused')
    expect(await listRunningSittings(bench.database)).toEqual([])
    expect(await bench.look(sittingId)).toMatchObject({ state: 'paused', done: 2, message: null })
    expect(await listSigned(bench)).toHaveLength(2)
    expect(await bench.run(sittingId)).toBe('paused')
    await resumeSitting(bench.database, key)
    expect(await bench.run(sittingId)).toBe('ended')
    expect(await listSigned(bench)).toHaveLength(3)
    await expect(resumeSitting(bench.database, key)).rejects.toMatchObject({ code: 'act-not-available' })
  })

  it('is stopped by the server after the batch it is at, and still runs', async () => {
    const bench = await openBench()
    const sittingId = await bench.begin(subjectTeacher)
    let batches = 0
    const end = await bench.run(sittingId, {
      batch: 1,
      onBatch: () => (batches += 1),
      isStopping: () => batches > 0,
    })
    expect(end).toBe('stopped')
    expect(await bench.look(sittingId)).toMatchObject({ state: 'running', done: 1 })
  })

  it.each<readonly [string, (signer: Signer) => Signer | undefined, string]>([
    [
      'does not answer',
      (signer) => ({ ...signer, sign: () => Promise.reject(new Error('no card')) }),
      'Khóa kí của Ngân Thị Lụa không trả lời',
    ],
    ['is not there', () => undefined, 'Chưa tìm thấy khóa kí của Ngân Thị Lụa'],
    [
      'gives another value',
      (signer) => ({ ...signer, sign: (messages) => signer.sign(messages.map(() => new Uint8Array(3))) }),
      'Khóa kí của Ngân Thị Lụa không trả lời hoặc trả lời sai',
    ],
  ])('for a key that %s says so, leaves everything, and goes on with the key', async (_, change, message) => {
    const bench = await openBench()
    const sittingId = await bench.begin(subjectTeacher)
    expect(await bench.run(sittingId, {}, withSigner(bench.desk, change))).toBe('paused')
    const { state, message: told, done, misses } = await bench.look(sittingId)
    expect([state, done, misses]).toEqual(['paused', 0, []])
    expect(told).toContain(message)
    expect(await listSigned(bench)).toEqual([])
    await resumeSitting(bench.database, { tenant: bench.tenant, sittingId })
    expect(await bench.run(sittingId)).toBe('ended')
    expect(await bench.look(sittingId)).toMatchObject({ done: 3, message: null })
  })

  it('for a key that is another person’s says so', async () => {
    const bench = await openBench(plannedClass(7, 1))
    const sittingId = await bench.begin(subjectTeacher)
    const confused: SigningDesk = {
      ...bench.desk,
      findSigner: (person) => bench.desk.findSigner({ ...person, citizenId: '001080000999' }),
    }
    expect(await bench.run(sittingId, {}, confused)).toBe('paused')
    expect((await bench.look(sittingId)).message).toContain('không mang số định danh của Ngân Thị Lụa')
  })
})

describe('sealing that stops', () => {
  const sealing = (bench: SigningBench, change: Partial<SigningDesk>): SigningDesk => ({
    ...bench.desk,
    ...change,
  })
  const acts = (bench: SigningBench): Promise<readonly unknown[]> =>
    askAll(bench.server, 'select from registry.act')

  it('for want of a timestamp issues nothing of the batch, says so, and goes on', async () => {
    const bench = await openBench()
    await bench.signAll()
    const silent = sealing(bench, {
      findSeal: async (school) => {
        const seal = await bench.desk.findSeal(school)
        return seal && { ...seal, timestamps: { timestamp: () => Promise.reject(new Error('no answer')) } }
      },
    })
    const sittingId = await bench.begin(clerk, 'seal')
    expect(await bench.run(sittingId, {}, silent)).toBe('paused')
    expect((await bench.look(sittingId)).message).toContain('Chưa lấy được dấu thời gian')
    expect(await acts(bench)).toEqual([])
    expect(await listSigned(bench, 's-truong')).toEqual([])
    await resumeSitting(bench.database, { tenant: bench.tenant, sittingId })
    expect(await bench.run(sittingId)).toBe('ended')
    expect(await acts(bench)).toHaveLength(3)
  })

  it('for want of the seal says so', async () => {
    const bench = await openBench(plannedClass(7, 1))
    await bench.signAll()
    const sittingId = await bench.begin(clerk, 'seal')
    const none = sealing(bench, { findSeal: () => Promise.resolve(undefined) })
    expect(await bench.run(sittingId, {}, none)).toBe('paused')
    expect((await bench.look(sittingId)).message).toContain('Chưa tìm thấy khóa con dấu')
  })

  it('after the registry has it and before the school has takes it over: nothing twice', async () => {
    const bench = await openBench()
    await bench.signAll()
    const { registry } = bench.desk
    let recorded = 0
    const record: typeof registry.entries.record = async (entry) => {
      const outcome = await registry.entries.record(entry)
      if (++recorded === 2) throw new Error('connection lost')
      return outcome
    }
    const broken = sealing(bench, { registry: { ...registry, entries: { record } } })
    const sittingId = await bench.begin(clerk, 'seal')
    await expect(bench.run(sittingId, {}, broken)).rejects.toThrow('connection lost')
    expect(await bench.look(sittingId)).toMatchObject({ state: 'paused', done: 0 })
    expect(await acts(bench)).toHaveLength(2)
    await resumeSitting(bench.database, { tenant: bench.tenant, sittingId })
    expect(await bench.run(sittingId)).toBe('ended')
    expect(await bench.look(sittingId)).toMatchObject({ done: 3, failed: 0 })
    const same = await askAll<{ same: boolean }>(
      bench.server,
      `select v.xml_sha256 = r.xml_sha256 and v.issued_at = r.issued_at as same
       from registry.version v join registry.year y using (tenant_id, year_key) join school.report r
         on r.student_code = y.student_code and r.version = v.version`,
    )
    expect(same).toEqual(Array(3).fill({ same: true }))
    expect(await acts(bench)).toHaveLength(3)
  })

  it('takes over what is on record although an order has opened the class since', async () => {
    const bench = await openBench(plannedClass(7, 2))
    await bench.signAll()
    const { registry } = bench.desk
    const record: typeof registry.entries.record = async (entry) => {
      await registry.entries.record(entry)
      throw new Error('connection lost')
    }
    const sittingId = await bench.begin(clerk, 'seal')
    const broken = sealing(bench, { registry: { ...registry, entries: { record } } })
    await expect(bench.run(sittingId, {}, broken)).rejects.toThrow('connection lost')
    await giveOrder(bench)
    await resumeSitting(bench.database, { tenant: bench.tenant, sittingId })
    expect(await bench.run(sittingId)).toBe('ended')
    expect(await bench.look(sittingId)).toMatchObject({ done: 1, dropped: 1 })
    expect(await acts(bench)).toHaveLength(1)
  })

  it('leaves a book that our own verification does not pass, and issues the others', async () => {
    const bench = await openBench(undefined, { withDrafts: false })
    const drafts = bench.reports.map((report) => {
      const isOdd = report.identity.studentCode === '7A0001'
      return draftOf(
        isOdd
          ? { ...report, summary: { ...report.summary, decision: 'retained', completion: false } }
          : report,
      )
    })
    await putDrafts(bench, bench.level, drafts)
    await bench.signAll()
    const { done, failed, state, misses } = await bench.sit(clerk, 'seal')
    expect([done, failed, state]).toEqual([2, 1, 'ended'])
    expect(misses).toMatchObject([
      { studentCode: '7A0001', message: expect.stringContaining('tự kiểm tra') as string },
    ])
  })
})
