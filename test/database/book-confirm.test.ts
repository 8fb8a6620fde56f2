import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '../../src/accounts/index.ts'
import { readClassReadiness } from '../../src/adapters/postgres/books/class-readiness.ts'
import {
  confirmSheet,
  readConfirmation,
  withdrawConfirmation,
} from '../../src/adapters/postgres/books/confirm-sheet.ts'
import type { SheetConfirmation } from '../../src/adapters/postgres/books/confirmation-state.ts'
import type { WantedConfirmation } from '../../src/adapters/postgres/books/judge-confirmation.ts'
import type { SheetName } from '../../src/gradebook/index.ts'
import type { ConfirmedPart } from '../../src/workflow/index.ts'
import { actorsOf } from './support/actors.ts'
import { typeIn } from './support/closed-writes.ts'
import { closeAgain, openAgain } from './support/edit-books.ts'
import {
  carryOverNow,
  confirmAll,
  confirmOne,
  openFinishedClass,
  yearEnd,
  type FinishedClass,
} from './support/finished-class.ts'
import { askAll } from './support/rows.ts'

let school: FinishedClass
let actors: ReturnType<typeof actorsOf>

beforeAll(async () => {
  school = await openFinishedClass()
  actors = actorsOf(school)
})
afterAll(() => school.close())

const later = new Date('2027-05-25T08:00:00+07:00')
const placeOf = (sheet: SheetName) => ({ ...school.place, sheet })

const look = async (sheet: SheetName, actor: Actor): Promise<SheetConfirmation> => {
  const found = await readConfirmation(school.database, placeOf(sheet), { actor, now: yearEnd })
  if (found === undefined) throw new Error(`there is no sheet ${sheet}`)
  return found
}

const confirm = async (
  sheet: SheetName,
  actor: Actor,
  more: Partial<WantedConfirmation> = {},
  now = yearEnd,
): Promise<SheetConfirmation | undefined> => {
  const { digest } = await look(sheet, actor)
  const wanted = { part: 'year', digest, accepted: [], ...more } as const
  return confirmSheet(school.database, placeOf(sheet), wanted, { actor, now })
}

const withdraw = (sheet: SheetName, actor: Actor, part: ConfirmedPart = 'year') =>
  withdrawConfirmation(school.database, placeOf(sheet), part, { actor, now: later })

const stateOf = async (sheet: SheetName, part: ConfirmedPart = 'year'): Promise<string | undefined> =>
  (await look(sheet, actors.principal)).parts.find((one) => one.part === part)?.state

const countRows = async (sheet: SheetName): Promise<number | undefined> => {
  const [found] = await askAll<{ readonly count: number }>(
    school.server,
    'select count(*)::integer as count from school.confirmation where tenant_id = $1 and sheet = $2',
    [school.tenant, sheet],
  )
  return found?.count
}

/** What cells of one column are made, in a part of the year that is open. */
const write = async (
  sheet: SheetName,
  cells: readonly (readonly [studentCode: string, path: string, value: string | null])[],
): Promise<void> => {
  for (const cell of cells) {
    const { outcome, message } = await typeIn(school, sheet, cell)
    if (outcome !== 'saved') throw new Error(`${cell.join(' ')}: ${message ?? ''}`)
  }
}

describe('who confirms a sheet', () => {
  it('is the one teacher who answers for it, not who teaches along, nor any head, nor an administrator', async () => {
    expect(await look('TOAN', actors.homeroomTeacher)).toMatchObject({ canConfirm: true, why: null })
    const others = [actors.artsTeacher, actors.subjectTeacher, actors.principal, actors.registrar]
    for (const actor of [...others, { ...actors.homeroomTeacher, isAdministrator: true }]) {
      const { canConfirm, why } = await look('TOAN', actor)
      expect(canConfirm).toBe(false)
      expect(why).toBe('Chỉ giáo viên phụ trách môn học Kha Văn Tiến xác nhận trang này.')
      await expect(confirm('TOAN', actor)).rejects.toThrow(why ?? '')
    }
    expect(await countRows('TOAN')).toBe(0)
  })

  it('is the homeroom teacher of the sheet of the class', async () => {
    const { why } = await look('homeroom', actors.subjectTeacher)
    expect(why).toBe('Chỉ giáo viên chủ nhiệm Kha Văn Tiến xác nhận trang này.')
    expect((await confirm('homeroom', actors.homeroomTeacher))?.parts[0]).toMatchObject({
      part: 'year',
      state: 'confirmed',
      byName: 'Kha Văn Tiến',
      at: yearEnd.toISOString(),
    })
  })

  it('is nobody of attendance, decisions and what is not taught: they are no sheets of their own', async () => {
    const acting = { actor: actors.homeroomTeacher, now: yearEnd }
    for (const sheet of ['attendance', 'decisions', 'HOA_HOC'] as const)
      expect(await readConfirmation(school.database, placeOf(sheet), acting)).toBeUndefined()
  })
})

