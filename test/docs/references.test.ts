import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeSpans, fileExists, listDocuments, listFiles, readDocument, withoutFences } from './documents.ts'

const documents = listDocuments()

interface Link {
  readonly from: string
  readonly path: string
  readonly anchor: string | undefined
}

const linksOf = (from: string): readonly Link[] =>
  [...withoutFences(readDocument(from)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => {
      const [path = '', anchor] = target.split('#')
      return { from, path: path === '' ? from : normalize(join(dirname(from), path)), anchor }
    })

/** The anchors of a page's headings, as repositories make them. */
const anchorsOf = (path: string): ReadonlySet<string> =>
  new Set(
    [...withoutFences(readDocument(path)).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/\s/g, '-'),
    ),
  )

const links = documents.flatMap(linksOf)

describe('links in documents', () => {
  it('lead to files that exist', () => {
    expect(links.length).toBeGreaterThan(50)
    expect(links.filter(({ path }) => !fileExists(path))).toEqual([])
  })

  it('lead to headings that exist', () => {
    const broken = links.filter(({ path, anchor }) => anchor !== undefined && !anchorsOf(path).has(anchor))
    expect(broken).toEqual([])
  })
})

const isPath = (span: string): boolean => /^(?:src|docs|test|bench|scripts|bin|\.ci)\/[\w./-]+$/.test(span)

describe('files named', () => {
  it('in documents exist', () => {
    const named = documents.flatMap((from) =>
      codeSpans(readDocument(from))
        .filter(isPath)
        .map((span) => [from, span] as const),
    )
    expect(named.length).toBeGreaterThan(60)
    expect(named.filter(([, span]) => !fileExists(span))).toEqual([])
  })

  it('as documents in sources exist', () => {
    const sources = listFiles().filter(
      (path) =>
        /^(?:src|scripts|bin|bench|test)\/.*\.(?:ts|js)$/.test(path) && !path.startsWith('test/docs/'),
    )
    const known = new Set(documents.flatMap((path) => [path, path.split('/').at(-1) ?? '']))
    const dangling = sources.flatMap((path) =>
      [...readDocument(path).matchAll(/(?<![\w$}{.-])((?:docs\/)?(?:[\w-]+\/)*[\w-]+\.md)\b/g)]
        .map(([, named = '']) => named)
        .filter((named) => !known.has(named))
        .map((named) => `${path} names ${named}`),
    )
    expect(dangling).toEqual([])
  })
})

const linesOf = (path: string): number => readDocument(path).trimEnd().split('\n').length

describe('short documents', () => {
  it('are short: decisions have at most 40 lines', () => {
    const decisions = documents.filter((path) => /^docs\/adr\/\d{4}-/.test(path))
    expect(decisions.length).toBeGreaterThan(9)
    expect(decisions.filter((path) => linesOf(path) > 40)).toEqual([])
  })

  it('are listed: every decision, by its number and title', () => {
    const list = readDocument('docs/adr/README.md')
    for (const path of documents.filter((one) => /^docs\/adr\/\d{4}-/.test(one))) {
      const title = readDocument(path).split('\n')[0]?.slice(2) ?? ''
      expect(list).toContain(`[${title}](${path.slice('docs/adr/'.length)})`)
    }
  })

  it('are short: a README in src has at most 15 lines, and every folder of src has one', () => {
    const readmes = documents.filter((path) => /^src\/.*README\.md$/.test(path))
    expect(readmes.filter((path) => linesOf(path) > 15)).toEqual([])
    const folders = new Set(listFiles().flatMap((path) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []))
    expect([...folders].filter((folder) => !readmes.includes(`src/${folder}/README.md`))).toEqual([])
  })
})
