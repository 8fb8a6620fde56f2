import { expect, it } from 'vitest'
import type { StudentFile } from '../../setting-up/index.ts'
import { emptyProfile, toBody, toForm } from './profile.ts'

const stored: StudentFile = {
  ...emptyProfile,
  studentCode: '0100000001',
  classId: '6A',
  fullName: 'Lương Thị Bưởi',
  gender: 'female',
  birthDate: '2014-09',
  ethnicity: 'Thái',
  nationality: 'Việt Nam',
  birthPlace: 'Xã Mường Lống',
  address: 'Bản Pả',
  mother: { fullName: 'Vi Thị Mận', occupation: null },
  history: [{ schoolYear: '2024-2025', className: '5A', schoolName: 'Trường Tiểu học Mường Lống' }],
  exemptions: [],
  moves: [],
  version: 4,
}

it('sends back what it was given when nothing was typed', () => {
  expect(toBody(toForm(stored), 4)).toMatchObject({
    fullName: 'Lương Thị Bưởi',
    birthDate: '2014-09',
    citizenId: null,
    father: null,
    mother: { fullName: 'Vi Thị Mận', occupation: null },
    history: stored.history,
    seenVersion: 4,
  })
})

it('shows a date as it is typed and sends it as it is kept', () => {
  const form = toForm(stored)
  expect(form.birthDate).toBe('09/2014')
  expect(toBody({ ...form, birthDate: '5/9/2014' }, 4)).toMatchObject({ birthDate: '2014-09-05' })
})
