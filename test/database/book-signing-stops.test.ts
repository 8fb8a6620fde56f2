import { afterEach, describe, expect, it } from 'vitest'
import { listRunningSittings } from '../../src/adapters/postgres/books/running-sittings.ts'
import { pauseSitting, resumeSitting } from '../../src/adapters/postgres/books/sittings.ts'
import type { Signer } from '../../src/crypto/ports.ts'
import type { SigningDesk } from '../../src/issuing/index.ts'
import { draftOf, putDrafts } from './support/drafts.ts'
import { colleagues, plannedClass } from './support/finished-class.ts'
import { askAll } from './support/rows.ts'
import {
  changedDraftOf,
  giveOrder,
  listSigned,
  openSigningBench,
  sendBack,
  type SigningBench,
} from './support/signing-bench.ts'

const { homeroomTeacher, subjectTeacher, clerk } = colleagues

let open: SigningBench | undefined
afterEach(async () => {
  await open?.close()
  open = undefined
})
const openBench = async (...options: Parameters<typeof openSigningBench>): Promise<SigningBench> =>
  (open = await openSigningBench(...options))

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

describe('sealing', () => {
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
      const at = ++recorded
      if (at === 3) throw new Error('connection lost')
      const outcome = await registry.entries.record(entry)
      if (at === 2) throw new Error('connection lost')
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
    let asked = 0
    const record: typeof registry.entries.record = async (entry) => {
      if (++asked === 1) await registry.entries.record(entry)
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

  it('keeps data and page of each book, as the registry has them', async () => {
    const bench = await openBench(plannedClass(7, 2), { withPages: true })
    await bench.signAll()
    expect((await bench.sit(clerk, 'seal')).misses).toEqual([])
    const files = await askAll<{ pdf: string; same: boolean }>(
      bench.server,
      `select encode(r.pdf_sha256, 'hex') as pdf, v.pdf_sha256 = r.pdf_sha256 as same
       from registry.version v join registry.year y using (tenant_id, year_key) join school.report r
         on r.student_code = y.student_code and r.version = v.version`,
    )
    expect(files.map(({ same }) => same)).toEqual([true, true])
    for (const { pdf } of files)
      expect(Buffer.from((await bench.desk.registry.files.read(pdf)) ?? []).toString('latin1')).toMatch(
        /^%PDF-/,
      )
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
