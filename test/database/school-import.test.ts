import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Database } from '../../src/adapters/postgres/connect.ts'
import { readSchoolYear } from '../../src/adapters/postgres/school/read-school-year.ts'
import { compareSchoolYear, saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import { openTestDatabase, type TestDatabase } from '../../src/adapters/postgres/testing.ts'
import type { SchoolYearRecords } from '../../src/records/index.ts'
import { askAll } from './support/rows.ts'
import {
  by,
  changedSchool,
  fullSchool,
  now,
  withFinalMark,
  withPupil,
  withTermMarks,
} from './support/school-years.ts'
import { watched } from './support/statements.ts'

let server: TestDatabase
let database: Database<'school'>

beforeAll(async () => {
  server = await openTestDatabase()
  database = await connect(server.url, 'school')
})
afterAll(async () => {
  await database.destroy()
  await server.close()
})

/** What is there: every row of every table but those that only say which act wrote it. */
const snapshot = async (): Promise<unknown> => ({
  records: await readSchoolYear(database, fullSchool.school.code, fullSchool.schoolYear),
  acts: await askAll(server, 'select act_id from school.act order by acted_at, act_id'),
  cells: await askAll(
    server,
    'select * from school.assessment order by student_code, subject, kind, term, number',
  ),
  traces: await askAll(server, 'select * from school.superseded order by act_id, table_name, row_key'),
})

const save = (records: SchoolYearRecords, by = 'Lò Thị Hạnh') =>
  saveSchoolYear(database, records, { now, by })

beforeEach(async () => {
  await save(fullSchool)
})

describe('an import that is broken off', () => {
  it('by an error at any statement leaves everything as it was', async () => {
    const before = await snapshot()
    let reached = 0
    for (let at = 1; at < 100; at++) {
      const failing = watched(database, (count) => {
        if (count === at) throw new Error('broken off')
      })
      const outcome = await saveSchoolYear(failing, changedSchool, { now, by }).then(
        () => 'done',
        (error: unknown) => (error as Error).message,
      )
      if (outcome === 'done') break
      expect(outcome).toBe('broken off')
      expect(await snapshot()).toEqual(before)
      reached = at
    }
    expect(reached).toBeGreaterThan(20)
    expect(await readSchoolYear(database, fullSchool.school.code, fullSchool.schoolYear)).toEqual(
      changedSchool,
    )
  })

  it('by kill -9 leaves everything as it was', async () => {
    const before = await snapshot()
    for (const at of [19, 24, 28]) {
      expect(await importAndDie(at)).toEqual({ signal: 'SIGKILL', out: '' })
      expect(await snapshot()).toEqual(before)
    }
    expect(await importAndDie(1000)).toEqual({ signal: null, out: 'survived' })
    expect(await snapshot()).not.toEqual(before)
  })
})

const importAndDie = (statement: number): Promise<{ signal: string | null; out: string }> =>
  new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('support/killed-import.ts', import.meta.url))
    const child = spawn(process.execPath, [script, server.url, String(statement)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    child.stdout.on('data', (chunk) => (out += String(chunk)))
    child.on('error', reject)
    child.on('close', (_, signal) => {
      resolve({ signal, out })
    })
  })

describe('two imports of one school at once', () => {
  it('come one after the other: what is there is the one or the other, whole', async () => {
    const versions = Array.from({ length: 6 }, (_, at) =>
      withPupil(withPupil(fullSchool, 0, withFinalMark(String(at))), 2, withFinalMark(String(at))),
    )
    const outcomes = await Promise.all(versions.map((records, at) => save(records, `người ${at}`)))
    expect(outcomes.map((outcome) => outcome.changed)).toEqual(versions.map(() => 2))
    const after = await readSchoolYear(database, fullSchool.school.code, fullSchool.schoolYear)
    expect(versions).toContainEqual(after)
  })

  it('and of a school that is not there yet enter it once', async () => {
    const fresh = { ...fullSchool, school: { ...fullSchool.school, code: '99-fresh' } }
    const outcomes = await Promise.all([save(fresh), save(fresh), save(fresh)])
    expect(outcomes.filter(({ added }) => added > 0)).toHaveLength(1)
    expect(outcomes.filter(({ added, unchanged }) => added === 0 && unchanged > 0)).toHaveLength(2)
  })
})

describe('an import that is overtaken by somebody else’s save', () => {
  const key = `student_code = '0112345602' and subject = 'NGU_VAN' and term = 1 and number = 0`
  const ownTenant = `(select tenant_id from school.school where school_code = '${fullSchool.school.code}')`

  it.each([
    [
      'of a cell that it would overwrite',
      `update school.assessment set value = '9', version = version + 1
      where ${key} and kind = 'final' and tenant_id = ${ownTenant}`,
    ],
    [
      'of a cell that it would add',
      `insert into school.assessment (tenant_id, school_year, student_code, subject, kind, term, number, value, act_id)
      select tenant_id, school_year, student_code, subject, 'topic', term, number, '9', act_id
      from school.assessment where ${key} and kind = 'final' and tenant_id = ${ownTenant}`,
    ],
  ])('%s is refused whole', async (_, meanwhile) => {
    const act = 17
    let before: unknown
    const overtaken = watched(
      database,
      () => undefined,
      async (count) => {
        if (count !== act) return
        await askAll(server, meanwhile)
        before = await snapshot()
      },
    )
    const both = withPupil(
      withPupil(fullSchool, 0, withFinalMark('2')),
      1,
      withTermMarks({ finalMark: '2', topicMark: '7' }),
    )
    await expect(saveSchoolYear(overtaken, both, { now, by })).rejects.toMatchObject({
      code: 'act-not-available',
    })
    expect(before).toBeDefined()
    expect(await snapshot()).toEqual(before)
  })
})

