import { writeData, type BookData, type YearReport } from '../src/bookfile/index.ts'
import type { SignatureAlgorithm } from '../src/crypto/ports.ts'
import { inventReports } from './books.ts'
import { openOffice, type Office } from './office.ts'

/** Two books of 15 signatures: with the cover under the homeroom teacher's signature, or closed on its own. */
export const shapes = {
  coverWithin: { teachers: 12, coverSignedSeparately: false },
  coverSeparate: { teachers: 10, coverSignedSeparately: true },
} as const

export type Shape = (typeof shapes)[keyof typeof shapes]

export const classSize = 35
export const signaturesOfBook = 15

/** A class whose books are to be sealed, and those who seal them. */
export interface Scene {
  readonly shape: Shape
  readonly reports: readonly YearReport[]
  readonly office: Office
}

export const setScene = async (shape: Shape, algorithm: SignatureAlgorithm): Promise<Scene> => {
  const reports = inventReports(classSize, shape)
  return { shape, reports, office: await openOffice(reports, algorithm) }
}

/** Data as nobody has hashed it yet, for a digest is remembered once made. */
export const writeAfresh = (reports: readonly YearReport[]): readonly BookData[] =>
  reports.map((report) => writeData(report))