describe('a sheet that lacks something', () => {
  it('is not confirmed, and the first five places are named', async () => {
    const pupils = ['7A0001', '7A0002', '7A0003', '7A0004', '7A0005', '7A0006']
    await write(
      'KHTN',
      pupils.map((code) => [code, 'terms.2.finalMark', null]),
    )
    await expect(confirm('KHTN', actors.subjectTeacher)).rejects.toThrow(
      /^Chưa xác nhận được: [^;]+: còn thiếu .*cuối kì.*(;[^;]+){4} và 1 chỗ khác\.$/,
    )
    await write(
      'KHTN',
      pupils.map((code, at) => [code, 'terms.2.finalMark', String(6 + (at % 3))]),
    )
    expect((await confirm('KHTN', actors.subjectTeacher))?.parts[0]?.state).toBe('confirmed')
  })
})

describe('what is odd about a sheet', () => {
  it('needs words of who confirms, at least five characters for each place', async () => {
    const high = ['terms.1.midtermMark', 'terms.1.finalMark', 'terms.2.midtermMark', 'terms.2.finalMark']
    await write('NGU_VAN', [
      ...high.map((path) => ['7A0002', path, '10'] as const),
      ['7A0002', 'comment', 'Em còn yếu nhiều mặt.'],
    ])
    const by = actors.subjectTeacher
    const { warnings } = await look('NGU_VAN', by)
    const [{ key, text } = { key: '', text: '' }] = warnings
    expect(warnings).toMatchObject([{ code: 'comment-against', severity: 'confirmable' }])
    await expect(confirm('NGU_VAN', by)).rejects.toThrow(`ghi vì sao đúng: ${text}`)
    const saying = (words: string) => ({ accepted: [{ key, words }] })
    await expect(confirm('NGU_VAN', by, saying(' '))).rejects.toThrow(/ghi vì sao đúng/)
    await expect(confirm('NGU_VAN', by, saying('ừ'))).rejects.toThrow(/5 kí tự/)
    expect(await stateOf('NGU_VAN')).toBe('open')
    const found = await confirm('NGU_VAN', by, saying('Em sa sút cuối năm'))
    expect(found?.parts[0]?.accepted).toEqual([{ key, text, words: 'Em sa sút cuối năm' }])
  })

  it('is not asked about again when the same is confirmed anew, and is when it reads otherwise', async () => {
    const orderId = await openAgain(school, yearEnd)
    await write('NGU_VAN', [['7A0003', 'comment', 'Đọc diễn cảm hơn trước.']])
    expect(await stateOf('NGU_VAN')).toBe('changed')
    const found = await confirm('NGU_VAN', actors.subjectTeacher)
    expect(found?.parts[0]).toMatchObject({
      state: 'confirmed',
      accepted: [{ words: 'Em sa sút cuối năm' }],
    })
    await write('NGU_VAN', [['7A0002', 'comment', 'Em còn yếu phần đọc.']])
    await expect(confirm('NGU_VAN', actors.subjectTeacher)).rejects.toThrow(/còn yếu phần đọc/)
    await write('NGU_VAN', [['7A0002', 'comment', 'Em còn yếu nhiều mặt.']])
    await closeAgain(school, orderId, yearEnd)
    expect(await stateOf('NGU_VAN')).toBe('confirmed')
  })
})

