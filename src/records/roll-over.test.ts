import { describe, expect, it } from 'vitest'
import { planRollOver, type SchoolYearRecords, type StudentYear, type YearConclusion } from './index.ts'

const pupil = (studentCode: string, classId: string): StudentYear => ({
  profile: {
    studentCode,
    fullName: `Em ${studentCode}`,
    gender: 'female',
    birthDate: '2014',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    birthPlace: 'Xã Bến Trúc',
    address: 'Xã Bến Trúc',
  },
  history: [],
  classId,
  bookLookupCode: 'a'.repeat(32),
  yearLookupCode: 'b'.repeat(32),
  yearBefore: 'paper',
  subjects: [],
  homeroom: { comment: 'Ngoan' },
})

const classes = (
  [
    ['6A1', 6],
    ['6A2', 6],
    ['7A1', 7],
    ['9A10', 9],
  ] as const
).map(([classId, grade]) => ({ classId, name: classId, grade, homeroomTeacher: 'CB02' }))

const records: SchoolYearRecords = {
  school: {
    code: 'TRUC',
    name: 'Trường THCS Bến Trúc',
    level: 'lower-secondary',
    ward: { code: '00004', name: 'Xã Bến Trúc' },
    province: { code: '01', name: 'Tỉnh Sông Lam' },
    signingPlace: 'Bến Trúc',
    approver: { staffCode: 'CB01' },
  },
  schoolYear: '2025-2026',
  staff: [
    { staffCode: 'CB01', citizenId: '001080000001', fullName: 'Lò Thị Hạnh', post: 'principal', left: true },
    { staffCode: 'CB02', citizenId: '001080000002', fullName: 'Vi Văn Tường', post: 'teacher' },
  ],
  classes,
  assignments: [{ classId: '6A1', subject: 'TOAN', teacher: 'CB02', periodsPerYear: 140 }],
  students: [
    pupil('P1', '6A1'),
    pupil('P2', '6A1'),
    pupil('P3', '6A2'),
    pupil('R1', '7A1'),
    pupil('C1', '9A10'),
    pupil('W1', '6A1'),
    pupil('U1', '6A1'),
  ],
  amendments: [],
}

const decisions: Readonly<Record<string, YearConclusion['decision']>> = {
  P: 'promoted',
  C: 'promoted',
  R: 'retained',
  W: 'reassessment',
  U: null,
}

const plan = planRollOver({
  records,
  conclusionOf: ({ profile }) => ({
    decision: decisions[profile.studentCode.slice(0, 1)] ?? null,
    reason: 'vì thế',
    article: 'TT22/2021 Điều 12',
  }),
  subjectsOf: () => ['TOAN'],
})

const of = (code: string) => plan.destinations.find(({ studentCode }) => studentCode === code)
const next = (code: string) => plan.next.students.find(({ profile }) => profile.studentCode === code)

describe('where a pupil goes', () => {
  it('is the class with the same letter one grade up for who is promoted', () => {
    expect(of('P1')).toMatchObject({ outcome: 'promoted', fromClass: '6A1', toClass: '7A1', toGrade: 7 })
    expect(of('P3')).toMatchObject({ toClass: '7A2' })
  })

  it('is nowhere for who completes the level, waits, or is not decided', () => {
    for (const [code, outcome] of [
      ['C1', 'completed'],
      ['W1', 'waiting'],
      ['U1', 'undecided'],
    ] as const) {
      expect(of(code)).toMatchObject({ outcome, toClass: null })
      expect(next(code)).toBeUndefined()
    }
  })

  it('is the class of the same grade with the fewest pupils for who is retained', () => {
    // 7A1 will have P1 and P2, 7A2 P3 alone.
    expect(of('R1')).toMatchObject({ outcome: 'retained', toClass: '7A2', toGrade: 7 })
  })

  it('is told of undecided pupils first', () => {
    expect(plan.destinations.map(({ outcome }) => outcome)).toEqual([
      'undecided',
      'waiting',
      'retained',
      'completed',
      'promoted',
      'promoted',
      'promoted',
    ])
  })
})

describe('the next year', () => {
  it('has each class one grade up; a grade that nobody moves up to begins anew', () => {
    expect(plan.classes.map(({ name, grade, students }) => [name, grade, students])).toEqual([
      ['6A1', 6, 0],
      ['6A2', 6, 0],
      ['7A1', 7, 2],
      ['7A2', 7, 2],
      ['8A1', 8, 0],
      ['9A10', 9, 0],
    ])
  })

  it('has the pupil’s profile and book code, and the year before in the history; no marks', () => {
    expect(next('P1')).toEqual({
      profile: pupil('P1', '6A1').profile,
      classId: '7A1',
      bookLookupCode: 'a'.repeat(32),
      history: [
        {
          schoolYear: '2025-2026',
          className: '6A1',
          schoolCode: 'TRUC',
          schoolName: 'Trường THCS Bến Trúc',
        },
      ],
      subjects: [],
      homeroom: {},
    })
  })

  it('has nobody who left, no leaders of classes yet, and no lessons given out', () => {
    expect(plan.next.staff.map(({ staffCode }) => staffCode)).toEqual(['CB02'])
    expect(plan.next.school.approver.staffCode).toBe('')
    expect(plan.next.classes.every(({ homeroomTeacher }) => homeroomTeacher === '')).toBe(true)
    expect(plan.next.assignments).toEqual([])
  })

  it('names who taught the lessons that nobody has been given', () => {
    expect(plan.unassigned).toContainEqual({
      className: '7A1',
      subject: 'TOAN',
      lastTeacher: 'Vi Văn Tường',
    })
    expect(plan.unassigned).toContainEqual({ className: '6A1', subject: 'TOAN', lastTeacher: null })
  })

  it('warns of who has no class and who does not come along', () => {
    expect(plan.warnings.join('\n')).toMatch(/1 học sinh chưa kết luận/)
    expect(plan.warnings.join('\n')).toMatch(/1 học sinh chờ đánh giá lại/)
    expect(plan.warnings.join('\n')).toMatch(/1 cán bộ đã rời trường/)
  })
})
