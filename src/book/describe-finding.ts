import type { EvaluationFinding } from '../evaluation/index.ts'
import type { EducationLevel } from '../shared/education-level.ts'
import { findSubject } from '../shared/subjects.ts'
import { competences, qualities } from '../shared/traits.ts'

const problems: Readonly<Record<string, string>> = {
  'mark-out-of-range': 'điểm ngoài thang 0-10',
  'mark-too-precise': 'điểm có quá một chữ số thập phân',
  'not-a-mark': 'không phải là điểm',
  'score-not-integer': 'điểm kiểm tra định kì phải là số nguyên',
  'wrong-number-of-regular-marks': 'sai số lượng điểm đánh giá thường xuyên',
  'missing-mark': 'chưa có điểm',
  'missing-result': 'chưa có kết quả',
  'missing-periods': 'chưa ghi số tiết cả năm của môn học',
  'missing-conduct': 'chưa có kết quả rèn luyện',
  'missing-absences': 'chưa có số buổi nghỉ',
  'unknown-subject': 'môn học không có trong chương trình',
  'subject-not-in-grade': 'môn học không thuộc khối này',
  'missing-subject': 'thiếu môn học bắt buộc',
  'duplicate-subject': 'môn học ghi hai lần',
  'score-not-allowed': 'môn này không có điểm kiểm tra định kì cuối năm',
  'missing-score': 'chưa có điểm kiểm tra định kì cuối năm',
  'missing-quality': 'chưa đánh giá phẩm chất',
  'missing-competence': 'chưa đánh giá năng lực',
  'missing-decision': 'chưa có quyết định của hiệu trưởng',
  'unknown-level': 'mức đánh giá không hợp lệ',
  'too-few-marked-subjects': 'chưa đủ 06 môn đánh giá bằng điểm số',
  'summer-not-allowed': 'kết quả hè không thuộc diện được đánh giá lại',
}

const places: Readonly<Record<string, string>> = {
  midtermMark: 'điểm giữa kì',
  finalMark: 'điểm cuối kì',
  regularMarks: 'điểm thường xuyên',
  topicMark: 'điểm chuyên đề',
  midtermResult: 'giữa kì',
  finalResult: 'cuối kì',
  regularResults: 'thường xuyên',
  reassessedMark: 'đánh giá lại',
  reassessedResult: 'đánh giá lại',
  afterSummer: 'sau hè',
}

const placeWords = (level: EducationLevel, at: string): string => {
  const [head = '', code = '', ...rest] = at.split('.')
  const trait = [...qualities, ...competences].find((known) => known.code === code)
  const name = head === 'subjects' ? (findSubject(level, code)?.name ?? code) : (trait?.name ?? code)
  const words = rest.map((part, index) => {
    if (part === 'terms') return ''
    if (rest[index - 1] === 'terms') return part === '1' ? 'học kì I' : 'học kì II'
    return /^\d+$/.test(part) ? `lần ${Number(part) + 1}` : (places[part] ?? part)
  })
  return [name, ...words].filter((word) => word !== '').join(', ')
}

/** What hinders a result, in a teacher's words: 'Toán, học kì II, điểm cuối kì: chưa có điểm'. */
export const describeFinding = (level: EducationLevel, { code, at }: EvaluationFinding): string => {
  const place = placeWords(level, at)
  const problem = problems[code] ?? code
  return place === '' ? problem : `${place}: ${problem}`
}
