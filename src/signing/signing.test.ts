import { beforeAll, describe, expect, it } from 'vitest'
import { issueReport, openOffice, signAll, signedAt, type TestOffice } from '../../test/builders/issuing.ts'
import { amendedReport, people, secondaryReport, withPart, withSubject } from '../../test/builders/reports.ts'
import { readBook, writeBook, writeData, type BookFile, type YearReport } from '../bookfile/index.ts'
import type { Signer } from '../crypto/ports.ts'
import { affixSchoolSeal } from '../sealing/index.ts'
import {
  isReady,
  listPending,
  listPendingRoles,
  openNextSheet,
  openSheet,
  signatureTexts,
  signWave,
  type SigningSheet,
} from './index.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openOffice()
})

const pendingIds = (sheet: SigningSheet): readonly string[] => listPending(sheet).map(({ id }) => id)
const madeIds = (sheet: SigningSheet): readonly string[] => [...sheet.made.keys()]
const wave = async (sheet: SigningSheet): Promise<SigningSheet> => {
  const [signed = sheet] = await signWave([sheet], office.signers, () => signedAt)
  return signed
}
const seal = async (sheet: SigningSheet): Promise<SigningSheet> => {
  const timestamps = office.authority.timestampAuthority(() => signedAt)
  const [sealed = sheet] = await affixSchoolSeal(
    [sheet],
    { signer: office.seal, timestamps },
    { at: signedAt },
  )
  return sealed
}

describe('the order of signing', () => {
  it('begins with the cover and the teachers, who wait for nobody', () => {
    expect(pendingIds(openSheet(writeData(secondaryReport())))).toEqual([
      's-bia-ht',
      's-gv-CB002',
      's-gv-CB003',
      's-gv-CB004',
    ])
  })

  it('goes on, wave after wave, to the homeroom teacher, the principal and last the seal', async () => {
    const teachers = await wave(openSheet(writeData(secondaryReport())))
    expect(pendingIds(teachers)).toEqual(['s-bia-truong'])
    const covered = await seal(teachers)
    expect(pendingIds(covered)).toEqual(['s-gvcn'])
    const homeroom = await wave(covered)
    expect(pendingIds(homeroom)).toEqual(['s-hieutruong'])
    const approved = await wave(homeroom)
    expect(pendingIds(approved)).toEqual(['s-truong'])
    const sealed = await seal(approved)
    expect(pendingIds(sealed)).toEqual([])
    expect(listPendingRoles(sealed)).toEqual([])
  })

  it('does not let the homeroom teacher sign while one teacher is missing', async () => {
    const sheet = openSheet(writeData(secondaryReport()))
    const without = { ...sheet, slots: sheet.slots.filter(({ id }) => id !== 's-gv-CB004') }
    const others = await seal(await wave(without))
    const whole = { ...others, slots: sheet.slots }
    expect(pendingIds(whole)).toEqual(['s-gv-CB004'])
    expect(listPendingRoles(whole)).toEqual([
      'subject-teacher',
      'homeroom-teacher',
      'principal',
      'school-seal',
    ])
  })

  it('is kept even when somebody is asked out of turn', () => {
    const sheet = openSheet(writeData(secondaryReport()))
    const last = sheet.slots.at(-1)
    expect(last && isReady(sheet, last)).toBe(false)
  })

  it('writes the signatures in the order of the book, however they were made', async () => {
    const sheet = openSheet(writeData(secondaryReport()))
    const signed = await signAll({ ...sheet, slots: [...sheet.slots] }, office)
    const ids = signatureTexts(signed).map((text) => /Id="([^"]*)"/.exec(text)?.[1])
    expect(ids).toEqual(sheet.slots.map(({ id }) => id))
  })
})

