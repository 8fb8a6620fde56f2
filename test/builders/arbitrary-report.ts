import fc from 'fast-check'
import type {
  ApprovingSignatory,
  Cover,
  ReportIdentity,
  ReportVersion,
  Signatory,
  SubjectResult,
  YearReport,
  YearSummary,
} from '../../src/bookfile/index.ts'
import type { AdministrativeUnit } from '../../src/shared/bodies.ts'
import type { PlainDate } from '../../src/shared/dates.ts'
import type { Grade } from '../../src/shared/education-level.ts'
import { educationLevels } from '../../src/shared/education-level.ts'
import {
  awards,
  circulars,
  ratings,
  subjectLevels,
  traitLevels,
  yearResults,
} from '../../src/shared/ratings.ts'
import { schoolYearFrom } from '../../src/shared/school-year.ts'
import type { Relative, SchoolingHistoryRow, StudentProfile } from '../../src/shared/student.ts'
import { subjectCodes } from '../../src/shared/subjects.ts'
import { competences, qualities } from '../../src/shared/traits.ts'

/*
 * Any report that the layout can hold, sensible or not: every field present or absent, texts full of what XML finds
 * awkward. For properties of writing and reading.
 */

const pieces = [
  ...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ'),
  ...['à', 'ế', 'ộ', 'ữ', 'ỵ', 'ẳ', 'Ễ'],
  ...['&', '<', '>', '"', "'", '&amp;', ']]>', '<!--', '<?', '</MonHoc>', '<CaNam>', ' Id="hb"', '='],
  ...[' ', '\n', '.', ',', '“', '”', '…', '–', '₫', 'ꨀ', '漢', '🙂', '0', '9'],
]

/** Text of 1 to `max` characters in NFC. */
const textOf = (max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join('').normalize('NFC'))
    .filter((text) => text.length <= max)

const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from('0123456789abcdef')),
    minLength: length,
    maxLength: length,
  })
const digits = (least: number, most: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: least, maxLength: most })
const staffCode = fc.string({
  unit: fc.constantFrom(...Array.from('ABCxyz0189._-')),
  minLength: 1,
  maxLength: 20,
})
const code = fc
  .array(fc.constantFrom(...Array.from('ABCxyzĐế0189._/ -')), { minLength: 0, maxLength: 19 })
  .map((rest) => `8${rest.join('')}`)
const date = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10) as PlainDate)
const partialDate = fc.oneof(
  date,
  date.map((full) => full.slice(0, 7)),
  date.map((full) => full.slice(0, 4)),
)
const schoolYear = fc.integer({ min: 2020, max: 2090 }).map(schoolYearFrom)
const integer = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max })
const rating = fc.constantFrom(...ratings)
const sha256 = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64'))

/** Exactly the fields of T: those named are always there, the others sometimes. */
const fields = <T extends object>(
  always: { readonly [K in keyof T]?: fc.Arbitrary<T[K]> },
  sometimes: { readonly [K in keyof T]?: fc.Arbitrary<Exclude<T[K], undefined>> } = {},
): fc.Arbitrary<T> =>
  fc.record(
    { ...always, ...sometimes },
    { requiredKeys: Object.keys(always) as never[] },
  ) as unknown as fc.Arbitrary<T>

const unit = fields<AdministrativeUnit>({ code: digits(2, 5), name: textOf(150) })
const signatory = { staffCode, fullName: textOf(150), identityDigest: hex(64) }
const order = fields<{ decisionNumber: string; reason: string }>({
  decisionNumber: textOf(60),
  reason: textOf(255),
})
const approver = fields<ApprovingSignatory>(
  { ...signatory, post: fc.constantFrom('principal', 'vice-principal') },
  { onBehalf: order },
)
const relative = fields<Relative>({ fullName: textOf(150) }, { occupation: textOf(255) })

const student = fields<StudentProfile>(
  {
    studentCode: code,
    fullName: textOf(150),
    gender: fc.constantFrom('male', 'female'),
    birthDate: partialDate,
    ethnicity: textOf(60),
    nationality: textOf(60),
    birthPlace: textOf(255),
    address: textOf(255),
  },
  {
    citizenId: digits(12, 12),
    foreignPaper: textOf(30),
    registerNumber: textOf(30),
    hometown: textOf(255),
    policyGroup: textOf(255),
    father: relative,
    mother: relative,
    guardian: relative,
  },
)

const historyRow = fields<SchoolingHistoryRow>(
  { schoolYear, className: textOf(30), schoolName: textOf(150) },
  { schoolCode: code, registerNumber: textOf(30), entryDate: date },
)

const cover = fields<Cover>(
  {
    bookLookupCode: hex(32),
    level: fc.constantFrom(...educationLevels),
    school: fields<Cover['school']>(
      { code, name: textOf(150), ward: unit, province: unit },
      { district: unit },
    ),
    approver,
    student,
    history: fc.array(historyRow, { maxLength: 3 }),
  },
  { demonstration: textOf(255) },
)

