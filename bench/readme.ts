import { readFileSync, writeFileSync } from 'node:fs'
import { format } from 'prettier'
import type { HeadlineKey } from './figure.ts'
import { fromRoot } from './paths.ts'
import type { Results } from './results.ts'

type Language = 'en' | 'vi'

const texts: Readonly<Record<HeadlineKey, Readonly<Record<Language, string>>>> = {
  evaluate: {
    en: 'evaluate a pupil’s year, with reasons: speed beside JSON.parse + JSON.stringify of the same lines',
    vi: 'tính kết quả một năm học kèm lí do: tốc độ so với JSON.parse + JSON.stringify cùng các dòng ấy',
  },
  'seal-rsa': {
    en: 'seal a book of 15 signatures, RSA-2048: time beside the bare signs and verifies',
    vi: 'kí và niêm phong một học bạ 15 chữ ký, RSA-2048: thời gian so với riêng các phép ký và kiểm tra chữ ký',
  },
  'seal-p256': { en: 'the same, P-256', vi: 'như trên, P-256' },
  'seal-class': {
    en: 'seal a class of 35 in one sitting, RSA-2048',
    vi: 'niêm phong một lớp 35 em trong một lượt, RSA-2048',
  },
  'verify-layer': {
    en: 'verify it, signatures only: time beside the bare RSA verifies and SHA-256',
    vi: 'kiểm tra học bạ ấy, riêng phần chữ ký: thời gian so với riêng các phép RSA và SHA-256',
  },
  'verify-whole': { en: 'verify it, the whole verdict', vi: 'kiểm tra toàn bộ, đến kết luận' },
  'verify-p256': { en: 'the same, P-256', vi: 'như trên, P-256' },
  xmlsec1: {
    en: 'signatures only: times as fast as xmlsec1',
    vi: 'riêng phần chữ ký: nhanh gấp mấy lần xmlsec1',
  },
  xadesjs: { en: '… as xadesjs', vi: '… gấp mấy lần xadesjs' },
  'xml-crypto': { en: '… as xml-crypto', vi: '… gấp mấy lần xml-crypto' },
  threads: { en: 'verdicts on two cores beside one', vi: 'kiểm tra trên hai nhân so với một nhân' },
  'check-time': {
    en: '`issue --check`, 2,000 pupils × 12 subjects with all marks',
    vi: '`issue --check`, 2.000 học sinh × 12 môn, đủ điểm',
  },
  'check-memory': { en: 'its peak memory', vi: 'bộ nhớ nhiều nhất khi ấy' },
  'page-chromium': {
    en: 'set a page (tagged PDF/A-3a, data attached): times as fast as headless Chromium',
    vi: 'dựng một trang (PDF/A-3a, kèm dữ liệu): nhanh gấp mấy lần Chromium',
  },
  'page-pdfkit': { en: '… as pdfkit', vi: '… gấp mấy lần pdfkit' },
  'page-constant': {
    en: 'a book at the end of 2,000 beside one at the start',
    vi: 'một học bạ ở cuối 2.000 cuốn so với lúc đầu',
  },
  'page-memory': { en: 'memory throughout them', vi: 'bộ nhớ suốt 2.000 cuốn' },
  pades: {
    en: 'seal a page of 200 KB, beyond the key’s own operation',
    vi: 'đóng dấu một trang 200 KB, không kể phép ký của khóa',
  },
  lookup: {
    en: 'look a code up over HTTP among 10⁴, beside the bare prepared statement',
    vi: 'tra cứu qua HTTP trong 10⁴ mã, so với riêng câu lệnh của cơ sở dữ liệu',
  },
  'lookup-many': { en: '… among 10⁶', vi: '… trong 10⁶ mã' },
  portal: {
    en: 'Lighthouse performance of the portal’s first page',
    vi: 'điểm hiệu năng Lighthouse của trang đầu cổng tra cứu',
  },
  'portal-bytes': {
    en: 'its size, compressed, type apart',
    vi: 'dung lượng nén của trang ấy, không kể phông chữ',
  },
  paste: {
    en: 'paste 45 × 12 marks into the gradebook, until their preview',
    vi: 'dán 45 × 12 điểm vào sổ, đến khi thấy bản xem trước',
  },
  'paste-saved': { en: '… until all are saved', vi: '… đến khi mọi ô đã lưu' },
  'gradebook-bytes': {
    en: 'JavaScript of the gradebook’s first load, compressed',
    vi: 'JavaScript nén của trang sổ ở lần mở đầu',
  },
  teachers: {
    en: '200 teachers saving once a second for a minute: 99 of 100 within',
    vi: '200 giáo viên mỗi giây lưu một lần trong một phút: 99/100 lần trong',
  },
  'school-lists': {
    en: 'the slowest list of a school of 2,000 pupils, 95 of 100 within',
    vi: 'danh sách chậm nhất của trường 2.000 học sinh: 95/100 lần trong',
  },
  'sitting-plan': {
    en: 'prepare 1,200 books for one signer',
    vi: 'chuẩn bị 1.200 học bạ cho một người kí',
  },
  'sitting-seal': {
    en: 'seal and issue 1,200 books, data and page: time beside the key, the timestamps and the renderings',
    vi: 'đóng dấu, phát hành 1.200 học bạ, dữ liệu và bản in: thời gian so với riêng khóa, dấu thời gian và dựng trang',
  },
  'sitting-memory': { en: 'memory meanwhile', vi: 'bộ nhớ khi ấy' },
}

