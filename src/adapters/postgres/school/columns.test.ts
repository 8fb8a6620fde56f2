import { describe, expect, it } from 'vitest'
import { recordOf, rowOf, typesOf, type Columns } from './columns.ts'

interface Pupil {
  readonly name: string
  readonly left?: boolean
  readonly father?: { readonly fullName: string; readonly occupation?: string }
}

const columns: Columns<Pupil> = {
  name: ['name', 'text'],
  has_left: ['left', 'boolean'],
  father_name: ['father.fullName', 'text'],
  father_occupation: ['father.occupation', 'text'],
}

describe('a record in columns', () => {
  it('has null for what was not written down, however deep', () => {
    expect(rowOf(columns, { name: 'An' })).toEqual({
      name: 'An',
      has_left: null,
      father_name: null,
      father_occupation: null,
    })
  })

  it.each<Pupil>([
    { name: 'An' },
    { name: 'An', left: false },
    { name: 'An', left: true, father: { fullName: 'Bình' } },
    { name: '', father: { fullName: 'Bình', occupation: 'thợ mộc' } },
  ])('comes back as it was: %o', (pupil) => {
    expect(recordOf(columns, rowOf(columns, pupil))).toStrictEqual(pupil)
  })

  it('has a type for every column', () => {
    expect(typesOf(columns)).toEqual({
      name: 'text',
      has_left: 'boolean',
      father_name: 'text',
      father_occupation: 'text',
    })
  })
})