describe('one wave', () => {
  it('asks each person once for all their books and roles of the wave', async () => {
    const asked: [string, number][] = []
    const counting = (staffCode: string): Signer => {
      const signer = office.signers(staffCode)
      return {
        ...signer,
        sign: (messages) => {
          asked.push([staffCode, messages.length])
          return signer.sign(messages)
        },
      }
    }
    const sheets = ['8A1', '8A2', '8A3'].map((classId) =>
      openSheet(writeData(withPart(secondaryReport(), 'identity', { classId, className: classId }))),
    )
    await signWave(sheets, counting, () => signedAt)
    expect(asked).toEqual([
      [people.principal.staffCode, 3],
      [people.homeroom.staffCode, 3],
      [people.second.staffCode, 3],
      [people.third.staffCode, 3],
    ])
  })

  it('leaves the sheets it was given as they were', async () => {
    const sheet = openSheet(writeData(secondaryReport()))
    await wave(sheet)
    expect(madeIds(sheet)).toEqual([])
  })

  it('changes nothing where nobody’s turn has come', async () => {
    const waiting = await wave(openSheet(writeData(secondaryReport())))
    expect(await wave(waiting)).toEqual(waiting)
  })

  it('claims for each signature the time its calendar gives', async () => {
    const morning = new Date('2026-05-20T07:30:00+07:00')
    const [sheet] = await signWave([openSheet(writeData(secondaryReport()))], office.signers, ({ id }) =>
      id === 's-bia-ht' ? signedAt : morning,
    )
    const times = signatureTexts(sheet as SigningSheet).map(
      (text) => /<xades:SigningTime>([^<]*)/.exec(text)?.[1],
    )
    expect(times).toEqual([
      '2026-05-29T09:00:00+07:00',
      ...Array.from({ length: 3 }, () => '2026-05-20T07:30:00+07:00'),
    ])
  })

  it('stops when a key gives fewer values than it was asked for', async () => {
    const forgetful = (staffCode: string): Signer => ({
      ...office.signers(staffCode),
      sign: () => Promise.resolve([]),
    })
    await expect(
      signWave([openSheet(writeData(secondaryReport()))], forgetful, () => signedAt),
    ).rejects.toThrow('one value for each message')
  })
})

describe('a next version', () => {
  let first: BookFile
  beforeAll(async () => {
    first = (await issueReport(secondaryReport(), office)).book
  })
  const carried = (report: YearReport): readonly string[] => madeIds(openNextSheet(writeData(report), first))
  const cover = ['s-bia-ht', 's-bia-truong']

  it('keeps the cover’s and the other teachers’ signatures when one subject is corrected', () => {
    expect(carried(amendedReport(secondaryReport(), 'TOAN', { year: '8.6' }))).toEqual([
      ...cover,
      's-gv-CB002',
      's-gv-CB004',
    ])
  })

  it('keeps all teachers’ when only the summary is corrected', () => {
    expect(carried(withPart(secondaryReport(), 'summary', { excusedAbsences: 3 }))).toEqual([
      ...cover,
      's-gv-CB002',
      's-gv-CB003',
      's-gv-CB004',
    ])
  })

  it('keeps only the cover’s when the class is corrected, which every teacher signed for', () => {
    expect(carried(withPart(secondaryReport(), 'identity', { classId: '8A2', className: '8A2' }))).toEqual(
      cover,
    )
  })

  it('keeps no signature of the cover when the cover is corrected', () => {
    const student = { ...secondaryReport().cover.student, ethnicity: 'Thái' }
    expect(carried(withPart(secondaryReport(), 'cover', { student }))).toEqual([
      's-gv-CB002',
      's-gv-CB003',
      's-gv-CB004',
    ])
  })

  it('keeps neither teacher’s signature when a subject goes from one to the other', () => {
    const [, maths] = secondaryReport().subjects
    const [, , english] = secondaryReport().subjects
    if (maths === undefined || english === undefined) throw new Error('the report has these subjects')
    expect(carried(withSubject(secondaryReport(), 'TOAN', { teacher: english.teacher }))).toEqual([
      ...cover,
      's-gv-CB002',
    ])
  })

  it('of an unchanged report keeps everything', () => {
    expect(carried(secondaryReport())).toEqual(first.signatures.map(({ id }) => id))
  })

  it('goes without a cover of its own where the first one did', async () => {
    const sheet = openSheet(writeData(secondaryReport()), { coverSignedSeparately: false })
    const texts = signatureTexts(await signAll(sheet, office))
    expect(texts).toHaveLength(6)
    const reading = readBook(writeBook(sheet.data, texts))
    if ('fault' in reading) throw new Error('the book must be readable')
    const next = openNextSheet(writeData(amendedReport(secondaryReport(), 'TOAN', {})), reading.book)
    expect(next.slots.map(({ id }) => id)).not.toContain('s-bia-ht')
    expect(madeIds(next)).toEqual(['s-gv-CB002', 's-gv-CB004'])
  })
})
