import { describe, expect, it } from 'vitest'
import type { LookupVerdict } from '../../../lookup/index.ts'
import { icons } from './icons.ts'
import { checkList, historyList, signatureTable, verdictBox } from './result-parts.ts'
import { english } from './words-en.ts'
import { vietnamese } from './words-vi.ts'

const now = new Date('2026-07-01T02:05:00Z')

describe('the verdict', () => {
  it.each<[LookupVerdict, string, string]>([
    ['in-force', 'Học bạ thật, đang có hiệu lực', 'Genuine and in force'],
    ['replaced', 'Học bạ thật, nhưng đã bị thay thế', english.verdicts.replaced.title],
    ['revoked', 'Học bạ đã bị thu hồi', english.verdicts.revoked.title],
    [
      'unregistered',
      'Chữ ký đúng, nhưng không có trong cơ sở dữ liệu này',
      english.verdicts.unregistered.title,
    ],
    ['not-genuine', 'Không phải học bạ thật', english.verdicts['not-genuine'].title],
    ['not-checked', 'Chưa kiểm tra được', english.verdicts['not-checked'].title],
  ])('%s is said in a clerk’s words, with the time of the check', (verdict, own, other) => {
    const markup = verdictBox(vietnamese, verdict, { now }).markup
    expect(markup).toContain(`<h1>${own}</h1>`)
    expect(markup).toContain('Kiểm tra lúc 09:05 ngày 01/07/2026')
    expect(verdictBox(english, verdict, { now }).markup).toContain(`<h1>${other}</h1>`)
  })

  it('is green for one that is in force and for nothing else', () => {
    const passed = icons.passed.markup
    expect(verdictBox(vietnamese, 'in-force', { now }).markup).toContain(passed)
    for (const verdict of ['replaced', 'revoked', 'unregistered', 'not-genuine', 'not-checked'] as const)
      expect(verdictBox(vietnamese, verdict, { now }).markup).not.toContain(passed)
  })

  it('shows facts as letters', () => {
    const facts = [['Học sinh', '<b>']] as const
    expect(verdictBox(vietnamese, 'in-force', { facts, now }).markup).toContain('<dd>&lt;b&gt;</dd>')
  })
})

describe('the checks', () => {
  it('say of each what came out, those that were not done too', () => {
    const { markup } = checkList(vietnamese, [
      { name: 'format', outcome: 'passed', findings: [] },
      { name: 'page-agreement', outcome: 'not-done', findings: [] },
    ])
    expect(markup).toContain('Đọc được trọn vẹn')
    expect(markup).toContain('<span class="outcome">Không kiểm tra</span>')
  })

  it('name at most eight findings of one kind, with their place', () => {
    const findings = Array.from({ length: 20 }, (_, index) => ({
      code: 'too-large' as const,
      at: `m-${index}`,
      text: 'Tệp <lớn>',
    }))
    const { markup } = checkList(vietnamese, [{ name: 'format', outcome: 'failed', findings }])
    expect(markup.match(/Tệp &lt;lớn&gt; \(m-\d+\)/g)).toHaveLength(8)
  })
})

describe('the signatures', () => {
  it('are no table where there is none', () => {
    expect(signatureTable(vietnamese, [])).toBe(false)
  })
})

describe('the history', () => {
  it('is left out while there was only ever one version, in force', () => {
    expect(historyList(vietnamese, [{ version: 1, status: 'in-force', at: now }])).toBe(false)
  })

  it('says each version with where it stands', () => {
    const history = [
      { version: 2, status: 'in-force', at: now },
      { version: 1, status: 'replaced', at: now },
    ] as const
    const list = historyList(vietnamese, history)
    expect(list === false ? '' : list.markup.replace(/\s+/g, ' ')).toContain(
      '<strong>Phiên bản 1</strong>: Đã bị thay thế (từ ngày 01/07/2026)',
    )
  })
})
