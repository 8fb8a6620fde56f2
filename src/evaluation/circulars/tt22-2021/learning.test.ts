import { describe, expect, it } from 'vitest'
import { averages, comments, learningOf, reasonsUnder, secondaryCase, yearWith } from '../../testing.ts'

const times = (count: number, mark: string): string[] => Array<string>(count).fill(mark)

describe('kết quả học tập (Điều 9, khoản 2)', () => {
  it.each([
    ['six at 8.0 and all from 6.5', [...times(6, '8.0'), '6.5', '6.5'], 0, 'good'],
    ['five at 8.0', [...times(5, '8.0'), '7.9', '6.5', '6.5'], 0, 'fair'],
    ['one at 6.4', [...times(7, '8.0'), '6.4'], 0, 'fair'],
    ['six at 6.5 and all from 5.0', [...times(6, '6.5'), '5.0', '5.0'], 0, 'fair'],
    ['five at 6.5', [...times(5, '6.5'), '6.4', '5.0', '5.0'], 0, 'pass'],
    ['one at 4.9 in a year that is fair without it', [...times(7, '6.5'), '4.9'], 0, 'pass'],
    ['six at 5.0 and none below 3.5', [...times(6, '5.0'), '3.5', '3.5'], 0, 'pass'],
    ['five at 5.0', [...times(5, '5.0'), '4.9', '3.5', '3.5'], 0, 'not-pass'],
    ['two below 3.5', [...times(6, '5.0'), '3.4', '3.4'], 0, 'not-pass'],
    ['one comment subject Chưa đạt in a fair year', times(8, '7.0'), 1, 'pass'],
    ['two comment subjects Chưa đạt', times(8, '9.0'), 2, 'not-pass'],
  ])('%s', (_, values, failedComments, rating) => {
    expect(learningOf(yearWith(values, failedComments))).toEqual({ 1: rating, 2: rating, year: rating })
  })

  it('needs six subjects whatever their number: with six all must reach the bound', () => {
    expect(learningOf(yearWith(times(6, '8.0')))?.year).toBe('good')
    expect(learningOf(yearWith([...times(5, '8.0'), '7.9']))?.year).toBe('fair')
  })

  it('each period is rated by its own results', () => {
    const terms = { 1: { average: '5.0' }, 2: { average: '8.0' } }
    const subjects = averages(...times(8, '8.0')).map((subject) => ({ ...subject, terms }))
    expect(learningOf(secondaryCase({ subjects }))).toEqual({ 1: 'pass', 2: 'good', year: 'fair' })
  })
})

