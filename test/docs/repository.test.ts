import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listFiles, readDocument, root } from './documents.ts'

const isText = (path: string): boolean =>
  /\.(?:ts|js|json|md|svg|xsd|yml|yaml|txt|ndjson|sql|html|css)$|^\.[^/]+$|^\.ci\//.test(path)

const texts = listFiles()
  .filter(isText)
  .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)

const filesWith = (pattern: RegExp): readonly string[] =>
  texts.flatMap(([path, text]) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined ? [] : [`${path}: ${found}`]
  })

describe('the repository', () => {
  it('names no place on anybody’s machine', () => {
    expect(texts.length).toBeGreaterThan(200)
    expect(filesWith(/(?<![\w.*)])\/(?:work|root|home|Users)\/[\w.-]+|[A-Z]:\\Users\\/)).toEqual([])
  })

  it('names no host from which packages are taken', () => {
    expect(filesWith(/https?:\/\/[^\s"'/]*(?:registry|npmjs|artifactory|verdaccio|nexus)[^\s"']*/i)).toEqual(
      [],
    )
    expect(filesWith(/https?:\/\/(?:10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+):\d+/)).toEqual([])
  })

  it('has lock files without hosts, and exact versions', () => {
    for (const path of listFiles().filter((one) => one.endsWith('package-lock.json')))
      expect(readDocument(path)).not.toContain('"resolved": "http')
    for (const path of listFiles().filter((one) => /(?:^|\/)package\.json$/.test(one))) {
      const content = JSON.parse(readDocument(path)) as Readonly<
        Record<string, Readonly<Record<string, string>> | undefined>
      >
      const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
        Object.entries(content[kind] ?? {}),
      )
      expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
    }
  })

  it('carries its licence', () => {
    const { license } = JSON.parse(readDocument('package.json')) as { readonly license: string }
    expect(license).toBe('Apache-2.0')
    expect(readDocument('LICENSE')).toMatch(/Apache License\s+Version 2\.0, January 2004/)
    expect(readDocument('LICENSE')).toContain('END OF TERMS AND CONDITIONS')
  })
})
