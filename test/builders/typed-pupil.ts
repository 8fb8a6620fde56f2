import type { TypedStudent } from '../../src/adapters/postgres/set-up/save-student.ts'

/** A pupil as somebody types them: all but the years before, and which version was seen. */
export const typedPupil: Omit<TypedStudent, 'history' | 'seenVersion'> = {
  citizenId: '040214000777',
  foreignPaper: null,
  registerNumber: null,
  fullName: 'Lò Thị Én',
  gender: 'female',
  birthDate: '05/09/2014',
  ethnicity: 'Thái',
  nationality: 'Việt Nam',
  birthPlace: 'Xã Mường Lống',
  hometown: null,
  address: 'Bản Pả',
  policyGroup: null,
  father: { fullName: 'Lò Văn Nậm', occupation: null },
  mother: null,
  guardian: null,
  entryDate: null,
  yearBefore: 'first',
  individualPlan: false,
}
