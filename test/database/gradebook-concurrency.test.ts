import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listChanges } from '../../src/adapters/postgres/gradebook/list-changes.ts'
import { readSheet } from '../../src/adapters/postgres/gradebook/read-sheet.ts'
import type { SheetPlace } from '../../src/adapters/postgres/gradebook/sheet-facts.ts'
import { listTrace } from '../../src/adapters/postgres/gradebook/trace.ts'
import { drawingFrom } from './support/drawing.ts'
import {
  colleague,
  emptyClass,
  now,
  openFilled,
  save,
  saveOf,
  sheetOf,
  teacher,
  want,
  type FilledDatabase,
} from './support/gradebook.ts'
import { askAll } from './support/rows.ts'

let filled: FilledDatabase
beforeAll(async () => {
  filled = await openFilled(emptyClass(7, 12))
})
afterAll(() => filled.close())

const sheet = (name: 'TOAN' | 'NGU_VAN' | 'KHTN' | 'TIN_HOC'): SheetPlace => sheetOf(filled.tenant, 7, name)
const read = async (place: SheetPlace) => {
  const found = await readSheet(filled.database, place, { closings: [] })
  return new Map(found?.cells.map((cell) => [`${cell.studentCode} ${cell.path}`, cell]))
}

describe('two people at once', () => {
  it('never both win an empty cell', async () => {
    for (let round = 0; round < 20; round++) {
      const path = `terms.${1 + (round % 2)}.regularMarks.${round % 4}`
      const student = `7A00${String(1 + Math.floor(round / 4)).padStart(2, '0')}`
      const answers = await Promise.all([
        save(filled.database, saveOf(sheet('TOAN'), [want(student, path, '3')])),
        save(filled.database, saveOf(sheet('TOAN'), [want(student, path, '9')], { account: colleague })),
      ])
      const outcomes = answers.map(([one]) => one?.outcome)
      expect(outcomes.toSorted()).toEqual(['conflict', 'saved'])
      const winner = answers.flat().find(({ outcome }) => outcome === 'saved')
      const loser = answers.flat().find(({ outcome }) => outcome === 'conflict')
      expect(loser).toMatchObject({ value: winner?.value, version: 1, byName: winner?.byName })
    }
  })

  it('never both win a cell that was written before', async () => {
    const path = 'terms.1.finalMark'
    await save(filled.database, saveOf(sheet('TOAN'), [want('7A0001', path, '5')]))
    for (let version = 1; version <= 10; version++) {
      const answers = await Promise.all(
        ['3', '9', '7'].map((value) =>
          save(
            filled.database,
            saveOf(sheet('TOAN'), [want('7A0001', path, `${value}.${version % 10}`, version)]),
          ),
        ),
      )
      expect(answers.flat().filter(({ outcome }) => outcome === 'saved')).toHaveLength(1)
      expect((await read(sheet('TOAN'))).get(`7A0001 ${path}`)?.version).toBe(version + 1)
    }
  })

  it('both win different cells, in whatever order they name them', async () => {
    const cells = Array.from({ length: 12 }, (_, index) => `7A00${String(index + 1).padStart(2, '0')}`)
    const of = (path: string) => cells.map((student) => want(student, path, '8'))
    for (let round = 0; round < 5; round++) {
      const path = `terms.2.regularMarks.${round % 2}`
      const seen = await read(sheet('NGU_VAN'))
      const versions = of(path).map((cell) => ({
        ...cell,
        value: String(round),
        seenVersion: seen.get(`${cell.studentCode} ${path}`)?.version ?? 0,
      }))
      const answers = await Promise.all([
        save(filled.database, saveOf(sheet('NGU_VAN'), versions.slice(0, 6))),
        save(filled.database, saveOf(sheet('NGU_VAN'), versions.slice(6).reverse())),
      ])
      expect(answers.flat().every(({ outcome }) => outcome === 'saved')).toBe(true)
    }
  })

  it('who want the same cells in opposite orders do not wait for each other for ever', async () => {
    const cells = Array.from({ length: 12 }, (_, index) =>
      want(`7A00${String(index + 1).padStart(2, '0')}`, 'comment', 'Chăm'),
    )
    const others = cells.map((cell) => ({ ...cell, value: 'Ngoan' })).reverse()
    const [first, second] = await Promise.all([
      save(filled.database, saveOf(sheet('KHTN'), cells)),
      save(filled.database, saveOf(sheet('KHTN'), others)),
    ])
    const saved = [...first, ...second].filter(({ outcome }) => outcome === 'saved')
    expect(saved).toHaveLength(12)
  })
})

