import { describe, expect, it } from 'vitest'
import { inventProvince } from '../index.ts'
import { termAverage, yearAverage } from '../marks/averages.ts'
import { judgeAll } from '../testing.ts'
import { longestComment } from './compose.ts'

const judged = judgeAll(inventProvince({ students: 2000, seed: 9 }))

const subjectComments = judged.flatMap(({ year, result, records }) =>
  year.subjects.flatMap((record) =>
    record.comment === undefined
      ? []
      : [{ record, comment: record.comment, year, result, level: records.school.level }],
  ),
)

const praise = /rất tốt|rất vững|xuất sắc|nổi trội|vững kiến thức|phát huy|đáng khen/iu
const criticism = /lúng túng|chưa|còn yếu|khó khăn|hạn chế chủ yếu|còn /iu

/** Comments on marks, by the year's average in tenths. */
const commentsBetween = (low: number, high: number): readonly string[] =>
  subjectComments.flatMap(({ record, comment }) => {
    if (record.kind !== 'marked' || record.practiceExempt === true) return []
    const average = yearAverage(termAverage(record.terms[1]), termAverage(record.terms[2]))
    return average !== undefined && average >= low && average < high ? [comment] : []
  })

describe('the teachers’ comments', () => {
  it('are thousands of different sentences, and no subject has fewer than eighty', () => {
    const sentences = new Set(subjectComments.flatMap(({ comment }) => comment.split(/(?<=\.) /u)))
    expect(sentences.size).toBeGreaterThan(8000)
    for (const own of Map.groupBy(
      subjectComments,
      ({ record, level }) => `${level}/${record.subject}`,
    ).values())
      expect(new Set(own.map(({ comment }) => comment)).size).toBeGreaterThan(Math.min(80, own.length / 2))
  })

  it('are there for every subject that is not left out', () => {
    const without = judged.flatMap(({ year }) =>
      year.subjects.filter(({ comment, exempt }) => (comment === undefined) !== (exempt === true)),
    )
    expect(without).toEqual([])
  })

  it('are whole sentences within the length a book holds', () => {
    const homeroom = judged.flatMap(({ year: { homeroom } }) =>
      [
        homeroom.comment,
        homeroom.qualitiesComment,
        homeroom.generalCompetencesComment,
        homeroom.specificCompetencesComment,
        homeroom.summerComment,
      ].filter((comment) => comment !== undefined),
    )
    for (const comment of [...homeroom, ...subjectComments.map((one) => one.comment)]) {
      expect(comment).toMatch(/^\p{Lu}.*[^.,;: ]\.$/u)
      expect(comment).not.toMatch(/[{}]|undefined|\.\.|;\.|,,/u)
      expect(comment.length).toBeLessThanOrEqual(longestComment)
    }
  })

  it('praise the excellent without reserve', () => {
    const comments = commentsBetween(90, 101)
    expect(comments.length).toBeGreaterThan(500)
    expect(comments.filter((comment) => criticism.test(comment))).toEqual([])
  })

  it('never praise highly what only passed, and never call it a failure', () => {
    const comments = commentsBetween(50, 65)
    expect(comments.length).toBeGreaterThan(500)
    expect(
      comments.filter((comment) => praise.test(comment) || /chưa đạt yêu cầu|còn yếu/iu.test(comment)),
    ).toEqual([])
  })

  it('name the weakness where the average is below 5.0', () => {
    const comments = commentsBetween(0, 50)
    expect(comments.length).toBeGreaterThan(20)
    expect(comments.filter((comment) => praise.test(comment) || !criticism.test(comment))).toEqual([])
  })

  it('speak of rise and fall only where the terms differ so', () => {
    for (const { record, comment } of subjectComments) {
      if (record.kind !== 'marked') continue
      const change = (termAverage(record.terms[2]) ?? 0) - (termAverage(record.terms[1]) ?? 0)
      if (/tiến bộ rõ so với|trong học kì II\.|cố gắng hơn hẳn/u.test(comment))
        expect(change).toBeGreaterThan(0)
      if (/giảm sút|giảm so với/u.test(comment)) expect(change).toBeLessThan(0)
    }
  })

  it('of subjects without marks tell who did not pass the second term', () => {
    for (const { record, comment } of subjectComments) {
      if (record.kind !== 'commented') continue
      const failed = record.terms[2]?.finalResult === 'not-pass'
      expect(/chưa hoàn thành yêu cầu|học kì II chưa đạt|chưa tốt/iu.test(comment)).toBe(failed)
    }
  })

  it('of primary subjects fit the level', () => {
    for (const { record, comment } of subjectComments) {
      if (record.kind !== 'leveled' || comment.length > 300) continue
      if (record.level === 'T') expect(comment).not.toMatch(/chưa |còn |sai nhiều/iu)
      if (record.level !== 'T') expect(comment).not.toMatch(praise)
      if (record.level === 'C')
        expect(comment).toMatch(/chưa|còn|sai|ngắc ngứ|sơ sài|ngại|chậm|làm việc riêng|ít/iu)
    }
  })

  it('of qualities and competences ask for more effort exactly where the level is C', () => {
    for (const {
      year: { homeroom },
    } of judged) {
      if (homeroom.qualities === undefined) continue
      const asks = /(^|; |\s)cần /iu.test(homeroom.qualitiesComment ?? '')
      expect(asks).toBe(Object.values(homeroom.qualities).includes('C'))
      expect(homeroom.generalCompetencesComment).not.toMatch(/(^|; )cần /iu)
    }
  })
})

