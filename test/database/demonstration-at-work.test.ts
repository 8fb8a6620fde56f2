import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginSitting } from '../../src/adapters/postgres/books/begin-sitting.ts'
import { planSitting, type SittingKind } from '../../src/adapters/postgres/books/plan-sitting.ts'
import { runSitting } from '../../src/adapters/postgres/books/run-sitting.ts'
import { withTenant } from '../../src/adapters/postgres/connect.ts'
import { readingSchool } from '../../src/adapters/postgres/school/enter-school.ts'
import { bringToVisitors } from '../../src/demo/filling/class-at-work.ts'
import { openOfficeOf } from '../../src/demo/filling/fill.ts'
import { chooseGroup, listVisitedStaff } from '../../src/demo/accounts.ts'
import { createDemoDesk, fillDemonstration, inventProvince } from '../../src/demo/index.ts'
import type { SigningDesk } from '../../src/issuing/index.ts'
import type { SchoolYearRecords } from '../../src/records/index.ts'
import { openPlace, type Place } from '../crash/support/open-place.ts'
import { askAll } from './support/rows.ts'
import { plannedClass } from './support/finished-class.ts'
import { openSigningBench } from './support/signing-bench.ts'

/** A demonstration whose newest year has a class on its way through the signatures. */

const clock = (): Date => new Date('2026-11-10T08:00:00+07:00')
const verificationUrl = 'http://127.0.0.1:8080/'
const size = { students: 60, seed: 1 }
const folder = mkdtempSync(join(tmpdir(), 'hocba-demo-'))
// Also the user of the database may enter it.
chmodSync(folder, 0o711)
const newest = inventProvince(size).filter(({ schoolYear }) => schoolYear === '2025-2026')
let place: Place
let desk: SigningDesk

const fill = () =>
  fillDemonstration(
    { folder, school: place.school, registry: place.registry, verificationUrl },
    { ...size, leavesWork: true, clock, onStep: () => undefined },
  )

beforeAll(async () => {
  place = await openPlace(folder)
  await fill()
  desk = createDemoDesk(await openOfficeOf(folder, clock), {
    registry: place.registry,
    verificationUrl,
    clock,
  })
})
afterAll(async () => {
  await place.close()
  rmSync(folder, { recursive: true, force: true })
})

const ofLevel = (level: string): SchoolYearRecords => {
  const found = newest.find(({ school }) => school.level === level)
  if (found === undefined) throw new Error(`there is no school of ${level}`)
  return found
}

const tenantOf = async ({ school }: SchoolYearRecords): Promise<number> =>
  (await readingSchool(place.school, school.code, (_, tenant) => Promise.resolve(tenant))) ?? 0

interface Slot {
  readonly staffCode: string | null
  readonly isSigned: boolean
  readonly isIssued: boolean
}

const slotsOf = async (records: SchoolYearRecords): Promise<readonly Slot[]> => {
  const tenant = await tenantOf(records)
  const { rows } = await withTenant(place.school, tenant, (transaction) =>
    sql<Slot>`
      select s.staff_code as "staffCode", s.signature is not null as "isSigned", r.issued_at is not null as "isIssued"
      from school.signature_slot s join school.report r using (tenant_id, school_year, student_code, version, draft)
      where s.tenant_id = ${tenant} and s.school_year = ${records.schoolYear} and s.version > 0 and s.is_current
        and s.class_id = ${records.classes[0]?.classId ?? ''}`.execute(transaction),
  )
  return rows
}

/** How many reports somebody could sign, and did. */
const sit = async (records: SchoolYearRecords, staffCode: string, kind: SittingKind): Promise<number> => {
  const { schoolYear, school, staff } = records
  const tenant = await tenantOf(records)
  const request = { tenant, schoolYear, level: school.level, staffCode, kind, now: clock() }
  const { digest, eligible } = await planSitting(place.school, request)
  if (eligible === 0) return 0
  const sittingId = randomUUID()
  const fullName = staff.find((one) => one.staffCode === staffCode)?.fullName ?? ''
  const account = { accountId: randomUUID(), fullName }
  await beginSitting(place.school, { ...request, sittingId, account, digest, classIds: null, leaveOut: [] })
  expect(await runSitting(place.school, desk, { tenant, sittingId, clock })).toBe('ended')
  return eligible
}

describe('a demonstration with a class at work', () => {
  it.each(['primary', 'lower-secondary'])(
    '%s: leaves to its visitors what is theirs, and nothing else',
    async (level) => {
      const records = ofLevel(level)
      const slots = await slotsOf(records)
      const open = slots.filter(({ isSigned }) => !isSigned)
      const visited = listVisitedStaff(records)
      expect(open.length).toBeGreaterThan(0)
      expect(open.length).toBeLessThan(slots.length)
      expect(open.filter(({ staffCode }) => staffCode !== null && !visited.has(staffCode))).toEqual([])
    },
  )

  it('does not carry over a class on whose sheets something is missing', async () => {
    const records = plannedClass(7, 2)
    const bench = await openSigningBench(records, { withDrafts: false })
    await askAll(
      bench.server,
      "delete from school.assessment where subject = 'TOAN' and student_code = '7A0002'",
    )
    await bringToVisitors(bench.database, bench.desk, { records, classId: '7A', clock: bench.clock })
    const confirmed = await askAll<{ sheet: string }>(bench.server, 'select sheet from school.confirmation')
    expect(confirmed.map(({ sheet }) => sheet)).toContain('NGU_VAN')
    expect(confirmed.map(({ sheet }) => sheet)).not.toContain('TOAN')
    expect(await askAll(bench.server, 'select class_id from school.carry_over')).toEqual([])
    await bench.close()
  })

  it('names the head of a subject group', () => {
    for (const records of newest.filter(({ school }) => school.level !== 'primary')) {
      const group = chooseGroup(records)
      expect(group).toBeDefined()
      expect(listVisitedStaff(records).has(group?.head ?? '')).toBe(true)
    }
  })

  it('is not changed by another filling', async () => {
    const before = await slotsOf(ofLevel('lower-secondary'))
    await fill()
    expect(await slotsOf(ofLevel('lower-secondary'))).toEqual(before)
  })

  it('is brought to issued books by its visitors', async () => {
    const records = ofLevel('lower-secondary')
    const clerk = records.staff.find(({ post }) => post === 'clerk')?.staffCode ?? ''
    for (let signed = 1; signed > 0;) {
      signed = 0
      for (const staffCode of listVisitedStaff(records)) signed += await sit(records, staffCode, 'sign')
    }
    expect(await sit(records, clerk, 'seal')).toBeGreaterThan(0)
    const slots = await slotsOf(records)
    expect(slots.filter(({ isSigned, isIssued }) => !isSigned || !isIssued)).toEqual([])
  })
})