describe('eight writers on random cells', () => {
  const writers = 8
  const saves = 25
  const students = 4
  const paths = [
    'terms.1.regularMarks.0',
    'terms.1.regularMarks.1',
    'terms.1.midtermMark',
    'terms.1.finalMark',
  ]

  /** One who reads, writes a few cells as they saw them, learns from the answers, and goes on. */
  const work = async (seed: number) => {
    const draw = drawingFrom(seed)
    const account = { ...teacher, fullName: `Người ghi ${seed}` }
    const seen = new Map<string, number>()
    const acknowledged: { readonly cell: string; readonly value: string | null; readonly version: number }[] =
      []
    for (let count = 0; count < saves; count++) {
      const cells = Array.from({ length: 1 + draw(4) }, () => ({
        student: `7A00${String(1 + draw(students)).padStart(2, '0')}`,
        path: paths[draw(paths.length)] ?? '',
      }))
      const unique = [...new Map(cells.map((cell) => [`${cell.student} ${cell.path}`, cell])).values()]
      const wanted = unique.map(({ student, path }) =>
        want(student, path, `${seed}.${draw(10)}`, seen.get(`${student} ${path}`) ?? 0),
      )
      const outcomes = await save(filled.database, saveOf(sheet('TIN_HOC'), wanted, { account }))
      for (const { studentCode, path, outcome, value, version } of outcomes) {
        const cell = `${studentCode} ${path}`
        seen.set(cell, version)
        if (outcome === 'saved') acknowledged.push({ cell, value, version })
      }
    }
    return acknowledged
  }

  it('leave what some order of them would leave: each version once, each acknowledged value kept', async () => {
    const acknowledged = (
      await Promise.all(Array.from({ length: writers }, (_, seed) => work(seed + 1)))
    ).flat()
    const stored = await askAll<{ readonly cell: string; readonly version: number; readonly value: string }>(
      filled.server,
      `with names(kind, number, path) as (values ('regular', 0, 'terms.1.regularMarks.0'),
        ('regular', 1, 'terms.1.regularMarks.1'), ('midterm', 0, 'terms.1.midtermMark'), ('final', 0, 'terms.1.finalMark')),
       versions as (
        select student_code, kind::text, number::int, version, value from school.assessment where subject = 'TIN_HOC'
        union all
        select student_code, row_key ->> 2, (row_key ->> 4)::int, version, before ->> 'value' from school.superseded
        where row_key ->> 1 = 'TIN_HOC')
       select student_code || ' ' || path as cell, version, value from versions join names using (kind, number)`,
    )
    const history = new Map(stored.map(({ cell, version, value }) => [`${cell} ${version}`, value]))
    expect(history.size).toBe(stored.length)
    expect(acknowledged.length).toBeGreaterThan(100)
    for (const { cell, value, version } of acknowledged) expect(history.get(`${cell} ${version}`)).toBe(value)
    const latest = await read(sheet('TIN_HOC'))
    for (const [cell, { version }] of latest)
      for (let one = 1; one <= version; one++) expect(history.has(`${cell} ${one}`)).toBe(true)
  })

  it('leave a trace that tells the same story', async () => {
    const place = sheet('TIN_HOC')
    const entries =
      (await listTrace(filled.database, place, {
        sheet: 'TIN_HOC',
        studentCode: '7A0001',
        path: 'terms.1.finalMark',
      })) ?? []
    const cell = (await read(place)).get('7A0001 terms.1.finalMark')
    expect(entries).toHaveLength(cell?.version ?? 0)
    expect(entries[0]).toMatchObject({ after: cell?.value, byName: cell?.byName })
    for (const [index, entry] of entries.entries())
      expect(entry.before).toBe(entries[index + 1]?.after ?? null)
  })
})

describe('what others wrote since', () => {
  it('is told with its version, and nothing older than the minute before', async () => {
    const place = sheet('NGU_VAN')
    const later = new Date(now.getTime() + 3_600_000)
    await save(filled.database, saveOf(place, [want('7A0012', 'terms.1.finalMark', '8')], { now: later }))
    const changes = await listChanges(filled.database, place, new Date(later.getTime() - 1000))
    expect(
      changes.map(({ studentCode, path, value, version }) => [studentCode, path, value, version]),
    ).toEqual([['7A0012', 'terms.1.finalMark', '8', 1]])
    expect(await listChanges(filled.database, place, new Date(later.getTime() + 120_000))).toEqual([])
  })
})
