import { describe, expect, it } from 'vitest'
import { usage } from '../../src/apps/cli/usage.ts'
import { fencedBlocks, fileExists, listDocuments, readDocument } from './documents.ts'

/** The commands of a page: the lines of its shell blocks, those joined by && one by one. */
const commandsOf = (path: string): readonly string[] =>
  fencedBlocks(readDocument(path), 'sh')
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => line.split('&&'))
    .map((command) => command.trim())
    .filter((command) => /^(?:npm|npx) /.test(command))

const english = commandsOf('README.md')
const documented = listDocuments().flatMap((path) =>
  commandsOf(path).map((command) => [path, command] as const),
)

const { scripts } = JSON.parse(readDocument('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>
}
const subcommands = new Set([...usage.matchAll(/^ {2}hocba (\w+)/gm)].map(([, name]) => name))

/** The source of a `hocba` command, which knows its options. */
const sourceOf = (name: string): string => readDocument(`src/apps/cli/${name}.ts`)

const unknownOptions = (name: string, command: string): readonly string[] =>
  [...command.matchAll(/ --([a-z]+)/g)]
    .map(([, option = '']) => option)
    .filter((option) => option !== 'no' && !new RegExp(`\\b${option}: \\{ type:`).test(sourceOf(name)))

const isKnown = (command: string): boolean => {
  const [runner, first = '', second = '', third = ''] = command.split(/\s+/)
  if (runner === 'npm') return first === 'ci' || (first === 'run' ? second : first) in scripts
  if (first !== '--no-install') return ['vitest', 'eslint', 'prettier'].includes(first)
  if (second !== 'hocba') return false
  if (third === '--help') return true
  return subcommands.has(third) && unknownOptions(third, command.replace('--no-install', '')).length === 0
}

describe('README.md and README.vi.md', () => {
  it('name the same commands in the same order', () => {
    expect(english.length).toBeGreaterThan(8)
    expect(commandsOf('README.vi.md')).toEqual(english)
  })

  it('begin with one command that runs the main job and one that runs the tests', () => {
    expect(fencedBlocks(readDocument('README.md'), 'sh').slice(0, 2)).toEqual([
      'npm ci && npm start\n',
      'npm ci && npm test\n',
    ])
  })

  it('name every command of hocba but start, which npm start runs', () => {
    const named = new Set(english.flatMap((command) => /hocba (\w+)/.exec(command)?.[1] ?? []))
    expect([...subcommands].filter((name) => name !== 'start' && !named.has(name ?? ''))).toEqual([])
  })

  it('show the same picture and link to each other', () => {
    for (const [path, other] of [
      ['README.md', 'README.vi.md'],
      ['README.vi.md', 'README.md'],
    ] as const) {
      expect(readDocument(path)).toContain('(docs/chain.svg)')
      expect(readDocument(path)).toContain(`](${other})`)
    }
    expect(fileExists('docs/chain.svg')).toBe(true)
  })

  it('have one marked place for figures each', () => {
    for (const path of ['README.md', 'README.vi.md'])
      expect(readDocument(path).match(/<!-- figures -->[\s\S]*<!-- \/figures -->/)).toHaveLength(1)
  })
})

describe('the commands of all documents', () => {
  it('exist, with their options', () => {
    expect(documented.filter(([, command]) => !isKnown(command))).toEqual([])
  })
})