const words = {
  en: { head: ['what', 'figure', 'target'], missed: 'not reached', made: 'Made by `npm run bench` on' },
  vi: { head: ['đo gì', 'kết quả', 'mục tiêu'], missed: 'chưa đạt', made: 'Đo bằng `npm run bench` trên' },
} as const

const targetText: Readonly<Record<Language, (target: string) => string>> = {
  en: (target) => target,
  vi: (target) => target.replace('aim', 'mong'),
}

/** Vietnamese writes the decimal comma. */
const numberText = (language: Language, text: string): string =>
  language === 'vi' ? text.replaceAll(/(\d)\.(\d)/g, '$1,$2').replace('books/s', 'học bạ/giây') : text

const tableOf = ({ figures, cores, cpu }: Results, language: Language): string => {
  const { head, missed, made } = words[language]
  const rows = figures.flatMap(({ headline, target, reached }) => {
    if (headline === undefined) return []
    const goal = targetText[language](target) + (reached === false ? ` (${missed})` : '')
    const cells = [
      texts[headline.key][language],
      numberText(language, headline.short),
      numberText(language, goal),
    ]
    return [`| ${cells.join(' | ')} |`]
  })
  const machine = language === 'en' ? `${cores} cores (${cpu})` : `${cores} nhân (${cpu})`
  const more = language === 'en' ? 'all figures' : 'mọi số đo'
  const table = [`| ${head.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n')
  return `${table}\n\n${made} ${machine}: [${more}](bench/results/latest.md).`
}

const marked = /(<!-- figures -->)[\s\S]*?(<!-- \/figures -->)/

const update = async (file: string, results: Results, language: Language): Promise<void> => {
  const path = fromRoot(file)
  const text = readFileSync(path, 'utf8')
  if (!marked.test(text)) throw new Error(`${file} has no place for figures`)
  const changed = text.replace(
    marked,
    (_, open: string, close: string) => `${open}\n\n${tableOf(results, language)}\n\n${close}`,
  )
  writeFileSync(path, await format(changed, { parser: 'markdown', printWidth: 110 }))
}

// Puts the figures of the last whole run into both READMEs.
const results = JSON.parse(readFileSync(fromRoot('bench/results/latest.json'), 'utf8')) as Results
await update('README.md', results, 'en')
await update('README.vi.md', results, 'vi')
