import type { Rating } from '../../../shared/ratings.ts'
import type { Random } from '../random.ts'
import { fill, fillToLimit, joinSentences } from './compose.ts'

/** What a homeroom teacher of a secondary class looks at before writing about a pupil's year. */
export interface HomeroomImpression {
  readonly calledBy: string
  readonly gender: 'male' | 'female'
  readonly conduct: Rating
  readonly learning: Rating
  readonly absences: number
  /** Names of the best subject and of those below 5.0 or not passed, as the form prints them. */
  readonly bestSubject?: string
  readonly weakSubjects: readonly string[]
}

const conductPhrases: Readonly<Record<Rating, readonly string[]>> = {
  good: [
    '{name} ngoan, lễ phép, thực hiện tốt nội quy của trường, lớp',
    'Có ý thức kỉ luật tốt, hòa đồng với bạn bè',
    'Lễ phép, trung thực, có tinh thần trách nhiệm với tập thể',
    'Là một {pupil} gương mẫu, nhiệt tình với việc chung của lớp',
    'Chấp hành tốt nội quy, biết giúp đỡ bạn bè',
    '{name} sống chân thành, được thầy cô và bạn bè tin yêu',
  ],
  fair: [
    '{name} ngoan, thực hiện nội quy tương đối tốt, đôi khi còn nói chuyện riêng trong giờ',
    'Có ý thức chấp hành nội quy, thỉnh thoảng còn đi học muộn',
    'Hòa nhã với bạn bè nhưng chưa thật tích cực trong hoạt động tập thể',
    'Biết nghe lời thầy cô, cần mạnh dạn hơn trong sinh hoạt lớp',
    'Là một {pupil} hiền lành, đôi lúc còn quên nhiệm vụ trực nhật',
  ],
  pass: [
    'Còn vi phạm nội quy như đi học muộn, không chuẩn bị bài, nhưng đã có ý thức sửa chữa',
    '{name} còn ham chơi, cần được nhắc nhở thường xuyên về nền nếp',
    'Ý thức kỉ luật ở mức đạt yêu cầu, còn mất trật tự trong giờ học',
  ],
  'not-pass': [
    'Trong học kì II vi phạm nội quy nhiều lần, chậm sửa chữa dù đã được nhắc nhở; phải rèn luyện trong kì nghỉ hè',
    '{name} nhiều lần bỏ giờ và gây mất trật tự; gia đình và nhà trường cần cùng giúp em rèn luyện trong hè',
  ],
}

const learningPhrases: Readonly<Record<Rating, readonly string[]>> = {
  good: [
    'Kết quả học tập tốt, tự giác và chăm chỉ',
    'Học tốt và đều các môn, có phương pháp tự học',
    'Thông minh, say mê học tập, đạt kết quả cao',
    'Luôn hoàn thành tốt nhiệm vụ học tập',
  ],
  fair: [
    'Kết quả học tập khá, có cố gắng trong năm học',
    'Học khá các môn, tiếp thu bài khá nhanh',
    'Có ý thức học tập, kết quả ở mức khá',
    'Chăm học, kết quả khá và ổn định',
  ],
  pass: [
    'Kết quả học tập đạt yêu cầu, cần cố gắng nhiều hơn',
    'Học lực ở mức đạt, có ý thức vươn lên nhưng tiếp thu chưa nhanh',
    'Có cố gắng song kết quả giữa các môn chưa đều',
    'Hoàn thành chương trình ở mức đạt, cần chăm chỉ hơn',
  ],
  'not-pass': [
    'Kết quả học tập chưa đạt yêu cầu, kiến thức nền còn hổng',
    'Học tập chưa đạt, chưa chủ động ôn bài ở nhà',
  ],
}

const wishes: Readonly<Record<Rating, readonly string[]>> = {
  good: [
    'Cần tiếp tục phát huy',
    'Mong {name} giữ vững kết quả này',
    'Chúc em đạt kết quả cao hơn trong năm học tới',
  ],
  fair: [
    'Cần cố gắng hơn để vươn lên mức tốt',
    'Nên chủ động hơn trong học tập',
    'Mong {name} tự tin phát huy khả năng của mình',
  ],
  pass: [
    'Cần dành nhiều thời gian hơn cho việc học',
    'Gia đình cần quan tâm, nhắc nhở em học bài',
    'Cần hỏi thầy cô khi chưa hiểu bài',
  ],
  'not-pass': ['Cần ôn tập nghiêm túc trong hè', 'Gia đình cần phối hợp chặt chẽ với nhà trường'],
}

const activityPhrases = [
  'Tích cực tham gia phong trào văn nghệ của lớp',
  'Nhiệt tình trong các hoạt động tập thể',
  'Tham gia đầy đủ các hoạt động đoàn thể',
  'Khéo tay, hay giúp lớp trang trí báo tường',
  'Biết giúp đỡ gia đình và bạn bè',
  'Chữ viết sạch đẹp, sách vở giữ gìn cẩn thận',
] as const

