import { expect, it } from 'vitest'
import { byGivenName, findPerson, isFound, shortName } from './people.ts'

const person = (staffCode: string, fullName: string) => ({ staffCode, fullName })
const an = person('GV01', 'Lò Thị Ấm')
const another = person('GV02', 'Lò Thị Ấm')
const bao = person('GV03', 'Đinh Văn Bảo')

it('finds a person by the beginnings of words, without diacritics', () => {
  expect(isFound('Đinh Văn Bảo · GV03', 'bao')).toBe(true)
  expect(isFound('Đinh Văn Bảo · GV03', 'dinh b')).toBe(true)
  expect(isFound('Đinh Văn Bảo · GV03', 'gv03')).toBe(true)
  expect(isFound('Đinh Văn Bảo · GV03', 'ao')).toBe(false)
})

it('puts people in the order of their given names', () => {
  expect([bao, another, an].toSorted(byGivenName)).toEqual([an, another, bao])
})

it('takes a name for a person only where nobody else bears it', () => {
  expect(findPerson([an, another, bao], 'đinh văn bảo')).toBe(bao)
  expect(findPerson([an, another, bao], 'Lò Thị Ấm')).toBeUndefined()
  expect(findPerson([an, another, bao], 'gv02')).toBe(another)
})

it('shortens a name to its initials and the given name', () => {
  expect(shortName('Đinh Văn Bảo')).toBe('Đ.V. Bảo')
})
