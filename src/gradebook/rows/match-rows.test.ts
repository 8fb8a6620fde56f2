import { describe, expect, it } from 'vitest'
import { matchRows, type NamedStudent } from './match-rows.ts'

const students: readonly NamedStudent[] = [
  { studentCode: 'HS001', fullName: 'Cầm Văn Ấm', birthDate: '2014-03-09' },
  { studentCode: 'HS002', fullName: 'Lò Thị Mai', birthDate: '2014-05-01' },
  { studentCode: 'HS003', fullName: 'Lò Thị Mai', birthDate: '2014-11-20' },
  { studentCode: 'HS004', fullName: 'Vi Văn Ổi', birthDate: '2014' },
]

const codes = (rows: readonly (readonly string[])[]): readonly (string | null)[] =>
  matchRows(rows, students).rows.map(({ studentCode }) => studentCode)

describe('pasted rows', () => {
  it('are matched by code wherever it stands, and its column is not entered', () => {
    const { rows, identityColumns } = matchRows(
      [
        ['1', 'HS003', '8', '7,5'],
        ['2', 'HS001', '6', '5'],
      ],
      students,
    )
    expect(rows.map(({ studentCode, by }) => [studentCode, by])).toEqual([
      ['HS003', 'code'],
      ['HS001', 'code'],
    ])
    expect(identityColumns).toEqual([0, 1])
  })

  it('are matched by a name that only one pupil has, decomposed or not', () => {
    expect(
      codes([
        ['cầm văn ấm'.normalize('NFD'), '8'],
        ['Vi  Văn Ổi', '7'],
      ]),
    ).toEqual(['HS001', 'HS004'])
  })

  it('of two pupils of one name need the date of birth', () => {
    expect(
      codes([
        ['Lò Thị Mai', '8'],
        ['Cầm Văn Ấm', '7'],
      ]),
    ).toEqual([null, 'HS001'])
    expect(
      codes([
        ['Lò Thị Mai', '20/11/2014', '8'],
        ['Lò Thị Mai', '1/5/2014', '7'],
      ]),
    ).toEqual(['HS003', 'HS002'])
  })

  it('whose date of birth is another are nobody’s, even where the name is known', () => {
    const { rows } = matchRows(
      [
        ['Cầm Văn Ấm', '10/03/2014', '8'],
        ['Lò Thị Mai', '01/05/2014', '8'],
      ],
      students,
    )
    expect(rows.map(({ studentCode }) => studentCode)).toEqual([null, 'HS002'])
    expect(rows[0]?.because).toContain('Ngày sinh')
  })

  it('whose code and name are two pupils’ are nobody’s', () => {
    const { rows } = matchRows(
      [
        ['HS001', 'Vi Văn Ổi', '8'],
        ['HS002', 'Lò Thị Mai', '7'],
      ],
      students,
    )
    expect(rows[0]).toMatchObject({
      studentCode: null,
      because: 'Mã HS001 là của Cầm Văn Ấm, không phải Vi Văn Ổi.',
    })
    expect(rows[1]?.studentCode).toBe('HS002')
  })

  it('may have family and given name in two columns', () => {
    const { rows, identityColumns } = matchRows(
      [
        ['Cầm Văn', 'Ấm', '8'],
        ['Vi Văn', 'Ổi', '9'],
      ],
      students,
    )
    expect(rows.map(({ studentCode }) => studentCode)).toEqual(['HS001', 'HS004'])
    expect(identityColumns).toEqual([0, 1])
  })

  it('that come twice for one pupil are nobody’s', () => {
    expect(
      codes([
        ['HS001', '8'],
        ['HS001', '9'],
        ['HS002', '7'],
      ]),
    ).toEqual([null, null, 'HS002'])
  })

  it('without any name are nobody’s unless their position was chosen', () => {
    const rows = [['8'], ['7'], ['9']]
    expect(codes(rows)).toEqual([null, null, null])
    const chosen = matchRows(rows, students, { positionalFrom: 2 })
    expect(chosen.rows.map(({ studentCode, by }) => [studentCode, by])).toEqual([
      ['HS003', 'position'],
      ['HS004', 'position'],
      [null, null],
    ])
  })

  it('by position say so where they name somebody else', () => {
    const { rows } = matchRows(
      [
        ['Vi Văn Ổi', '8'],
        ['Lò Thị Mai', '7'],
      ],
      students,
      { positionalFrom: 0 },
    )
    expect(rows[0]).toMatchObject({
      studentCode: 'HS001',
      because: 'Dòng này ghi Vi Văn Ổi, không phải Cầm Văn Ấm.',
    })
    expect(rows[1]?.because).toBe(null)
  })

  it.each([
    ['as they were', ['1', '2', '3']],
    ['of a filtered list', ['1', '3', '5']],
    ['of a list in another order', ['12', '3', '7']],
  ])('have their numbers at the left for no marks: %s', (_, numbers) => {
    const rows = numbers.map((number, index) => [number, `HS00${index + 1}`, '8'])
    expect(matchRows(rows, students).identityColumns).toEqual([0, 1])
  })

  it('with the same number twice at the left have marks there', () => {
    const rows = [
      ['8', 'HS001'],
      ['8', 'HS002'],
    ]
    expect(matchRows(rows, students).identityColumns).toEqual([1])
  })

  it('of marks alone have no identity columns, whatever numbers they are', () => {
    expect(
      matchRows(
        [
          ['1', '2', '3'],
          ['2', '3', '4'],
        ],
        students,
      ).identityColumns,
    ).toEqual([])
  })
})
