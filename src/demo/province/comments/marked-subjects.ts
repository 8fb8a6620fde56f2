import type { EducationLevel, Grade } from '../../../shared/education-level.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import type { Random } from '../random.ts'
import { phrasesOf } from './bank.ts'
import { fill, fillToLimit, joinSentences, pickTwo } from './compose.ts'
import { tasksIn } from './phrases.ts'

/** What a teacher of a subject assessed by mark looks at before writing: averages in tenths. */
export interface MarkedImpression {
  readonly level: EducationLevel
  readonly grade: Grade
  readonly subject: SubjectCode
  readonly calledBy: string
  readonly termAverages: readonly [number | undefined, number | undefined]
  readonly yearAverage: number
}

type Band = 'excellent' | 'good' | 'fair' | 'pass' | 'weak'

/** The bands of TT 22/2021, Điều 9.2 and Điều 15, in which teachers think when they write: 9.0, 8.0, 6.5, 5.0. */
export const bandOf = (tenths: number): Band => {
  if (tenths >= 90) return 'excellent'
  if (tenths >= 80) return 'good'
  if (tenths >= 65) return 'fair'
  return tenths >= 50 ? 'pass' : 'weak'
}

const strengths: Record<Band, readonly string[]> = {
  excellent: [
    'Nắm rất vững kiến thức, {task} rất tốt',
    'Tiếp thu nhanh, {task} rất vững',
    '{name} học rất tốt, luôn chủ động khi {task}',
    'Có năng lực nổi trội, nhất là khi {task}',
    'Say mê môn học, {task} rất tốt và biết giúp đỡ bạn',
    'Kết quả học tập xuất sắc, rất tự tin khi {task}',
    'Có tinh thần tự học cao, biết {task} một cách sáng tạo',
    'Tư duy độc lập; cả {task} lẫn {other} đều rất tốt',
  ],
  good: [
    'Nắm vững kiến thức, {task} tốt',
    'Hiểu bài nhanh, biết cách {task}',
    '{name} tích cực phát biểu xây dựng bài, biết {task}',
    'Chăm học, có kĩ năng {task} tốt',
    'Có ý thức tự học, tự tin khi {task}',
    'Tiếp thu bài tốt; biết {task}, {other}',
    'Hoàn thành tốt nhiệm vụ học tập, nhất là khi {task}',
  ],
  fair: [
    'Nắm được kiến thức cơ bản, biết {task}',
    'Có cố gắng trong học tập, {task} tương đối tốt',
    '{name} chăm chú nghe giảng, đã biết {task}',
    'Học khá đều, {task} ở mức khá',
    'Ý thức học tập khá tốt; biết {task}, {other}',
    'Hiểu bài, thực hiện được yêu cầu {task}',
    'Có tiến bộ khi {task}',
  ],
  pass: [
    'Đạt yêu cầu cơ bản, bước đầu biết {task}',
    'Có cố gắng, biết {task} ở mức đơn giản',
    '{name} nắm được nội dung cơ bản nhất, cần gợi ý thêm khi {task}',
    'Tiếp thu chưa nhanh nhưng có ý thức vươn lên, đã cố gắng {task}',
    'Thực hiện được yêu cầu cơ bản, {task} khi có hướng dẫn',
    'Làm được các bài tập cơ bản, chưa chắc chắn khi {task}',
  ],
  weak: [
    'Kiến thức nền có nhiều chỗ hổng, chưa tự {task} được',
    'Lúng túng khi {task}, còn {fault}',
    'Chưa đạt yêu cầu khi {task}',
    '{name} chưa tập trung trong giờ học nên gặp nhiều khó khăn khi {task}',
    'Khả năng {task} còn yếu; {fault}',
  ],
}

const endings: Record<Band, readonly string[]> = {
  excellent: [
    'Cần tiếp tục phát huy',
    'Nên thử sức với những bài nâng cao',
    'Rất đáng khen',
    'Mong {name} giữ vững niềm say mê này',
    'Hãy tiếp tục duy trì tinh thần tự học',
    'Khả năng {other} cũng rất tốt',
  ],
  good: [
    'Chú ý {advice} để đạt kết quả cao hơn',
    'Nếu {advice} thì sẽ tiến bộ hơn nữa',
    'Cần {advice} để tiến xa hơn',
    'Cần phát huy',
    'Đôi lúc còn {fault}, cần lưu ý',
  ],
  fair: [
    'Đôi khi còn {fault}; cần {advice}',
    'Cần {advice}',
    'Nên {advice} để kết quả tốt hơn',
    'Cần khắc phục việc {fault}',
    'Hạn chế chủ yếu: {fault}',
    'Cố gắng {advice} trong thời gian tới',
  ],
  pass: [
    'Còn {fault}',
    'Còn {fault}; cần {advice}',
    'Cần tích cực hơn trong giờ học và {advice}',
    'Cần dành nhiều thời gian hơn cho môn học, {advice}',
    'Hạn chế chủ yếu: {fault}; nên {advice}',
  ],
  weak: [
    'Cần ôn lại kiến thức cơ bản và {advice}',
    'Cần chủ động hỏi thầy cô, bạn bè và {advice}',
    'Gia đình cần quan tâm, nhắc nhở em {advice}',
    'Cần cố gắng nhiều hơn, {advice}',
  ],
}

const clearChange = 8

const trends: Record<'rise' | 'fall', readonly string[]> = {
  rise: [
    'Học kì II tiến bộ rõ so với học kì I',
    'Có nhiều tiến bộ trong học kì II',
    'Học kì II cố gắng hơn hẳn học kì I',
  ],
  fall: [
    'Học kì II có phần giảm sút, cần giữ nhịp học đều',
    'Kết quả học kì II giảm so với học kì I',
    'Học kì II chưa giữ được kết quả của học kì I',
  ],
}

const trendOf = (random: Random, { termAverages: [first, second] }: MarkedImpression, band: Band): string => {
  if (first === undefined || second === undefined || band === 'excellent') return ''
  const change = second - first
  if (Math.abs(change) < clearChange) return ''
  return `${random.pick(trends[change > 0 ? 'rise' : 'fall'])}.`
}

/** Nhận xét of a subject teacher (TT 22/2021): progress, strengths, limits; never at odds with the year's average. */
export const commentOnMarks = (random: Random, impression: MarkedImpression): string => {
  const phrases = phrasesOf(impression.level, impression.subject)
  const band = bandOf(impression.yearAverage)
  const [task, other] = pickTwo(random, tasksIn(phrases, impression.grade))
  const words = {
    task,
    other,
    fault: random.pick(phrases.faults),
    advice: random.pick(phrases.advice),
    name: impression.calledBy,
  }
  const strength = fill(random.pick(strengths[band]), words)
  const ending = random.chance(0.85) || band === 'weak' ? fill(random.pick(endings[band]), words) : ''
  return joinSentences(strength, trendOf(random, impression, band), ending)
}

/** The same, at such length as a conscientious teacher fills the box with: close to the longest a book holds. */
export const longCommentOnMarks = (random: Random, impression: MarkedImpression): string => {
  const phrases = phrasesOf(impression.level, impression.subject)
  const band = bandOf(impression.yearAverage)
  return fillToLimit((round) => {
    const [task, other] = pickTwo(random, tasksIn(phrases, impression.grade))
    const words = {
      task,
      other,
      fault: random.pick(phrases.faults),
      advice: random.pick(phrases.advice),
      name: impression.calledBy,
    }
    return fill(random.pick(round < 5 ? strengths[band] : endings[band]), words)
  })
}
