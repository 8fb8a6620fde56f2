import { afterAll, beforeAll, expect, it } from 'vitest'
import { listSittings, pauseSitting, resumeSitting } from '../../src/adapters/postgres/books/sittings.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { tryingAs, type Outcome, type Scope } from '../server/support/other-tenant.ts'
import { draftOf, levelOf, putDrafts, reportsOf } from './support/drafts.ts'
import { colleagues, fillClass, plannedClass } from './support/finished-class.ts'
import { schoolYear } from './support/gradebook.ts'
import { tenantOf } from './support/rows.ts'
import { openSigningBench, type SigningBench } from './support/signing-bench.ts'

const { principal, homeroomTeacher, subjectTeacher, artsTeacher, clerk } = colleagues
const records = plannedClass(7, 2)
/** The same school once more, to the last pupil: whatever is not told apart by the tenant is found there. */
const twin = { ...records, school: { ...records.school, code: '0079000888' } }

let bench: SigningBench
let names: readonly Scope[] = []
beforeAll(async () => {
  bench = await openSigningBench(records)
  const { database, server } = bench
  await saveSchoolYear(database, twin, { now: new Date('2026-09-01T08:00:00+07:00'), by: 'Nhập sổ' })
  const tenant = await tenantOf(server, twin.school.code)
  await fillClass({ database, tenant }, twin)
  const reports = await reportsOf({ database }, twin)
  await putDrafts(
    { database, tenant },
    levelOf(twin),
    reports.map((report) => draftOf(report)),
  )
  names = [
    { tenant: String(tenant), schoolCode: twin.school.code },
    { tenant: '', schoolCode: '' },
  ]
})
afterAll(async () => {
  await bench.close()
})

const isNothing = (outcome: Outcome): boolean =>
  'code' in outcome
    ? outcome.code === '23503' || (outcome.code === '42501' && outcome.message.includes('row-level security'))
    : outcome.written === 0 && outcome.rows.length === 0

/** Everything that is done with sittings, from the first teacher's to the issued books. */
const doAll = async (): Promise<void> => {
  for (const who of [subjectTeacher, artsTeacher, homeroomTeacher]) await bench.sit(who)
  const sittingId = await bench.begin(principal)
  const key = { tenant: bench.tenant, sittingId }
  await pauseSitting(bench.database, key)
  await resumeSitting(bench.database, key)
  await bench.run(sittingId)
  await bench.sit(clerk, 'seal')
  const { tenant, level } = bench
  await listSittings(bench.database, { tenant, schoolYear, level }, { kinds: ['seal'], staffCode: 'CB03' })
}

it('no statement of a sitting meets or writes a row in another school’s name, or in nobody’s', async () => {
  const statements = await tryingAs(names, doAll)
  const ofSchool = statements.filter(({ sql }) => /\bschool"?\./.test(sql))
  expect(ofSchool.filter(({ own }) => own > 0).length).toBeGreaterThan(20)
  expect(ofSchool.filter(({ outcomes }) => !outcomes.every(isNothing)).map(({ sql }) => sql)).toEqual([])
})
