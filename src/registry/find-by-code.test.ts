import { describe, expect, it } from 'vitest'
import { findByCode } from './find-by-code.ts'
import { lookupKey } from './lookup-key.ts'
import type { YearSource } from './ports.ts'
import { identity, yearOf } from './testing.ts'

const code = '0123456789abcdef0123456789abcdef'

/** Answers for one key, and remembers what it was asked. */
const sourceOf = (year = yearOf('accept 1', 'replace 2', 'revoke 2', 'accept 3')) => {
  const asked: (readonly string[])[] = []
  const source: YearSource = {
    list: (keys) => {
      asked.push(keys)
      return Promise.resolve(keys.includes(lookupKey(code)) ? [year] : [])
    },
  }
  return { asked, source }
}

describe('a lookup code', () => {
  it('leads to a year with every version, the newest first, each with its status', async () => {
    const [found] = await findByCode(sourceOf().source, code)
    expect(found?.identity).toEqual(identity)
    expect(found?.versions.map(({ version, status }) => `${version} ${status}`)).toEqual([
      '3 in-force',
      '2 revoked',
      '1 replaced',
    ])
    expect(found?.acts).toHaveLength(4)
  })

  it.each([code.toUpperCase(), ` ${code} `, code.replace(/(.{8})/g, '$1-')])(
    'is read as people type it: %j',
    async (typed) => {
      expect(await findByCode(sourceOf().source, typed)).toHaveLength(1)
    },
  )

  it('is asked for by its digest only', async () => {
    const { asked, source } = sourceOf()
    await findByCode(source, code)
    expect(asked).toEqual([[lookupKey(code)]])
    expect(asked[0]?.[0]).not.toContain(code)
  })

  it.each(['', 'abc', `${code}0`, 'fedcba9876543210fedcba9876543210', "' or 1=1 --"])(
    'that leads nowhere, and what is no code, have the same answer: %j',
    async (typed) => {
      expect(await findByCode(sourceOf().source, typed)).toEqual([])
    },
  )

  it('that leads to a version without an act is a mistake of the program', async () => {
    const broken = { ...yearOf('accept 1'), acts: [] }
    await expect(findByCode(sourceOf(broken).source, code)).rejects.toThrow('without an act')
  })
})
