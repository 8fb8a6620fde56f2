import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { refusalCodes } from '../../src/shared/refusal.ts'
import { findingKinds } from '../../src/verification/index.ts'
import { listSources, nodesOf } from '../architecture/sources.ts'
import { codeSpans, readDocument, tableRows } from './documents.ts'

/** The rows of every table of a page whose first cell is one code span: the code, then the other cells. */
const catalogue = (path: string): readonly (readonly string[])[] =>
  tableRows(readDocument(path)).flatMap((row) => {
    const code = /^`([a-z0-9-]+)`$/.exec(row[0] ?? '')?.[1]
    return code === undefined ? [] : [[code, ...row.slice(1)]]
  })

const sorted = (codes: Iterable<string>): readonly string[] => [...codes].toSorted()

describe('docs/findings.md', () => {
  const rows = catalogue('docs/findings.md')

  it('describes every finding once, and no other', () => {
    expect(sorted(rows.map(([code = '']) => code))).toEqual(sorted(Object.keys(findingKinds)))
  })

  it('says of each what it does to the verdict, what it means and what to do', () => {
    const stated = Object.fromEntries(rows.map(([code = '', effect = '']) => [code, effect]))
    expect(stated).toEqual(
      Object.fromEntries(Object.entries(findingKinds).map(([code, { effect }]) => [code, effect])),
    )
    expect(rows.filter(([, , meaning = '', remedy = '']) => meaning === '' || remedy === '')).toEqual([])
  })
})

describe('docs/refusals.md', () => {
  const rows = catalogue('docs/refusals.md')

  it('describes every refusal once, and no other', () => {
    expect(sorted(rows.map(([code = '']) => code))).toEqual(sorted(refusalCodes))
  })

  it('states the exit status that the command gives', () => {
    const main = listSources().find(({ path }) => path === 'src/apps/cli/main.ts')
    const statuses = [...nodesOf(main?.tree ?? ts.createSourceFile('', '', ts.ScriptTarget.Latest))]
      .filter(ts.isPropertyAssignment)
      .filter(({ initializer }) => ts.isNumericLiteral(initializer))
      .map(({ name, initializer }) => [name.getText().replaceAll("'", ''), initializer.getText()])
    expect(Object.fromEntries(rows.map(([code = '', status = '']) => [code, status]))).toEqual(
      Object.fromEntries(statuses),
    )
  })
})

describe('docs/evaluation-format.md', () => {
  it('names every finding code of the evaluation', () => {
    const result = listSources().find(({ path }) => path === 'src/evaluation/result.ts')
    const statements: readonly ts.Statement[] = result?.tree.statements ?? []
    const codes = statements
      .filter(ts.isTypeAliasDeclaration)
      .filter(({ name }) => name.text === 'MissingCode' || name.text === 'FaultCode')
      .flatMap((declaration) => [...nodesOf(declaration)].filter(ts.isStringLiteral).map(({ text }) => text))
    expect(codes.length).toBeGreaterThan(20)
    const spans = new Set(codeSpans(readDocument('docs/evaluation-format.md')))
    expect(codes.filter((code) => !spans.has(code))).toEqual([])
  })
})