describe('a cell', () => {
  interface Written {
    readonly value: string | null
    readonly version: number
    readonly by: string
  }
  const here = `join school.act a using (tenant_id, act_id) join school.school using (tenant_id)
    where school_code = '${fullSchool.school.code}'`
  const cell = async (): Promise<Written | undefined> => {
    const rows = await askAll<Written>(
      server,
      `select c.value, c.version, a.acted_by as by from school.assessment c ${here}
      and c.student_code = '0112345602' and c.subject = 'NGU_VAN' and c.kind = 'final' and c.term = 1`,
    )
    return rows[0]
  }
  const trace = (since: number): Promise<readonly Written[]> =>
    askAll<Written>(
      server,
      `select s.before ->> 'value' as value, s.version, a.acted_by as by from school.superseded s ${here}
      and s.version >= ${since} and s.row_key = '["0112345602", "NGU_VAN", "final", 1, 0]' order by s.version`,
    )

  it('keeps a trace of every value it had, who replaced it, and a version that only grows', async () => {
    const before = await cell()
    const version = before?.version ?? 0
    const outcomes = []
    for (const [at, mark] of ['3', undefined, '8.0'].entries())
      outcomes.push(await save(withPupil(fullSchool, 1, withFinalMark(mark)), `người ${at}`))
    expect(outcomes.map(({ added, changed, removed }) => [added, changed, removed])).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ])
    expect(await cell()).toEqual({ value: '8.0', version: version + 3, by: 'người 2' })
    expect(await trace(version)).toEqual([
      { value: before?.value, version, by: 'người 0' },
      { value: '3', version: version + 1, by: 'người 1' },
      { value: null, version: version + 2, by: 'người 2' },
    ])
  })

  it('holds no value that no cell of its kind may hold', async () => {
    await expect(save(withPupil(fullSchool, 0, withFinalMark('11')))).rejects.toThrow('check constraint')
  })
})

describe('a pupil', () => {
  it('who is not in the workbook any more leaves the year, and their marks stay in the trace', async () => {
    const without = { ...fullSchool, students: fullSchool.students.slice(0, 2) }
    const outcome = await save(without)
    expect(outcome.byTable.get('enrolment')).toMatchObject({ removed: 1, unchanged: 2 })
    expect(await readSchoolYear(database, without.school.code, without.schoolYear)).toEqual(without)
    const traces = await askAll(
      server,
      "select 1 from school.superseded where student_code = '0112345603' and table_name = 'assessment'",
    )
    expect(traces.length).toBeGreaterThan(0)
    const back = await save(fullSchool)
    expect(back.byTable.get('assessment')).toMatchObject({
      added: outcome.byTable.get('assessment')?.removed,
    })
  })

  it('who only stands elsewhere in the list has not changed', async () => {
    const turned = { ...fullSchool, students: fullSchool.students.toReversed() }
    expect(await save(turned)).toMatchObject({ added: 0, changed: 0, removed: 0 })
    expect(await readSchoolYear(database, turned.school.code, turned.schoolYear)).toEqual(turned)
  })

  it('stands in the class list by given name, in Vietnamese order', async () => {
    const names = ['Vi Văn Đức', 'Ngần Ân', 'Lò Thị Dung', 'Vi An', 'Hà Ánh', 'Lò Văn An']
    const [model] = fullSchool.students
    if (model === undefined) throw new Error('the small school has pupils')
    const students = names.map((fullName, at) => ({
      ...model,
      profile: { ...model.profile, fullName, studentCode: `01199999${at}`, citizenId: `00121499999${at}` },
    }))
    const code = '99-names'
    await save({ ...fullSchool, school: { ...fullSchool.school, code }, students, amendments: [] })
    const list = await askAll<{ full_name: string }>(
      server,
      `select full_name from school.enrolment where tenant_id = (select tenant_id from school.school
        where school_code = $1) order by given_name, full_name`,
      [code],
    )
    expect(list.map(({ full_name }) => full_name)).toEqual([
      'Lò Văn An',
      'Vi An',
      'Hà Ánh',
      'Ngần Ân',
      'Lò Thị Dung',
      'Vi Văn Đức',
    ])
  })
})

describe('what would change', () => {
  it('is counted as the import itself counts it, and nothing is written', async () => {
    const before = await snapshot()
    const expected = await compareSchoolYear(database, changedSchool)
    expect(await snapshot()).toEqual(before)
    expect(expected.changed).toBe(1)
    expect(await save(changedSchool)).toEqual(expected)
  })

  it('of a school that is not there is everything, and the school is still not there', async () => {
    const fresh = { ...fullSchool, school: { ...fullSchool.school, code: '99-nowhere' } }
    const { added, changed, unchanged, removed } = await compareSchoolYear(database, fresh)
    expect(added).toBeGreaterThan(50)
    expect([changed, unchanged, removed]).toEqual([0, 0, 0])
    expect(await askAll(server, "select 1 from school.school where school_code = '99-nowhere'")).toEqual([])
  })
})
