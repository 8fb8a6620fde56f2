import { sha256 } from '../crypto/digest.ts'
import type { YearReport } from '../bookfile/index.ts'
import type { SecondDatum } from './answers.ts'

/** Which second datum (dữ liệu thứ hai) a place asks for: set by the province, never a constant. */
export const secondDatumKinds = ['birth-date-and-last-four', 'birth-date'] as const
export type SecondDatumKind = (typeof secondDatumKinds)[number]

/** Số định danh cá nhân; a pupil without one has the sector's pupil code (mã định danh Bộ GD&ĐT) instead. */
const lastFourOf = ({ cover: { student } }: YearReport): string =>
  (student.citizenId ?? student.studentCode).slice(-4)

interface Compared {
  readonly typed: string
  readonly recorded: string
}

/** A book may know only the year, or the month and year, of a birth: then only that much is compared. */
const birthDates = (datum: SecondDatum, { cover: { student } }: YearReport): Compared => ({
  typed: datum.birthDate.slice(0, student.birthDate.length),
  recorded: student.birthDate,
})

const comparisons: Record<SecondDatumKind, (datum: SecondDatum, report: YearReport) => readonly Compared[]> =
  {
    'birth-date': (datum, report) => [birthDates(datum, report)],
    'birth-date-and-last-four': (datum, report) => [
      birthDates(datum, report),
      { typed: datum.lastFourDigits, recorded: lastFourOf(report) },
    ],
  }

/** Looks at every byte of both digests, wherever they differ first. */
const isSameText = ({ typed, recorded }: Compared): boolean => {
  const other = sha256(recorded)
  return sha256(typed).reduce((difference, byte, at) => difference | (byte ^ (other[at] ?? 0)), 0) === 0
}

/**
 * Does the datum belong to the pupil of this book, as its cover (bìa) names them? Compared as digests in constant
 * time, all parts in any case, so that nobody can find it out digit by digit.
 */
export const isDatumOf = (datum: SecondDatum, report: YearReport, kind: SecondDatumKind): boolean =>
  comparisons[kind](datum, report)
    .map(isSameText)
    .every((isSame) => isSame)
