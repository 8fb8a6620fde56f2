import type { EducationLevel, Grade } from '../../../shared/education-level.ts'
import type { CommentResult } from '../../../shared/ratings.ts'
import type { SubjectCode } from '../../../shared/subjects.ts'
import type { Random } from '../random.ts'
import { phrasesOf } from './bank.ts'
import { fill, joinSentences, pickTwo } from './compose.ts'
import { tasksIn } from './phrases.ts'

/** What a teacher of a subject assessed by comment looks at before writing. */
export interface CommentedImpression {
  readonly level: EducationLevel
  readonly grade: Grade
  readonly subject: SubjectCode
  readonly calledBy: string
  readonly results: readonly [CommentResult, CommentResult]
  /** Stands out from the others who pass. */
  readonly isKeen: boolean
}

type Manner = 'keen' | 'steady' | 'improved' | 'failed'

const openings: Record<Manner, readonly string[]> = {
  keen: [
    'Tham gia rất tích cực, {task} tốt',
    '{name} rất hứng thú, {task} rất tốt',
    'Hoàn thành tốt các yêu cầu, nổi bật khi {task}',
    'Nhanh nhẹn, sáng tạo; biết {task}, {other}',
    'Nhiệt tình, luôn chủ động khi {task}',
  ],
  steady: [
    'Hoàn thành các yêu cầu, biết {task}',
    'Có ý thức học tập, biết {task} theo hướng dẫn',
    '{name} tham gia đầy đủ, biết {task}',
    'Thực hiện được các nội dung đã học, nhất là {task}',
    'Có cố gắng khi {task}',
  ],
  improved: [
    'Học kì I chưa đạt nhưng học kì II đã cố gắng, biết {task}',
    'Học kì II tiến bộ rõ, đã biết {task}',
    '{name} đã khắc phục hạn chế của học kì I, biết {task}',
  ],
  failed: [
    'Chưa hoàn thành yêu cầu của học kì II, lúng túng khi {task}',
    'Học kì II chưa đạt yêu cầu khi {task}',
    'Ý thức tham gia chưa tốt, chưa {task} được theo yêu cầu của học kì II',
  ],
}

const endings: Record<Manner, readonly string[]> = {
  keen: ['Cần phát huy', 'Rất đáng khen', 'Nên tham gia câu lạc bộ của trường', ''],
  steady: ['Cần {advice}', 'Đôi khi còn {fault}', 'Nên {advice}', 'Có tiến bộ', '', ''],
  improved: ['Cần {advice}', 'Tiếp tục cố gắng', 'Cần duy trì sự tiến bộ này'],
  failed: ['Cần {advice}', 'Cần nghiêm túc hơn và {advice}', 'Hạn chế chủ yếu: {fault}; cần {advice}'],
}

const mannerOf = ({ results: [first, second], isKeen }: CommentedImpression): Manner => {
  if (second === 'not-pass') return 'failed'
  if (first === 'not-pass') return 'improved'
  return isKeen ? 'keen' : 'steady'
}

/** Nhận xét of a subject without marks; the year's result is that of the second term (TT 22/2021, Điều 9.1). */
export const commentOnResults = (random: Random, impression: CommentedImpression): string => {
  const phrases = phrasesOf(impression.level, impression.subject)
  const manner = mannerOf(impression)
  const [task, other] = pickTwo(random, tasksIn(phrases, impression.grade))
  const fault = random.pick(phrases.faults)
  const words = { task, other, fault, advice: random.pick(phrases.advice), name: impression.calledBy }
  const ending = random.pick(endings[manner])
  return joinSentences(fill(random.pick(openings[manner]), words), ending === '' ? '' : fill(ending, words))
}
