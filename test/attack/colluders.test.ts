import { beforeAll, describe, expect, it } from 'vitest'
import type { BookFile, YearReport } from '../../src/bookfile/index.ts'
import { issueReport } from '../builders/issuing.ts'
import {
  amendedReport,
  people,
  primaryReport,
  secondaryReport,
  withPart,
  withSubject,
} from '../builders/reports.ts'
import { forge, type Forgery } from './support/forge.ts'
import { listFindings, setScene, type Scene } from './support/judge.ts'

/**
 * What even a conspiracy cannot do: homeroom teacher, principal and seal sign with their own genuine keys, but the
 * book does not agree with itself, with its history or with the circular.
 */
let scene: Scene
let first: BookFile
beforeAll(async () => {
  scene = await setScene(secondaryReport())
  first = (await issueReport(secondaryReport(), scene.office)).book
})

const judgeForged = async (report: YearReport, forgery: Forgery = {}) =>
  scene.judge(await forge(report, scene.office, forgery))

const corrected = amendedReport(secondaryReport(), 'TOAN', { term2: '9.0', year: '8.8' })

describe('the history of corrections', () => {
  it('passes where every subject has as many corrections as the version lists', async () => {
    expect((await judgeForged(corrected, { before: first })).verdict).toBe('passed')
  })

  it('an older signed subject put back, with its teacher’s own old signature', async () => {
    const putBack = { ...corrected, subjects: secondaryReport().subjects }
    const verification = await judgeForged(putBack, { before: first })
    expect(listFindings(verification)).toEqual(['amendments-mismatch@mon-TOAN.LanSua'])
    expect(verification.verdict).toBe('failed')
    const old = verification.signatures.find(({ id }) => id === 's-gv-CB003')
    expect(old?.verdict).toBe('passed')
  })

  it.each<readonly [string, string, YearReport]>([
    [
      'a correction left out of the list',
      'amendments-mismatch@mon-TOAN.LanSua',
      withPart(corrected, 'version', { amendments: [] }),
    ],
    [
      'a correction listed twice',
      'amendments-mismatch@pb.SuaDoi TOAN',
      withPart(corrected, 'version', {
        amendments: [...corrected.version.amendments, ...corrected.version.amendments],
      }),
    ],
    [
      'a correction of a subject that is not there',
      'amendments-mismatch@pb.SuaDoi VAT_LI',
      withPart(corrected, 'version', {
        amendments: corrected.version.amendments.flatMap((one) => [
          one,
          { ...one, subject: 'VAT_LI' as const },
        ]),
      }),
    ],
    [
      'corrections in version 1',
      'contradiction@pb.DanhSachSuaDoi',
      withPart(corrected, 'version', { number: 1 }),
    ],
    ['version 2 without a reason', 'contradiction@pb.LyDo', withoutReason(corrected)],
    [
      'version 0',
      'contradiction@pb.So',
      withPart(secondaryReport(), 'version', { number: 0, reason: 'Lập lại' }),
    ],
  ])('%s: %s', async (_, finding, report) => {
    const verification = await judgeForged(report)
    expect(listFindings(verification)).toContain(finding)
    expect(verification.verdict).toBe('failed')
  })
})

function withoutReason(report: YearReport): YearReport {
  const version = { ...report.version }
  delete version.reason
  return { ...report, version }
}

const plain = secondaryReport()
const pupil = plain.cover.student
const [homeroom] = [plain.summary.homeroomTeacher]

