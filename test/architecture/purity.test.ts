import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { listSources, nodesOf, parse, type Source } from './sources.ts'

/** Names by which a program draws at random or makes keys. */
const randomNames = new Set([
  'randomUUID',
  'randomBytes',
  'randomInt',
  'randomFill',
  'randomFillSync',
  'getRandomValues',
  'generateKey',
  'generateKeySync',
  'generateKeyPair',
  'generateKeyPairSync',
])

const memberOf = (node: ts.Node, object: string, names: readonly string[]): boolean =>
  ts.isPropertyAccessExpression(node) &&
  node.expression.getText() === object &&
  names.includes(node.name.text)

const readsClock = (node: ts.Node): boolean =>
  (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments ?? []).length === 0) ||
  (ts.isCallExpression(node) && node.expression.getText() === 'Date') ||
  memberOf(node, 'Date', ['now']) ||
  memberOf(node, 'performance', ['now', 'timeOrigin']) ||
  memberOf(node, 'process', ['hrtime', 'uptime']) ||
  (ts.isIdentifier(node) && node.text === 'Temporal')

const drawsAtRandom = (node: ts.Node): boolean =>
  memberOf(node, 'Math', ['random']) || (ts.isIdentifier(node) && randomNames.has(node.text))

const readsEnvironment = (node: ts.Node): boolean => memberOf(node, 'process', ['env'])

const globals = new Set(['fetch', 'process', 'console', 'setTimeout', 'setInterval', 'WebSocket'])

/** A global by itself, not a member that happens to be called so (a port may have a verb `fetch`). */
const reachesOut = (node: ts.Node): boolean =>
  ts.isIdentifier(node) &&
  globals.has(node.text) &&
  !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) &&
  !(ts.isMethodSignature(node.parent) && node.parent.name === node)

const places = (sources: readonly Source[], isWrong: (node: ts.Node) => boolean): readonly string[] =>
  sources.flatMap(({ path, tree }) =>
    [...nodesOf(tree)].filter(isWrong).map((node) => {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart())
      return `${path}:${line + 1} ${node.getText().slice(0, 40)}`
    }),
  )

const sources = listSources()
const stages = sources.filter(({ path }) => !/^src\/(adapters|demo|apps)\//.test(path))

describe('clock and randomness', () => {
  it('are arguments everywhere but in adapters, demo and apps', () => {
    expect(stages.length).toBeGreaterThan(50)
    expect(places(stages, (node) => readsClock(node) || drawsAtRandom(node))).toEqual([])
  })

  it('are noticed in every spelling', () => {
    const text = [
      'new Date()',
      'Date()',
      'Date.now()',
      'performance.now()',
      'Math.random()',
      "import { randomBytes } from 'node:crypto'",
      'crypto.getRandomValues(bytes)',
    ].join('\n')
    const found = places([parse('src/book/x.ts', text)], (node) => readsClock(node) || drawsAtRandom(node))
    expect(new Set(found.map((place) => place.split(' ')[0])).size).toBe(7)
  })

  it('do not forbid a date that is given', () => {
    expect(places([parse('src/book/x.ts', 'new Date(2026, 5, 30)')], readsClock)).toEqual([])
  })
})

describe('the outside world', () => {
  it('is reached by no stage: no network, no process, no console, no timer', () => {
    expect(places(stages, reachesOut)).toEqual([])
  })

  it('gives its environment to config.ts and to the command line only', () => {
    const others = sources.filter(
      ({ path }) => !path.startsWith('src/apps/cli/') && !path.endsWith('/config.ts'),
    )
    expect(places(others, readsEnvironment)).toEqual([])
  })
})
