import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readClassResults } from '../../src/adapters/postgres/gradebook/class-results.ts'
import { listChanges } from '../../src/adapters/postgres/gradebook/list-changes.ts'
import { listProgress } from '../../src/adapters/postgres/gradebook/list-work.ts'
import { readSheet } from '../../src/adapters/postgres/gradebook/read-sheet.ts'
import { saveCells } from '../../src/adapters/postgres/gradebook/save-cells.ts'
import { listTrace } from '../../src/adapters/postgres/gradebook/trace.ts'
import { withClient } from '../../src/adapters/postgres/session.ts'
import { recording } from './support/recorded.ts'
import { askAll, tenantOf } from './support/rows.ts'
import {
  colleague,
  emptyClass,
  openFilled,
  save,
  saveOf,
  sheetOf,
  want,
  type FilledDatabase,
} from './support/gradebook.ts'

let filled: FilledDatabase
let other = 0
beforeAll(async () => {
  filled = await openFilled(emptyClass(7), emptyClass(9, 3, '0079000888'))
  other = await tenantOf(filled.server, '0079000888')
  const place = sheetOf(filled.tenant, 7, 'TOAN')
  await save(filled.database, saveOf(place, [want('7A0001', 'terms.1.finalMark', '8')]))
  await save(filled.database, saveOf(place, [want('7A0001', 'terms.1.finalMark', '9', 1)]))
  const attendance = sheetOf(filled.tenant, 7, 'attendance')
  await save(filled.database, saveOf(attendance, [want('7A0001', 'absentOn.2026-10-01', 'excused')]))
})
afterAll(() => filled.close())

/** Everything the module does, as it would be done for a class of this tenant. */
const doAll = async (database: FilledDatabase['database'], tenant: number) => {
  const place = sheetOf(tenant, 7, 'TOAN')
  return {
    sheet: await readSheet(database, place, { closings: [] }),
    homeroom: await readSheet(database, { ...place, sheet: 'homeroom' }, { closings: [] }),
    changes: await listChanges(database, place, new Date(0)),
    results: await readClassResults(database, place),
    sheetTrace: await listTrace(database, place, { sheet: 'TOAN' }),
    pupilTrace: await listTrace(database, place, { studentCode: '7A0001' }),
    work: await listProgress(database, place, [{ sheet: 'TOAN' }, { sheet: 'homeroom' }], '2026-11-10'),
  }
}

/** What all tables of the school hold of a tenant. */
const rowsOf = (tenant: number) =>
  askAll(
    filled.server,
    `select 'assessment' as name, md5(string_agg(t::text, '' order by t::text)) from school.assessment t where tenant_id = $1
     union all select 'entry', md5(string_agg(t::text, '' order by t::text)) from school.homeroom_entry t where tenant_id = $1
     union all select 'act', md5(string_agg(t::text, '' order by t::text)) from school.act t where tenant_id = $1
     union all select 'save', md5(string_agg(t::text, '' order by t::text)) from school.save t where tenant_id = $1
     union all select 'trace', md5(string_agg(t::text, '' order by t::text)) from school.superseded t where tenant_id = $1`,
    [tenant],
  )

describe('another school', () => {
  it('is not seen and not written by anything the gradebook does', async () => {
    const before = await rowsOf(filled.tenant)
    const seen = await doAll(filled.database, other)
    expect(seen).toEqual({
      sheet: undefined,
      homeroom: undefined,
      changes: [],
      results: undefined,
      sheetTrace: undefined,
      pupilTrace: undefined,
      work: [expect.objectContaining({ classId: '9A' }), expect.objectContaining({ classId: '9A' })],
    })
    const wanted = saveOf(sheetOf(other, 7, 'TOAN'), [want('7A0001', 'terms.1.finalMark', '1', 2)])
    expect(await saveCells(filled.database, wanted)).toBeUndefined()
    expect(await rowsOf(filled.tenant)).toEqual(before)
  })

  it('cannot write on pupils of the first one through a class of its own', async () => {
    const place = { ...sheetOf(other, 9, 'TOAN') }
    const [outcome] = await save(filled.database, saveOf(place, [want('7A0001', 'terms.1.finalMark', '1')]))
    expect(outcome?.outcome).toBe('refused')
  })

  it('may use the number of a save that the first one used', async () => {
    const wanted = saveOf(sheetOf(filled.tenant, 7, 'TOAN'), [want('7A0002', 'terms.1.finalMark', '8')])
    await save(filled.database, wanted)
    const [outcome] = await save(filled.database, {
      ...saveOf(sheetOf(other, 9, 'TOAN'), [want('9A0001', 'terms.1.finalMark', '7')], {
        account: colleague,
      }),
      saveId: wanted.saveId,
    })
    expect(outcome).toMatchObject({ outcome: 'saved', value: '7' })
  })
})

describe('row security', () => {
  it('leaves every query of the gradebook without a row of another tenant, and refuses every statement that writes one', async () => {
    const cells = [want('7A0003', 'terms.1.finalMark', '8')]
    const over = cells.map((cell) => ({ ...cell, value: '7', seenVersion: 1 }))
    const first = saveOf(sheetOf(filled.tenant, 7, 'TOAN'), cells)
    const days = [want('7A0003', 'absentOn.2026-10-05', 'excused')]
    const statements = await recording(async () => {
      await doAll(filled.database, filled.tenant)
      await save(filled.database, first)
      await save(filled.database, first)
      await save(filled.database, saveOf(sheetOf(filled.tenant, 7, 'TOAN'), over))
      await save(filled.database, saveOf(sheetOf(filled.tenant, 7, 'TOAN'), over))
      await save(filled.database, saveOf(sheetOf(filled.tenant, 7, 'attendance'), days))
    })
    const own = statements.filter(({ sql }) => !/^(begin|set local|commit|rollback)/.test(sql))
    expect(own.length).toBeGreaterThan(25)
    const before = await rowsOf(filled.tenant)
    // The very statements with the first school's number in them, in force for the other school.
    for (const { sql, parameters } of own)
      await withClient(
        filled.server.url,
        async (client) => {
          await client.query(`begin; set local hb.tenant = ${other}`)
          const rows = await client.query(sql, [...parameters]).then(
            (result) => result.rows.length,
            (error: unknown) => (error as { readonly code: string }).code,
          )
          expect([0, '42501', '23503'], sql).toContain(rows)
          await client.query('commit').catch(() => undefined)
        },
        'hb_school',
      )
    expect(await rowsOf(filled.tenant)).toEqual(before)
  })
})