describe('parts that contradict each other', () => {
  it.each<readonly [string, string, YearReport]>([
    [
      'another name on the cover',
      'dd.HoTen',
      withPart(plain, 'cover', { student: { ...pupil, fullName: 'Nguyễn Thị Thùy Dung' } }),
    ],
    [
      'another pupil on the cover',
      'dd.MaHocSinh',
      withPart(plain, 'cover', { student: { ...pupil, studentCode: '9900000002' } }),
    ],
    ['another citizen number', 'dd.MaDinhDanh', withPart(plain, 'identity', { citizenId: '999212000010' })],
    ['another date of birth', 'dd.NgaySinh', withPart(plain, 'identity', { birthDate: '2012-03-19' })],
    ['another book', 'dd.MaTraCuu', withPart(plain, 'identity', { bookLookupCode: 'a'.repeat(32) })],
    ['another school’s code', 'dd.MaTruong', withPart(plain, 'identity', { schoolCode: '99001002' })],
    [
      'another school’s name',
      'dd.TenTruong',
      withPart(plain, 'identity', { schoolName: 'Trường THCS Bến Trúc' }),
    ],
    [
      'marked as a demonstration in one part only',
      'dd.MinhHoa',
      withPart(plain, 'cover', { demonstration: 'Khác' }),
    ],
    ['a grade of another level', 'dd.Khoi', withPart(plain, 'identity', { grade: 10 })],
    ['a circular of another level', 'pb.ThongTu', withPart(plain, 'version', { circular: 'TT27/2020' })],
    [
      'a level completed in the middle',
      'tk.HoanThanhCapHoc',
      withPart(plain, 'summary', { levelCompletion: true }),
    ],
    ['a subject of another level', 'mon-TIENG_VIET', withSubject(plain, 'TOAN', { code: 'TIENG_VIET' })],
    ['another subject’s number', 'mon-TOAN.MaMonHoc', withSubject(plain, 'TOAN', { sectorCode: '19' })],
    ['another subject’s name', 'mon-TOAN.Ten', withSubject(plain, 'TOAN', { name: 'Ngữ văn' })],
    ['a mark where there is none', 'mon-GDTC.HinhThuc', withSubject(plain, 'GDTC', { assessedBy: 'mark' })],
    ['results of an exempt subject', 'mon-GDTC', withSubject(plain, 'GDTC', { exemption: 'subject' })],
    ['a primary level for a secondary subject', 'mon-TOAN', withSubject(plain, 'TOAN', { level: 'T' })],
    [
      'a secondary average for a primary subject',
      'mon-TOAN',
      withSubject(primaryReport(), 'TOAN', { year: '9.0' }),
    ],
    [
      'a competence assessed twice',
      'tk.NGON_NGU',
      withPart(primaryReport(), 'summary', {
        competences: [{ code: 'NGON_NGU', level: 'C' }, ...primaryReport().summary.competences],
      }),
    ],
    [
      'a compulsory subject left out',
      'mon-LICH_SU_DIA_LI',
      { ...plain, subjects: plain.subjects.filter(({ code }) => code !== 'LICH_SU_DIA_LI') },
    ],
    ['subjects out of order', 'hb.MonHoc', { ...plain, subjects: plain.subjects.toReversed() }],
    [
      'one staff code for two people',
      'MaGiaoVien CB002',
      withSubject(plain, 'NGU_VAN', { teacher: { ...homeroom, identityDigest: 'a'.repeat(64) } }),
    ],
    [
      'a vice-principal without an order',
      'tk.NguoiPheDuyet',
      withPart(plain, 'summary', { approver: { ...plain.summary.approver, post: 'vice-principal' } }),
    ],
    [
      'a principal on behalf of himself',
      'bia.NguoiKyBia',
      withPart(plain, 'cover', {
        approver: { ...plain.cover.approver, onBehalf: { decisionNumber: '1/QĐ', reason: 'Đi công tác' } },
      }),
    ],
    [
      'a year before and a reason for none',
      'pb.NamTruoc',
      withPart(plain, 'version', {
        yearBefore: { digest: `${'A'.repeat(43)}=`, version: 1, absent: 'first' },
      }),
    ],
    [
      'a year before without its version',
      'pb.NamTruoc',
      withPart(plain, 'version', { yearBefore: { digest: `${'A'.repeat(43)}=` } }),
    ],
    ['neither a year before nor a reason', 'pb.NamTruoc', withPart(plain, 'version', { yearBefore: {} })],
  ])('%s: %s', async (_, at, report) => {
    const verification = await judgeForged(report)
    expect(listFindings(verification)).toContain(`contradiction@${at}`)
    expect(verification.verdict).toBe('failed')
  })
})

describe('results that the circular does not give', () => {
  it.each<readonly [string, string, YearReport]>([
    ['a year’s average', 'mon-TOAN.CaNam', withSubject(plain, 'TOAN', { year: '9.9' })],
    ['a result by comment', 'mon-GDTC.CaNam', withSubject(plain, 'GDTC', { year: 'not-pass' })],
    [
      'a better learning rating',
      'tk.HocTap.CaNam',
      withSubject(plain, 'TOAN', { term1: '4.0', term2: '4.0', year: '4.0' }),
    ],
    [
      'a term’s rating',
      'tk.HocTap.HK1',
      withPart(plain, 'summary', { learning: { term1: 'fair', term2: 'good', year: 'good' } }),
    ],
    [
      'a year’s conduct',
      'tk.RenLuyen.CaNam',
      withPart(plain, 'summary', { conduct: { term1: 'pass', term2: 'not-pass', year: 'good' } }),
    ],
    ['an award', 'tk.DanhHieu', withPart(plain, 'summary', { award: 'excellent-student' })],
    ['the decision', 'tk.DuocLenLop', withPart(plain, 'summary', { decision: 'retained' })],
    ['the completion', 'tk.HoanThanhChuongTrinhLop', withPart(plain, 'summary', { completion: false })],
    [
      'a promotion in spite of the absences',
      'tk.DuocLenLop',
      withPart(plain, 'summary', { excusedAbsences: 46 }),
    ],
    [
      'a primary year’s result',
      'tk.KetQuaGiaoDuc',
      withPart(primaryReport(), 'summary', { yearResult: 'completed' }),
    ],
  ])('%s: %s', async (_, at, report) => {
    const verification = await judgeForged(report)
    expect(listFindings(verification)).toContain(`rules-disagree@${at}`)
    expect(verification.verdict).toBe('failed')
  })

  it('by a rule set that nobody published stay open, and never pass', async () => {
    const verification = await judgeForged(withPart(plain, 'version', { ruleSet: 'TT22/2021 của trường' }))
    expect(listFindings(verification)).toEqual(['rules-unknown@pb.QuyTac'])
    expect(verification.verdict).toBe('indeterminate')
  })

  it('a conspiracy without the subject’s teacher cannot change the teacher’s marks', async () => {
    const raised = withSubject(plain, 'TOAN', { term1: '9.0', term2: '9.0', year: '9.0' })
    const verification = await judgeForged(raised, {
      signers: (staffCode) =>
        scene.office.signers(staffCode === people.second.staffCode ? people.homeroom.staffCode : staffCode),
    })
    expect(listFindings(verification)).toEqual(['not-the-person@s-gv-CB003'])
  })
})