const attendance = (random: Random, absences: number): string => {
  if (absences === 0) return 'Đi học chuyên cần'
  if (absences > 45) return `Nghỉ học ${absences} buổi, quá số buổi cho phép`
  if (absences >= 20) return `Nghỉ học ${absences} buổi, cần tự bổ sung kiến thức những buổi vắng`
  return absences <= 3 && random.chance(0.4) ? 'Đi học đều' : ''
}

/** Subject names keep their capital letter in Vietnamese school writing: "môn Ngữ văn". */
const subjectPhrases = (random: Random, { bestSubject, weakSubjects }: HomeroomImpression): string => {
  if (weakSubjects.length > 0) return `Cần cố gắng nhiều hơn ở môn ${weakSubjects.join(', ')}`
  if (bestSubject === undefined || random.chance(0.35)) return ''
  return random.pick([
    `Học nổi bật ở môn ${bestSubject}`,
    `Học tốt môn ${bestSubject}`,
    `Yêu thích môn ${bestSubject}`,
  ])
}

const pupilWord = ({ gender }: HomeroomImpression): string => (gender === 'female' ? 'nữ sinh' : 'nam sinh')

/** Nhận xét của giáo viên chủ nhiệm (TT 22/2021, học bạ): conduct, learning, what stands out, and a wish. */
export const commentAsHomeroom = (random: Random, impression: HomeroomImpression): string => {
  const words = { name: impression.calledBy, pupil: pupilWord(impression) }
  const write = (template: string): string => (template === '' ? '' : fill(template, words))
  const canPraiseActivity = impression.conduct === 'good' || impression.conduct === 'fair'
  return joinSentences(
    write(random.pick(conductPhrases[impression.conduct])),
    write(attendance(random, impression.absences)),
    write(random.pick(learningPhrases[impression.learning])),
    write(subjectPhrases(random, impression)),
    write(canPraiseActivity && random.chance(0.4) ? random.pick(activityPhrases) : ''),
    write(random.pick(wishes[impression.learning])),
  )
}

/** What fits any pupil who behaves well and learns at least fairly. */
const detailPhrases = [
  'Trong giờ học {name} chú ý nghe giảng, ghi chép bài đầy đủ và chuẩn bị bài trước khi đến lớp',
  'Biết sắp xếp thời gian hợp lí giữa việc học, việc nhà và vui chơi',
  'Khi thảo luận nhóm, em biết lắng nghe ý kiến của bạn và mạnh dạn nêu ý kiến của mình',
  'Có ý thức giữ gìn vệ sinh lớp học, bảo vệ cây xanh và tiết kiệm điện, nước',
  'Tham gia nghiêm túc các buổi sinh hoạt dưới cờ và hoạt động trải nghiệm của nhà trường',
  'Được bạn bè tin tưởng, nhiều lần giúp các bạn trong tổ ôn bài trước kì kiểm tra',
  'Trong học kì II em tự tin hơn khi trình bày trước lớp so với đầu năm học',
  'Gia đình luôn quan tâm, phối hợp tốt với giáo viên chủ nhiệm trong việc theo dõi học tập của em',
  'Nên đọc thêm sách tham khảo và luyện tập thể thao đều đặn để nâng cao sức khỏe',
  'Mong em mạnh dạn đăng kí tham gia các câu lạc bộ học thuật của nhà trường trong năm học tới',
] as const

/** The same at length: everything there is to say, close to the longest a book holds. */
export const longCommentAsHomeroom = (random: Random, impression: HomeroomImpression): string => {
  const words = { name: impression.calledBy, pupil: pupilWord(impression) }
  const { conduct, learning } = impression
  const pools = [conductPhrases[conduct], learningPhrases[learning], detailPhrases, activityPhrases]
  return fillToLimit((round) => fill(random.pick(pools[round % pools.length] ?? detailPhrases), words))
}

const summerPhrases = {
  conduct: [
    'Đã tham gia lao động và sinh hoạt hè đầy đủ, nghiêm túc; có tiến bộ rõ về ý thức, được đánh giá lại mức Đạt.',
    'Hoàn thành nhiệm vụ rèn luyện trong hè do nhà trường giao, địa phương xác nhận chấp hành tốt; được đánh giá lại mức Đạt.',
  ],
  passed: [
    'Đã ôn tập trong hè, tham gia đánh giá lại đúng lịch và đạt yêu cầu.',
    'Có cố gắng ôn tập trong hè, kết quả đánh giá lại đạt yêu cầu; đủ điều kiện lên lớp.',
  ],
  failed: [
    'Có tham gia ôn tập và đánh giá lại trong hè nhưng kết quả chưa đạt yêu cầu.',
    'Tham gia đánh giá lại đầy đủ song kiến thức còn hổng nhiều, kết quả chưa đạt.',
  ],
} as const

/** Nhận xét sau rèn luyện hoặc đánh giá lại trong kì nghỉ hè (TT 22/2021, Điều 13-14). */
export const commentAfterSummer = (random: Random, outcome: keyof typeof summerPhrases): string =>
  random.pick<string>(summerPhrases[outcome])
