import { describe, expect, it } from 'vitest'
import {
  decideSetting,
  findRule,
  findSetting,
  isPast,
  judgeCalendar,
  judgeSetting,
  listSettings,
  settingRules,
  type Setting,
  type SettingPlace,
} from './index.ts'

const place: SettingPlace = { province: '99', level: 'lower-secondary', schoolYear: '2025-2026' }
const haiPhong: SettingPlace = { ...place, province: '31' }

const settingOf = (name: string): Setting => {
  const found = findSetting(name, place.level)
  if (found === undefined) throw new Error(`no setting ${name}`)
  return found
}

describe('a setting in force', () => {
  it('is the law’s, with its document, where nobody said otherwise', () => {
    expect(decideSetting(settingOf('deadline.report.year-end'), place, undefined)).toMatchObject({
      value: '2026-06-30',
      source: 'law',
      article: 'CV 1396/BGDĐT-GDTH, PL1 §2.1',
    })
  })

  it('is a province’s in its level and year alone', () => {
    const issue = settingOf('deadline.issue')
    expect(decideSetting(issue, haiPhong, undefined)).toMatchObject({
      value: '2026-06-15',
      source: 'province',
    })
    for (const elsewhere of [
      place,
      { ...haiPhong, level: 'primary' as const },
      { ...haiPhong, schoolYear: '2026-2027' as const },
    ])
      expect(decideSetting(issue, elsewhere, undefined).value).toBeNull()
  })

  it('is the school’s, with its reason, before both', () => {
    const own = { value: '2026-06-10', reason: 'KH 05/KH-THCS' }
    expect(decideSetting(settingOf('deadline.issue'), haiPhong, own)).toMatchObject({
      value: '2026-06-10',
      source: 'school',
      article: 'KH 05/KH-THCS',
    })
  })

  it('of the first calendar year lies in it', () => {
    const cover = decideSetting(settingOf('deadline.cover'), place, undefined)
    expect(cover.value).toBe('2025-09-30')
  })
})

describe('the table of rules', () => {
  it('sets only what the catalogue has, and names a document for all of it', () => {
    for (const { name, article } of settingRules) {
      expect(findSetting(name, 'lower-secondary')?.name).toBe(name)
      expect(article).toMatch(/\S/)
    }
  })

  it('lets the most specific rule win, in whatever order they stand', () => {
    const rules = [
      { name: 'x', value: 'both', article: 'a', province: '31', level: 'primary' },
      { name: 'x', value: 'province', article: 'a', province: '31' },
      { name: 'x', value: 'country', article: 'a' },
    ] as const
    for (const some of [rules, rules.toReversed()]) {
      expect(findRule('x', { ...haiPhong, level: 'primary' }, some)?.value).toBe('both')
      expect(findRule('x', haiPhong, some)?.value).toBe('province')
      expect(findRule('x', place, some)?.value).toBe('country')
    }
  })

  it('gives Điều 9 khoản 3 to no primary school', () => {
    const names = listSettings({ ...place, level: 'primary' }, new Map()).map(({ name }) => name)
    expect(names).not.toContain('article9_3')
    expect(names).toContain('deadline.cover')
  })
})

describe('what a school may set', () => {
  it.each<readonly [string, string, string, RegExp | undefined]>([
    ['a day before the law’s', 'deadline.report.year-end', '2026-06-20', undefined],
    ['the law’s day itself', 'deadline.report.year-end', '2026-06-30', undefined],
    ['a later one', 'deadline.report.year-end', '2026-07-01', /không được muộn hơn 30\/06\/2026/],
    ['a day that is none', 'deadline.issue', '2026-06-31', /không có thật/],
    ['a day of another year', 'deadline.issue', '2028-06-01', /nằm ngoài năm học/],
    ['a word of the list', 'article9_3', 'replace', undefined],
    ['another word', 'article9_3', 'both', /không có lựa chọn/],
  ])('%s', (_what, name, value, message) => {
    const fault = judgeSetting(settingOf(name), place, value)
    if (message === undefined) expect(fault).toBeUndefined()
    else expect(fault).toMatch(message)
  })

  it('is a calendar whose days follow each other', () => {
    const days = (second: string) =>
      new Map([
        ['calendar.term-1.ends', '2026-01-18'],
        ['calendar.term-2.begins', second],
      ])
    expect(judgeCalendar(days('2026-01-19'))).toBeUndefined()
    expect(judgeCalendar(days('2026-01-10'))).toMatch(
      /Ngày bắt đầu học kì II phải sau ngày kết thúc học kì I/,
    )
  })
})

describe('“trước ngày”', () => {
  it('counts until the end of that day', () => {
    expect(isPast('2026-06-30', '2026-06-30')).toBe(false)
    expect(isPast('2026-06-30', '2026-07-01')).toBe(true)
  })
})