describe('the homeroom teachers’ comments', () => {
  const words: Record<string, RegExp> = {
    good: /học tập tốt|học tốt và đều|đạt kết quả cao|hoàn thành tốt nhiệm vụ học tập/iu,
    fair: /kết quả học tập khá|học khá các môn|ở mức khá|kết quả khá và ổn định/iu,
    pass: /kết quả học tập đạt yêu cầu|học lực ở mức đạt|chưa đều|hoàn thành chương trình ở mức đạt/iu,
    'not-pass': /chưa đạt yêu cầu|học tập chưa đạt/iu,
  }
  const secondary = judged.filter(
    ({ year, result }) =>
      year.homeroom.comment !== undefined && year.individualPlan !== true && result.status === 'complete',
  )

  it('say of the year’s learning what the circular concludes', () => {
    expect(secondary.length).toBeGreaterThan(1000)
    for (const { year, result } of secondary) {
      const said = Object.keys(words).filter((rating) => words[rating]?.test(year.homeroom.comment ?? ''))
      expect(said).toEqual([result.learning?.year])
    }
  })

  it('never praise conduct that did not pass', () => {
    const failed = secondary.filter(({ result }) => result.conduct?.year === 'not-pass')
    expect(failed.length).toBeGreaterThan(0)
    for (const { year } of failed)
      expect(year.homeroom.comment).not.toMatch(/ngoan|lễ phép|gương mẫu|chấp hành tốt/iu)
    const good = secondary.filter(({ result }) => result.conduct?.year === 'good')
    for (const { year } of good)
      expect(year.homeroom.comment).not.toMatch(/vi phạm|ham chơi|mất trật tự|đi học muộn/iu)
  })

  it('call girls nữ sinh and boys nam sinh', () => {
    for (const { year } of secondary) {
      const { comment = '' } = year.homeroom
      expect(comment).not.toContain(year.profile.gender === 'female' ? 'nam sinh' : 'nữ sinh')
    }
    expect(secondary.some(({ year }) => year.homeroom.comment?.includes('nữ sinh'))).toBe(true)
  })
})

describe('the averages by which teachers write', () => {
  it('are those the circular gives', () => {
    for (const { year, result } of judged) {
      for (const record of year.subjects) {
        if (record.kind !== 'marked' || record.exempt === true) continue
        const average = yearAverage(termAverage(record.terms[1]), termAverage(record.terms[2]))
        expect(average === undefined ? null : (average / 10).toFixed(1)).toBe(
          result.subjects?.[record.subject]?.year,
        )
      }
    }
  })
})
