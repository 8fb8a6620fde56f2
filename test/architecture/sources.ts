import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The root of the repository. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** One source file, parsed. */
export interface Source {
  /** From the root, with forward slashes: 'src/book/amend.ts'. */
  readonly path: string
  readonly tree: ts.SourceFile
}

/** Tests and what only tests use; the rules are about the program. */
const isForTests = (path: string): boolean => /\.test\.tsx?$|\/testing(?:\.ts$|\/)/.test(path)

const listFiles = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

/** Parses one text as TypeScript. */
export const parse = (path: string, text: string): Source => ({
  path,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true),
})

/** Every file of the program itself, without its tests. */
export const listSources = (): readonly Source[] =>
  listFiles(join(root, 'src'))
    .filter((path) => /\.tsx?$/.test(path) && !isForTests(path))
    .map((path) => parse(path, readFileSync(join(root, path), 'utf8')))

/** Every node of a tree. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node
  for (const child of node.getChildren()) yield* nodesOf(child)
}

/** The module that a node names, where it imports one; null where it is computed at run time. */
const importedBy = (node: ts.Node): string | null | undefined => {
  const literal = (given: ts.Node | undefined): string | null =>
    given !== undefined && ts.isStringLiteralLike(given) ? given.text : null
  if (ts.isImportDeclaration(node)) return literal(node.moduleSpecifier)
  if (ts.isExportDeclaration(node))
    return node.moduleSpecifier === undefined ? undefined : literal(node.moduleSpecifier)
  if (ts.isExternalModuleReference(node)) return literal(node.expression)
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? literal(node.argument.literal) : null
  if (!ts.isCallExpression(node)) return undefined
  const { expression, arguments: given } = node
  const isImport =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === 'require')
  return isImport ? literal(given[0]) : undefined
}

/** Everything a file imports: statically, as a type, dynamically. A computed import is given as null. */
export const listImports = ({ tree }: Source): readonly (string | null)[] =>
  [...nodesOf(tree)].map(importedBy).filter((specifier) => specifier !== undefined)

/** The path, from the root, that a relative import leads to. */
export const targetOf = ({ path }: Source, specifier: string): string =>
  relative(root, resolve(root, dirname(path), specifier)).replaceAll('\\', '/')
