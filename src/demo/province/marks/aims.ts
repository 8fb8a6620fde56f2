import type { SubjectCode } from '../../../shared/subjects.ts'
import type { Pupil } from '../pupils.ts'
import type { Aim } from './invent-marks.ts'
import { clamp } from './invent-marks.ts'

/** How much higher or lower than the pupil's average the marks of a subject lie, in tenths. */
const subjectOffsets: Partial<Record<SubjectCode, number>> = {
  TOAN: -5,
  NGOAI_NGU_1: -5,
  NGU_VAN: -2,
  KHTN: -2,
  VAT_LI: -3,
  HOA_HOC: -2,
  GDCD: 6,
  TIN_HOC: 5,
  CONG_NGHE: 5,
  GDQPAN: 7,
  GDKTPL: 4,
}

const schoolMean = 73
const lowestPassing = 50

/** The weakest pupils fall below 5.0 in one subject, never below 3.5: still Đạt (TT 22/2021, Điều 9.2). */
const isStruggling = (pupil: Pupil): boolean => pupil.ability < -1.4

/** What an ordinary pupil is expected to reach in a subject; their leanings stay the same from year to year. */
export const ordinaryAim = (pupil: Pupil, subject: SubjectCode): Aim => {
  const leaning = 5 * pupil.random.fork(`leaning/${subject}`).bell()
  const centre = schoolMean + 11 * pupil.ability + (subjectOffsets[subject] ?? 0) + leaning
  const struggles = isStruggling(pupil) && subject === 'TOAN'
  const low = struggles ? 37 : lowestPassing
  return { centre: clamp(centre, low + 3, 97), low, high: 100 }
}

export const aimBetween = (low: number, high: number): Aim => ({ centre: (low + high) / 2, low, high })