const identity = fields<ReportIdentity>(
  {
    bookLookupCode: hex(32),
    yearLookupCode: hex(32),
    studentCode: code,
    fullName: textOf(150),
    birthDate: partialDate,
    schoolCode: code,
    schoolName: textOf(150),
    schoolYear,
    grade: fc.integer({ min: 1, max: 12 }) as fc.Arbitrary<Grade>,
    classId: code,
    className: textOf(30),
  },
  { demonstration: textOf(255), citizenId: digits(12, 12), entryDate: date },
)

const subjectCode = fc.constantFrom(...subjectCodes)

const version = fields<ReportVersion>(
  {
    structure: fc.constant('hocba-1'),
    number: integer(999),
    circular: fc.constantFrom(...circulars),
    ruleSet: textOf(60),
    source: fc.constantFrom('digital', 'digitised'),
    amendments: fc.array(
      fields<ReportVersion['amendments'][number]>({
        subject: subjectCode,
        revision: integer(999),
        reason: textOf(255),
        decisionNumber: textOf(60),
        decidedOn: date,
      }),
      { maxLength: 3 },
    ),
    yearBefore: fields<ReportVersion['yearBefore']>(
      {},
      { digest: sha256, version: integer(999), absent: fc.constantFrom('first', 'paper', 'other-system') },
    ),
    expectedEffectiveDate: date,
  },
  { reason: textOf(255), article9_3: fc.constantFrom('mask', 'replace') },
)

const value = fc.oneof(
  fc.constantFrom('pass', 'not-pass', '10.0'),
  fc.integer({ min: 0, max: 99 }).map((tenths) => (tenths / 10).toFixed(1)),
)

const subject = fields<SubjectResult>(
  {
    code: subjectCode,
    sectorCode: digits(2, 3),
    name: textOf(255),
    assessedBy: fc.constantFrom('mark', 'comment', 'level'),
    teacher: fields<Signatory>(signatory),
    revision: integer(999),
  },
  {
    periodsPerYear: integer(999),
    exemption: fc.constantFrom('subject', 'practice'),
    term1: value,
    term2: value,
    year: value,
    reassessed: value,
    level: fc.constantFrom(...subjectLevels),
    finalScore: integer(10),
    comment: textOf(2000),
    substitute: fields<Signatory & { decisionNumber: string; reason: string }>({
      ...signatory,
      decisionNumber: textOf(60),
      reason: textOf(255),
    }),
  },
)

const traits = <Code extends string>(codes: readonly { readonly code: Code }[]) =>
  fc.array(
    fc.record({
      code: fc.constantFrom(...codes.map((trait) => trait.code)),
      level: fc.constantFrom(...traitLevels),
    }),
    { maxLength: 5 },
  )
const promotion = fc.constantFrom<'promoted' | 'retained'>('promoted', 'retained')
const phrases = fc.array(textOf(255), { maxLength: 3 })

const summary = fields<YearSummary>(
  {
    qualities: traits(qualities),
    competences: traits(competences),
    decision: promotion,
    commendations: phrases,
    certificates: fc.array(
      fields<YearSummary['certificates'][number]>({ name: textOf(255) }, { grade: textOf(60) }),
      { maxLength: 3 },
    ),
    competitions: phrases,
    homeroomTeacher: fields<Signatory>(signatory),
    approver,
    signingPlace: textOf(60),
  },
  {
    excusedAbsences: integer(400),
    unexcusedAbsences: integer(400),
    individualPlan: fc.boolean(),
    conduct: fields<NonNullable<YearSummary['conduct']>>(
      {},
      { term1: rating, term2: rating, year: rating, afterSummer: rating },
    ),
    learning: fields<NonNullable<YearSummary['learning']>>(
      {},
      {
        term1: rating,
        term2: rating,
        year: rating,
        yearBeforeArticle9_3: rating,
        articleCulprit: subjectCode,
        afterReassessment: rating,
      },
    ),
    heightCm: integer(250),
    weightKg: fc.integer({ min: 100, max: 9999 }).map((grams) => (grams / 10).toFixed(1)),
    qualitiesComment: textOf(2000),
    generalCompetencesComment: textOf(2000),
    specificCompetencesComment: textOf(2000),
    outstanding: fc.boolean(),
    yearResult: fc.constantFrom(...yearResults),
    principalDecision: promotion,
    completion: fc.boolean(),
    levelCompletion: fc.boolean(),
    award: fc.constantFrom(...awards),
    comment: textOf(2000),
    summerComment: textOf(2000),
  },
)

/** Any report that hocba-1 can hold; each subject once. */
export const arbitraryReport: fc.Arbitrary<YearReport> = fc.record({
  cover,
  identity,
  version,
  subjects: fc.uniqueArray(subject, { maxLength: 4, selector: (one) => one.code }),
  summary,
})
