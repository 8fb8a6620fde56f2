import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { listSources, nodesOf, type Source } from '../architecture/sources.ts'
import { codeSpans, readDocument, tableRows } from './documents.ts'

const sources = listSources()

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The types a file declares and exports. */
const typesOf = ({ tree }: Source): readonly string[] =>
  tree.statements.flatMap((statement) =>
    (ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement) ||
      ts.isClassDeclaration(statement)) &&
    isExported(statement) &&
    statement.name !== undefined
      ? [statement.name.text]
      : [],
  )

/** The names that a stage's index.ts shows, including those of the files it passes on whole. */
const shownBy = (stage: string): readonly string[] => {
  const index = sources.find(({ path }) => path === `src/${stage}/index.ts`)
  const statements: readonly ts.Statement[] = index?.tree.statements ?? []
  return statements.filter(ts.isExportDeclaration).flatMap(({ exportClause, moduleSpecifier }) => {
    if (exportClause !== undefined && ts.isNamedExports(exportClause))
      return exportClause.elements.map(({ name }) => name.text)
    const file = moduleSpecifier?.getText().slice(3, -1) ?? ''
    return sources.filter(({ path }) => path === `src/${stage}/${file}`).flatMap(typesOf)
  })
}

const allTypes = new Set(sources.flatMap(typesOf))

/**
 * Domain types are those of `shared`, where the closed word lists are, and those that a stage of the chain shows at
 * its front door. `evaluation` shows the words of its NDJSON form, which docs/evaluation-format.md explains.
 */
const domainTypes = (): ReadonlySet<string> => {
  const stages = [
    'records',
    'bookfile',
    'book',
    'signing',
    'sealing',
    'verification',
    'issuing',
    'registry',
    'lookup',
    'accounts',
    'gradebook',
  ]
  const shared = sources.filter(({ path }) => path.startsWith('src/shared/')).flatMap(typesOf)
  return new Set([...shared, ...stages.flatMap(shownBy).filter((name) => allTypes.has(name))])
}

/** Plumbing: types that say how a function is called or answers, for which no school has a word. */
const technical = new Set([
  'BookFault',
  'BookReading',
  'Canonicalization',
  'CanonicalizationFault',
  'FindingCode',
  'Opened',
  'RefusalCode',
  'VerificationContext',
])

interface Row {
  readonly isPlanned: boolean
  readonly words: readonly string[]
}

/** The identifiers and quoted words of one cell: `homeroomTeacher`, `'pass'`. */
const wordsIn = (cell: string): readonly string[] =>
  codeSpans(cell).flatMap((span) => [...span.matchAll(/'[^']+'|[A-Za-z_]\w*/g)].map(([word]) => word))

const rows: readonly Row[] = tableRows(readDocument('docs/glossary.md'))
  .slice(1)
  .map(([, identifier = '', meaning = '']) => ({
    isPlanned: meaning.startsWith('_(planned)_'),
    words: [...wordsIn(identifier), ...(meaning.startsWith('_(planned)_') ? [] : wordsIn(meaning))],
  }))

const identifiers = new Set<string>()
const literals = new Set<string>()
for (const { tree } of sources)
  for (const node of nodesOf(tree)) {
    if (ts.isIdentifier(node)) identifiers.add(node.text)
    if (ts.isStringLiteralLike(node)) literals.add(`'${node.text}'`)
  }

/** A type's name must be a type; any other identifier must be used, a quoted word be one of the code's words. */
const standsInCode = (word: string): boolean =>
  word.startsWith("'") ? literals.has(word) : /^[A-Z]/.test(word) ? allTypes.has(word) : identifiers.has(word)

describe('the glossary', () => {
  it('is read: it has rows, built and planned', () => {
    expect(rows.filter(({ isPlanned }) => !isPlanned).length).toBeGreaterThan(60)
    expect(rows.some(({ isPlanned }) => isPlanned)).toBe(true)
  })

  it('names nothing that is missing from the code, but in planned rows', () => {
    const missing = rows
      .filter(({ isPlanned }) => !isPlanned)
      .flatMap(({ words }) => words.filter((word) => !standsInCode(word)))
    expect(missing).toEqual([])
  })

  it('marks nothing as planned that is built: a stage shows a type of that name', () => {
    const shown = domainTypes()
    expect(
      rows
        .filter(({ isPlanned }) => isPlanned)
        .flatMap(({ words }) => words.filter((word) => shown.has(word))),
    ).toEqual([])
  })

  it('has every domain type', () => {
    const listed = new Set(rows.filter(({ isPlanned }) => !isPlanned).flatMap(({ words }) => words))
    const unlisted = [...domainTypes()].filter((name) => !listed.has(name) && !technical.has(name))
    expect(unlisted).toEqual([])
  })

  it('is not excused from a type that no stage shows any more', () => {
    const shown = domainTypes()
    expect([...technical].filter((name) => !shown.has(name))).toEqual([])
  })
})
