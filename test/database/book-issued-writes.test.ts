import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSheet } from '../../src/adapters/postgres/gradebook/read-sheet.ts'
import { saveSchoolYear } from '../../src/adapters/postgres/school/save-school-year.ts'
import {
  confirmSheet,
  readConfirmation,
  withdrawConfirmation,
} from '../../src/adapters/postgres/books/confirm-sheet.ts'
import type { MarkAmendment } from '../../src/records/index.ts'
import { issuedBecause } from '../../src/workflow/index.ts'
import { actorsOf } from './support/actors.ts'
import {
  bringIn,
  exempt,
  moveOut,
  openTwoClasses,
  takeWorkbook,
  typeIn,
  typeProfile,
  withComment,
  withFinalMark,
  withPupil,
} from './support/closed-writes.ts'
import { closeAgain, openAgain } from './support/edit-books.ts'
import { yearEnd, type FinishedClass } from './support/finished-class.ts'
import { digestAll } from './support/rows.ts'
import { addReport } from './support/written-books.ts'

describe('after issue', () => {
  let school: FinishedClass
  beforeAll(async () => {
    school = await openTwoClasses()
    await addReport(school, { studentCode: '7A0001', issuedAt: '2027-05-23T08:00:00+07:00', slots: [] })
  })
  afterAll(() => school.close())

  const amendment: MarkAmendment = {
    studentCode: '7A0001',
    subject: 'TOAN',
    field: 'terms.1.finalMark',
    oldValue: '8',
    newValue: '9',
    reason: 'Cộng nhầm điểm',
    decisionNumber: '05/QĐ',
    decidedOn: '2027-05-24',
  }

  it('no cell of the pupil is written in the grid, not even under an order', async () => {
    const cell = ['7A0001', 'comment', 'Đọc tốt'] as const
    const refused = { outcome: 'refused', message: issuedBecause }
    expect(await typeIn(school, 'NGU_VAN', cell)).toEqual(refused)
    const orderId = await openAgain(school, yearEnd)
    expect(await typeIn(school, 'NGU_VAN', cell)).toEqual(refused)
    expect(await typeIn(school, 'NGU_VAN', ['7A0002', 'comment', 'Đọc tốt'])).toMatchObject({
      outcome: 'saved',
    })
    await closeAgain(school, orderId, yearEnd)
  })

  it.each([
    ['a mark', (stored) => withFinalMark(stored, ['7A0001', 'NGU_VAN', 1], '5')],
    ['a line of the profile', (stored) => withAddress(stored, 'Bản Hạ')],
    ['a class', (stored) => withPupil(stored, '7A0001', (one) => ({ ...one, classId: '7B' }))],
    ['a pupil', (stored) => ({ ...stored, students: stored.students.slice(1) })],
    ['a correction of one’s own', (stored) => ({ ...stored, amendments: [amendment] })],
  ] satisfies readonly (readonly [string, (stored: Stored) => Stored])[])(
    'a workbook that changes %s of the pupil is refused, with nothing written',
    async (_what, change) => {
      const stored = await takeWorkbook(school)
      const before = await digestAll(school.server)
      await expect(bringIn(school, change(stored))).rejects.toThrow(
        /1 chỗ đã đóng.*• Lương Thị Bưởi \(lớp 7A\): .*đã phát hành.*đề nghị đính chính, hoặc thu hồi/s,
      )
      expect(await digestAll(school.server)).toEqual(before)
    },
  )

  it('the same workbook again is no problem, and other pupils are not closed', async () => {
    const stored = await takeWorkbook(school)
    expect(await bringIn(school, stored)).toMatchObject({ changed: 0 })
    expect(await bringIn(school, withFinalMark(stored, ['7A0002', 'NGU_VAN', 1], '5'))).toMatchObject({
      changed: 1,
    })
  })

  it('a correction that was granted is not taken out or rewritten by a workbook', async () => {
    const { database, server, tenant } = school
    const granted = { ...(await takeWorkbook(school)), amendments: [{ ...amendment, studentCode: '7A0004' }] }
    await saveSchoolYear(database, granted, { now: yearEnd, by: 'Nhập sổ' })
    await addReport(
      { server, tenant },
      { studentCode: '7A0004', issuedAt: '2027-05-23T08:00:00+07:00', slots: [] },
    )
    const stored = await takeWorkbook(school)
    const [one] = stored.amendments
    for (const amendments of [[], [{ ...(one ?? amendment), newValue: '10' }]])
      await expect(bringIn(school, { ...stored, amendments })).rejects.toThrow(/đã phát hành/)
    expect(await bringIn(school, stored)).toMatchObject({ changed: 0, removed: 0 })
  })

  it('setting up changes neither profile, exemptions nor class of the pupil; of others it does', async () => {
    for (const act of [
      () => typeProfile(school, '7A0001'),
      () => exempt(school, '7A0001', 'GDTC'),
      () => moveOut(school, '7A0001'),
    ])
      await expect(act()).rejects.toThrow(/đã phát hành.*đề nghị đính chính, hoặc thu hồi/)
    await typeProfile(school, '7A0003')
    await exempt(school, '7A0003', 'GDTC')
    await moveOut(school, '7A0003')
  })

  it('the page shows the whole row as closed', async () => {
    const sheet = await readSheet(school.database, { ...school.place, sheet: 'NGU_VAN' }, { now: yearEnd })
    const reasons = new Map(sheet?.students.map((one) => [one.studentCode, one.lockedBecause]))
    expect([reasons.get('7A0001'), reasons.get('7A0002')]).toEqual([issuedBecause, null])
  })
})

type Stored = Awaited<ReturnType<typeof takeWorkbook>>

const withAddress = (stored: Stored, address: string): Stored =>
  withPupil(stored, '7A0001', (one) => ({ ...one, profile: { ...one.profile, address } }))

describe('a workbook and a confirmation at once', () => {
  it('never leave a confirmed sheet that says something else: one of them wins', async () => {
    const school = await openTwoClasses()
    const place = { ...school.place, sheet: 'NGU_VAN' } as const
    const acting = { actor: actorsOf(school).subjectTeacher, now: yearEnd }
    for (let round = 0; round < 6; round++) {
      const seen = await readConfirmation(school.database, place, acting)
      const workbook = withComment(await takeWorkbook(school), '7A0001', 'NGU_VAN', `Đọc tốt, lần ${round}`)
      const wanted = { part: 'year', digest: seen?.digest ?? '', accepted: [] } as const
      const outcomes = await Promise.allSettled([
        confirmSheet(school.database, place, wanted, acting),
        bringIn(school, workbook),
      ])
      const state = (await readConfirmation(school.database, place, acting))?.parts[0]?.state
      const won = outcomes.map(({ status }) => status === 'fulfilled')
      expect(won.filter((one) => one)).toHaveLength(1)
      expect(state).toBe(won[0] === true ? 'confirmed' : 'open')
      await withdrawConfirmation(school.database, place, 'year', acting)
    }
    await school.close()
  })
})