describe('a confirmation', () => {
  it('is of exactly the cells that were seen', async () => {
    const { digest } = await look('TOAN', actors.homeroomTeacher)
    await write('TOAN', [['7A0001', 'comment', 'Tính nhanh, trình bày gọn.']])
    await expect(confirm('TOAN', actors.homeroomTeacher, { digest })).rejects.toThrow(
      expect.objectContaining({ code: 'changed-meanwhile' }),
    )
    expect(await stateOf('TOAN')).toBe('open')
  })

  it('twice is once, also by two windows at once', async () => {
    const [one, other] = await Promise.all([
      confirm('TOAN', actors.homeroomTeacher),
      confirm('TOAN', actors.homeroomTeacher),
    ])
    expect(one).toEqual(other)
    expect(await confirm('TOAN', actors.homeroomTeacher, {}, later)).toEqual(one)
    expect(await countRows('TOAN')).toBe(1)
  })

  it('is taken back by who gave it, and the sheet is open again', async () => {
    await expect(withdraw('TOAN', actors.subjectTeacher)).rejects.toThrow(/Chỉ giáo viên phụ trách/)
    expect((await look('TOAN', actors.homeroomTeacher)).parts[0]?.canWithdraw).toBe(true)
    expect((await look('TOAN', actors.subjectTeacher)).parts[0]?.canWithdraw).toBe(false)
    expect((await withdraw('TOAN', actors.homeroomTeacher))?.parts[0]).toMatchObject({
      state: 'open',
      byName: null,
    })
    await withdraw('TOAN', actors.homeroomTeacher)
    expect(await countRows('TOAN')).toBe(2)
    await write('TOAN', [['7A0001', 'comment', 'Tính nhanh, trình bày đẹp.']])
    expect((await confirm('TOAN', actors.homeroomTeacher))?.parts[0]?.state).toBe('confirmed')
    expect(await countRows('TOAN')).toBe(3)
  })
})

describe('the way to the carry-over', () => {
  const readiness = async () => {
    const found = await readClassReadiness(school.database, school.place)
    if (found === undefined) throw new Error('there is no such class')
    return found
  }
  const sheetIn = async (sheet: SheetName) => (await readiness()).sheets.find((one) => one.sheet === sheet)

  it('says of each sheet whose it is, what it lacks, and whether it is confirmed, by whom', async () => {
    await write('TIN_HOC', [['7A0001', 'comment', null]])
    const { sheets, homeroomTeacher, carriedOver } = await readiness()
    expect(sheets.map(({ sheet }) => sheet).toSorted()).toEqual([...school.sheets].toSorted())
    expect([homeroomTeacher, carriedOver]).toEqual(['Kha Văn Tiến', null])
    expect(await sheetIn('TIN_HOC')).toMatchObject({
      staffCode: 'CB03',
      teacher: 'Ngân Thị Lụa',
      missing: 1,
      state: 'open',
      confirmedBy: null,
    })
    expect(await sheetIn('NGU_VAN')).toMatchObject({
      missing: 0,
      state: 'confirmed',
      confirmedBy: 'Ngân Thị Lụa',
      accepted: 1,
    })
    await write('TIN_HOC', [['7A0001', 'comment', 'Soạn thảo thành thạo.']])
    expect(await readClassReadiness(school.database, { ...school.place, classId: '7Z' })).toBeUndefined()
  })

  it('says that the class was carried over, and whether its book still says the same', async () => {
    // Whose year waits for the summer: two subjects are far below (of one alone Điều 9, khoản 3 speaks).
    await withdraw('TOAN', actors.homeroomTeacher)
    await withdraw('KHTN', actors.subjectTeacher)
    for (const sheet of ['TOAN', 'KHTN'] as const)
      await write(
        sheet,
        (await marksOf(sheet, '7A0002')).map((path) => ['7A0002', path, '2']),
      )
    await confirmAll(school)
    await carryOverNow(school)
    expect((await readiness()).carriedOver).toMatchObject({
      part: 'year',
      byName: 'Kha Văn Tiến',
      made: 5,
      notMade: [{ studentCode: '7A0002' }],
      differs: false,
    })
    const orderId = await openAgain(school, yearEnd)
    await write('TOAN', [['7A0001', 'comment', 'Tính rất nhanh.']])
    expect((await readiness()).carriedOver?.differs).toBe(true)
    expect(await sheetIn('TOAN')).toMatchObject({ state: 'changed' })
    await write('TOAN', [['7A0001', 'comment', 'Tính nhanh, trình bày đẹp.']])
    expect((await readiness()).carriedOver?.differs).toBe(false)
    await closeAgain(school, orderId, yearEnd)
    const beOf = (ethnicity: string) =>
      askAll(school.server, `update school.enrolment set ethnicity = $1 where student_code = '7A0001'`, [
        ethnicity,
      ])
    const [pupil] = await askAll<{ readonly ethnicity: string }>(
      school.server,
      `select ethnicity from school.enrolment where student_code = '7A0001'`,
    )
    await beOf('Si La')
    expect((await readiness()).carriedOver?.differs).toBe(true)
    await beOf(pupil?.ethnicity ?? '')
    expect((await readiness()).carriedOver?.differs).toBe(false)
  })

  it('from then on no confirmation is taken back', async () => {
    expect((await look('TOAN', actors.homeroomTeacher)).parts[0]?.canWithdraw).toBe(false)
    await expect(withdraw('TOAN', actors.homeroomTeacher)).rejects.toThrow(/đã kết chuyển/)
    expect(await stateOf('TOAN')).toBe('confirmed')
  })
})

