import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { evaluate, evaluateLine } from '../../src/evaluation/index.ts'

interface Example {
  readonly input: { readonly id: string }
  readonly expected: Readonly<Record<string, unknown>>
  readonly why: string
}

const examples = readFileSync(new URL('evaluation-examples.ndjson', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Example)

/** The order of findings has no meaning. */
const asSet = (findings: unknown): string[] =>
  (findings as readonly { code: string; at: string }[]).map(({ code, at }) => `${code} ${at}`).sort()

describe('the worked examples of the two circulars', () => {
  it('are all here', () => {
    expect(examples).toHaveLength(57)
  })

  it.each(examples)('$input.id: $why', ({ input, expected }) => {
    const line = evaluateLine(JSON.stringify(input))
    expect(line).toBe(JSON.stringify(evaluate(input)))
    const result = JSON.parse(line) as Record<string, unknown>
    const { findings, ...rest } = expected
    expect(result).toMatchObject({ id: input.id, ...rest })
    if (findings !== undefined) expect(asSet(result['findings'])).toEqual(asSet(findings))
    if (expected['status'] === 'complete') expect(result['findings']).toEqual([])
  })
})
