import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readSchoolYear } from '../../src/adapters/postgres/school/read-school-year.ts'
import { rehearseRollOver, rollOver } from '../../src/adapters/postgres/set-up/roll-over.ts'
import { describeProvince } from '../../src/demo/province/index.ts'
import type { SchoolYearRecords } from '../../src/records/index.ts'
import { openFilled, type FilledDatabase } from './support/gradebook.ts'
import { askAll } from './support/rows.ts'
import { watched } from './support/statements.ts'

const { records: province } = describeProvince({ students: 240, seed: 3 })
const found = province.find(
  ({ school, schoolYear }) => school.level === 'lower-secondary' && schoolYear === '2025-2026',
)
if (found === undefined) throw new Error('the invented province has no lower-secondary school')
const records: SchoolYearRecords = found
const place = { schoolCode: records.school.code, schoolYear: '2025-2026', level: 'lower-secondary' } as const
const by = {
  account: { accountId: '018f0000-0000-7000-8000-000000000009', fullName: 'Lường Thị Sổ' },
  now: new Date('2026-08-20T08:00:00+07:00'),
}

let filled: FilledDatabase | undefined
const opened = async (): Promise<FilledDatabase> => {
  filled ??= await openFilled(records)
  return filled
}

beforeEach(async () => {
  await filled?.close()
  filled = undefined
})
afterAll(async () => {
  await filled?.close()
})

describe('a rehearsal of the roll-over', () => {
  it('names where every pupil goes and on which article that rests, and writes nothing', async () => {
    const { database, server } = await opened()
    const before = await askAll(server, 'select count(*)::int as count from school.act')
    const { plan } = await rehearseRollOver(database, place)
    expect(plan.toSchoolYear).toBe('2026-2027')
    expect(plan.destinations).toHaveLength(records.students.length)
    const promoted = plan.destinations.filter(({ outcome }) => outcome === 'promoted')
    expect(promoted.length).toBeGreaterThan(0)
    for (const { fromClass, toClass, article, reason } of promoted) {
      expect(Number.parseInt(toClass ?? '', 10)).toBe(Number.parseInt(fromClass, 10) + 1)
      expect(article).toMatch(/^TT22\/2021 Điều 1[234]/)
      expect(reason).toMatch(/lên lớp/i)
    }
    expect(plan.unassigned.some(({ lastTeacher }) => lastTeacher !== null)).toBe(true)
    expect(await askAll(server, 'select count(*)::int as count from school.act')).toEqual(before)
  })

  it('has the same digest until something that it was computed from changes', async () => {
    const { database, server } = await opened()
    const { digest } = await rehearseRollOver(database, place)
    expect((await rehearseRollOver(database, place)).digest).toBe(digest)
    await askAll(
      server,
      `update school.assessment set value = '3.5' where ctid = (select ctid from school.assessment
       where kind = 'final' and school_year = '2025-2026' and value <> '3.5' limit 1) and kind = 'final'`,
    )
    expect((await rehearseRollOver(database, place)).digest).not.toBe(digest)
  })
})

describe('the roll-over', () => {
  it('makes the next year as it was rehearsed, and the year before stands in each pupil’s history', async () => {
    const { database } = await opened()
    const { plan, digest } = await rehearseRollOver(database, place)
    const made = await rollOver(database, place, { digest, confirmUndecided: true }, by)
    expect(made).toEqual({ schoolYear: '2026-2027' })
    const next = await readSchoolYear(database, place.schoolCode, '2026-2027')
    expect(next.students).toHaveLength(plan.destinations.filter(({ toClass }) => toClass !== null).length)
    expect(next.classes.map(({ name }) => name).toSorted()).toEqual(
      plan.classes.map(({ name }) => name).toSorted(),
    )
    expect(next.staff).toHaveLength(records.staff.filter(({ left }) => left !== true).length)
    const [pupil] = next.students
    expect(pupil?.history.at(-1)).toMatchObject({ schoolYear: '2025-2026', schoolCode: place.schoolCode })
    expect(pupil?.subjects).toEqual([])
  })

  it('is refused after a change, made once, and asks to confirm pupils without a class', async () => {
    const { database, server } = await opened()
    const stale = { digest: '0'.repeat(64), confirmUndecided: true }
    await expect(rollOver(database, place, stale, by)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await askAll(server, "update school.assessment set value = null where kind = 'final' and term = 2")
    const { plan, digest } = await rehearseRollOver(database, place)
    expect(plan.destinations[0]?.outcome).toBe('undecided')
    await expect(rollOver(database, place, { digest, confirmUndecided: false }, by)).rejects.toMatchObject({
      code: 'input-not-accepted',
    })
    await rollOver(database, place, { digest, confirmUndecided: true }, by)
    await expect(rollOver(database, place, { digest, confirmUndecided: true }, by)).rejects.toThrow(
      /2026-2027 của cấp này đã có/,
    )
    const acts = await askAll(server, "select 1 from school.act where kind = 'roll-over'")
    expect(acts).toHaveLength(1)
  })

  it('leaves nothing of the new year where it is cut off in the middle', async () => {
    const { database } = await opened()
    const { digest } = await rehearseRollOver(database, place)
    let statements = 0
    await rollOver(
      watched(database, (count) => (statements = count)),
      place,
      { digest, confirmUndecided: true },
      {
        ...by,
        account: { ...by.account, fullName: 'thử' },
      },
    )
    await filled?.close()
    filled = undefined
    const again = await opened()
    for (const at of [statements - 6, statements - 3, statements])
      await expect(
        rollOver(
          watched(again.database, (count) => {
            if (count === at) throw new Error('cut off')
          }),
          place,
          { digest, confirmUndecided: true },
          by,
        ),
      ).rejects.toThrow('cut off')
    expect(
      await askAll(
        again.server,
        `select 1 from school.school_year where school_year = '2026-2027'
         union all select 1 from school.enrolment where school_year = '2026-2027'
         union all select 1 from school.act where kind = 'roll-over'`,
      ),
    ).toEqual([])
  })
})