describe('the adjustment of Điều 9, khoản 3', () => {
  const adjusted = (before: string, culprit: string): object => ({
    yearBeforeArticle9_3: before,
    articleCulprit: culprit,
  })

  it.each([
    ['Tốt to Đạt gives Khá', [...times(7, '8.5'), '4.9'], 'fair', adjusted('pass', 'TIN_HOC')],
    ['Tốt to Chưa đạt gives Đạt', [...times(7, '8.5'), '3.4'], 'pass', adjusted('not-pass', 'TIN_HOC')],
    ['Khá to Chưa đạt gives Đạt', [...times(7, '6.5'), '3.4'], 'pass', adjusted('not-pass', 'TIN_HOC')],
    ['Khá to Đạt stays', [...times(7, '6.5'), '4.9'], 'pass', {}],
    ['Tốt to Khá stays', [...times(7, '8.5'), '6.4'], 'fair', {}],
    ['two weak subjects stay', [...times(6, '8.5'), '4.9', '4.9'], 'pass', {}],
    ['a missing sixth subject stays', [...times(5, '8.5'), '7.0', '7.0', '4.0'], 'pass', {}],
  ])('%s', (_, values, rating, details) => {
    expect(learningOf(yearWith(values))).toEqual({ 1: rating, 2: rating, year: rating, ...details })
  })

  it('counts a subject assessed by comment as a subject too', () => {
    expect(learningOf(yearWith(times(8, '8.5'), 1))).toMatchObject({
      year: 'fair',
      articleCulprit: 'HDTN_HN',
    })
  })

  it('says nothing of a term that it changed, only of the year', () => {
    const terms = { 1: { average: '3.4' }, 2: { average: '8.5' } }
    const subjects = averages(...times(8, '8.5')).map((one) =>
      one.code === 'TOAN' ? { ...one, terms } : one,
    )
    const input = secondaryCase({ subjects })
    expect(learningOf(input)).toEqual({ 1: 'pass', 2: 'good', year: 'good' })
  })

  it('is read as a subject left out, or as one at its best, as the school chooses', () => {
    const year = yearWith([...times(5, '8.5'), '7.0', '7.0', '4.0'])
    expect(learningOf({ ...year, options: { article9_3: 'mask' } })?.year).toBe('pass')
    expect(learningOf({ ...year, options: { article9_3: 'replace' } })).toMatchObject({
      year: 'fair',
      ...adjusted('pass', 'TIN_HOC'),
    })
  })

  it('as replacement can lift a year of only six subjects', () => {
    const year = { ...yearWith([...times(5, '8.5'), '3.4']), options: { article9_3: 'replace' } }
    expect(learningOf(year)).toMatchObject({ year: 'pass', ...adjusted('not-pass', 'KHTN') })
    expect(learningOf({ ...year, options: {} })).toEqual({ 1: 'not-pass', 2: 'not-pass', year: 'not-pass' })
  })
})

describe('the proof of a rating', () => {
  it('names what is met and what keeps it from the next better one', () => {
    const text = reasonsUnder(yearWith([...times(6, '6.5'), '5.0', '5.4']), '9.2.b').at(-1)
    expect(text).toBe(
      'Cả năm, học tập Khá: mọi môn từ 5,0 trở lên, 6 môn từ 6,5 trở lên (cần 6), các môn nhận xét đều Đạt. ' +
        'Chưa Tốt vì: Công nghệ 5,0, Tin học 5,4 dưới 6,5; không có môn từ 8,0 trở lên (cần 6).',
    )
  })

  it('names the comment subjects that failed', () => {
    expect(reasonsUnder(yearWith(times(8, '7.0'), 2), '9.2.d').at(-1)).toContain(
      '2 môn nhận xét Chưa đạt (được phép nhiều nhất 1): Nội dung giáo dục của địa phương, Hoạt động trải nghiệm',
    )
  })

  it('says nothing of comment subjects where there are none', () => {
    const input = secondaryCase({ subjects: averages(...times(8, '8.0')) })
    expect(reasonsUnder(input, '9.2.a').at(-1)).toBe(
      'Cả năm, học tập Tốt: mọi môn từ 6,5 trở lên, 8 môn từ 8,0 trở lên (cần 6).',
    )
  })

  it('tells for which subject Điều 9.3 raised it', () => {
    expect(reasonsUnder(yearWith([...times(7, '8.5'), '3.4']), '9.3').at(-1)).toBe(
      'Cả năm: nếu không tính môn đó thì học tập đạt mức Tốt; chỉ do môn Tin học (3,4) mà thấp xuống 3 mức ' +
        '(Chưa đạt), nên được điều chỉnh lên mức liền kề: Đạt.',
    )
    const subjects = [...averages(...times(8, '8.5')), ...comments(1)]
    expect(reasonsUnder(secondaryCase({ subjects }), '9.3').at(-1)).toContain('hướng nghiệp (Chưa đạt)')
  })

  it('warns where the two readings of Điều 9.3 differ', () => {
    const [warned] = reasonsUnder(yearWith([...times(5, '8.5'), '7.0', '7.0', '4.0']), '9.3')
    expect(warned).toContain('Lưu ý: nếu hiểu là coi môn đó đạt mức cao nhất thì kết quả là Khá')
    const [plain] = reasonsUnder(yearWith([...times(6, '8.5'), '4.9', '4.9']), '9.3')
    expect(plain).not.toContain('Lưu ý')
  })
})
