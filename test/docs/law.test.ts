import { describe, expect, it } from 'vitest'
import { codeSpans, listFiles, readDocument, tableRows } from './documents.ts'

interface Citation {
  /** 'TT22/2021', 'NĐ137/2015', 'LuậtGiáodục2019': without spaces. */
  readonly text: string
  /** 'Điều 9'; undefined where a text is cited as a whole. */
  readonly article: string | undefined
}

interface LawRow extends Citation {
  readonly files: readonly string[]
}

const compact = (text: string): string => text.replaceAll(/\s/g, '')

const page = readDocument('docs/law.md')

/** The rows of a circular's section, whose heading names the circular. */
const rowsOfCircular = (heading: string, text: string): readonly LawRow[] => {
  const section = page.split(`## ${heading}`)[1]?.split('\n## ')[0] ?? ''
  return tableRows(section)
    .slice(1)
    .map(([article, , files = '']) => ({ text, article, files: codeSpans(files) }))
}

const rowsOfOthers = (): readonly LawRow[] =>
  tableRows(page.split('## Other texts')[1] ?? '')
    .slice(1)
    .map(([text = '', part = '', , files = '']) => ({
      text: compact(text.replace('/TT-BKHCN', '')),
      article: part.startsWith('Điều') ? part : undefined,
      files: codeSpans(files),
    }))

const rows = [
  ...rowsOfCircular('Thông tư 27/2020', 'TT27/2020'),
  ...rowsOfCircular('Thông tư 22/2021', 'TT22/2021'),
  ...rowsOfOthers(),
]

/** In the folder of a circular an article is cited by its number alone. */
const circularOf = (path: string): string | undefined => {
  const found = /^src\/evaluation\/circulars\/tt(\d+)-(\d{4})/.exec(path)
  return found === null ? undefined : `TT${found[1] ?? ''}/${found[2] ?? ''}`
}

const article = (number: string | undefined): string => `Điều ${number ?? ''}`

/** Every article that a file cites. */
const citationsOf = (path: string): readonly Citation[] => {
  const text = readDocument(path)
  const named = [...text.matchAll(/(TT ?\d+\/\d{4}|NĐ ?\d+\/\d{4}|Luật Giáo dục 2019),? (Điều \d+)/g)].map(
    ([, law = '', cited]) => ({ text: compact(law), article: cited }),
  )
  const circular = circularOf(path)
  const own =
    circular === undefined
      ? []
      : [...text.matchAll(/Điều (\d+)/g)].map(([, number]) => ({ text: circular, article: article(number) }))
  return [...named, ...own]
}

const cites = (path: string, { text, article: cited }: Citation): boolean =>
  cited === undefined
    ? compact(readDocument(path)).includes(text)
    : citationsOf(path).some((one) => one.text === text && one.article === cited) ||
      (compact(readDocument(path)).includes(text) && new RegExp(`${cited}(?!\\d)`).test(readDocument(path)))

describe('docs/law.md', () => {
  it('points each article to files that cite it', () => {
    expect(rows.length).toBeGreaterThan(25)
    expect(rows.filter(({ files }) => files.length === 0)).toEqual([])
    const wrong = rows.flatMap((row) =>
      row.files
        .filter((path) => !cites(path, row))
        .map((path) => `${path} does not cite ${row.text} ${row.article ?? ''}`),
    )
    expect(wrong).toEqual([])
  })

  it('has a row for every article that the program cites', () => {
    const sources = listFiles().filter(
      (path) =>
        /^src\/.*\.ts$/.test(path) &&
        !path.startsWith('src/demo/') &&
        !/\.test\.ts$|\/testing(?:\.ts$|\/)/.test(path),
    )
    const listed = new Set(rows.map((row) => `${row.text} ${row.article ?? ''}`))
    const cited = sources.flatMap((path) =>
      citationsOf(path).map((one) => `${one.text} ${one.article ?? ''}`),
    )
    expect(cited.length).toBeGreaterThan(50)
    expect([...new Set(cited)].filter((one) => !listed.has(one)).toSorted()).toEqual([])
  })
})
