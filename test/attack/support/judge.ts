import type { YearReport } from '../../../src/bookfile/index.ts'
import {
  openBook,
  verificationOfNothing,
  verifyBook,
  type FindingCode,
  type Verification,
  type VerificationContext,
} from '../../../src/verification/index.ts'
import { issueReport, openOffice, type TestOffice } from '../../builders/issuing.ts'

/** Judges bytes as the command does, without a network. */
export const judge = async (
  bytes: Uint8Array | string,
  context: VerificationContext,
): Promise<Verification> => {
  const opened = await openBook(typeof bytes === 'string' ? Buffer.from(bytes) : bytes)
  if ('findings' in opened) return verificationOfNothing(opened.findings)
  return verifyBook(opened.book, { ...context, notes: opened.notes })
}

/** What the tests' reports always say: that they are no real ones. */
const usual = 'demonstration'

/** The findings as 'code@place', without the one that every book of the tests has. */
export const listFindings = ({ findings }: Verification): readonly string[] =>
  findings.filter(({ code }) => code !== usual).map(({ code, at }) => `${code}@${at}`)

/** The codes alone, each once, in the order found. */
export const listCodes = ({ findings }: Verification): readonly FindingCode[] => [
  ...new Set(findings.map(({ code }) => code).filter((code) => code !== usual)),
]

/** A genuine book on the attacker's desk, and the office that made it. */
export interface Scene {
  readonly office: TestOffice
  readonly bytes: Buffer
  readonly text: string
  judge(bytes: Uint8Array | string): Promise<Verification>
}

/** Opens an office and has it issue one report. */
export const setScene = async (report: YearReport): Promise<Scene> => {
  const office = await openOffice()
  const bytes = Buffer.from((await issueReport(report, office)).bytes)
  return {
    office,
    bytes,
    text: bytes.toString('utf8'),
    judge: (changed) => judge(changed, office.context),
  }
}