/** The marks of a pupil in a subject, by their paths. */
const marksOf = async (subject: SheetName, studentCode: string): Promise<readonly string[]> => {
  const rows = await askAll<{ readonly path: string }>(
    school.server,
    `select case kind when 'regular' then 'terms.' || term || '.regularMarks.' || number
       else 'terms.' || term || '.' || kind || 'Mark' end as path
     from school.assessment where tenant_id = $1 and student_code = $2 and subject = $3 and term > 0
       and kind in ('regular', 'midterm', 'final') and value is not null`,
    [school.tenant, studentCode, subject],
  )
  return rows.map(({ path }) => path)
}

describe('the summer', () => {
  it('is open after the year was confirmed, and leaves the year as it was confirmed', async () => {
    await write('TOAN', [['7A0002', 'reassessedMark', '6']])
    expect([await stateOf('TOAN'), await stateOf('TOAN', 'summer')]).toEqual(['confirmed', 'open'])
  })

  it('has results of those alone whose year waits for it', async () => {
    await write('TOAN', [['7A0001', 'reassessedMark', '9']])
    await expect(confirm('TOAN', actors.homeroomTeacher, { part: 'summer' })).rejects.toThrow(
      /Trang Toán có kết quả hè .*: Lương Thị Bưởi\. Hãy xóa ô ấy/,
    )
    await write('TOAN', [['7A0001', 'reassessedMark', null]])
  })

  it('is confirmed by itself, which closes it; what was said of the year is not asked again', async () => {
    const found = await confirm('TOAN', actors.homeroomTeacher, { part: 'summer' }, later)
    expect(found?.parts.map(({ state }) => state)).toEqual(['confirmed', 'confirmed'])
    expect(found?.parts.map(({ canWithdraw }) => canWithdraw)).toEqual([false, true])
    expect(found?.withoutReport).toBe(1)
    const typed = await typeIn(school, 'TOAN', ['7A0002', 'reassessedMark', '7'])
    expect(typed.message).toMatch(/Kha Văn Tiến đã xác nhận trang này ngày 25\/05\/2027/)
    await withdraw('TOAN', actors.homeroomTeacher, 'summer')
    expect([await stateOf('TOAN'), await stateOf('TOAN', 'summer')]).toEqual(['confirmed', 'open'])
  })

  it('waits for the year', async () => {
    const other = await openFinishedClass()
    await expect(confirmOne(other, 'NGU_VAN', 'summer')).rejects.toThrow(/chưa được xác nhận phần cả năm/)
    await other.close()
  })
})
