import {
  historyOf,
  listFileYears,
  type Check,
  type CodeAnswer,
  type FileAnswer,
  type FileYear,
  type MaskedYear,
  type OpenedYear,
} from '../../../lookup/index.ts'
import type { SignatureReport } from '../../../verification/index.ts'
import type { FileLinks } from '../portal-contract.ts'
import type { LookupAnswer, MaskedYearAnswer, OpenedYearAnswer } from '../schemas/lookup.ts'
import type { CheckAnswer, SignatureAnswer } from '../schemas/shared.ts'
import type { FileJson, FileYearJson } from '../schemas/verification.ts'
import { viewRecord } from './record.ts'

const viewChecks = (checks: readonly Check[]): CheckAnswer[] =>
  checks.map(({ name, outcome, findings }) => ({
    name,
    outcome,
    findings: findings.map(({ code, at, text }) => ({ code, at, text })),
  }))

const viewHistory = (history: MaskedYear['history']): MaskedYearAnswer['history'] =>
  history.map(({ version, status, at }) => ({ version, status, at: at.toISOString() }))

const viewSignature = ({
  id,
  role,
  signer,
  signedAt,
  timestamp,
  certificateSerial,
  verdict,
}: SignatureReport): SignatureAnswer => ({
  id,
  role,
  signer,
  signedAt,
  provenAt: timestamp,
  certificateSerial,
  verdict,
})

const viewMasked = ({ checks, history, ...year }: MaskedYear): MaskedYearAnswer => ({
  ...year,
  history: viewHistory(history),
  checks: viewChecks(checks),
})

const viewOpened = (year: OpenedYear, files: FileLinks): OpenedYearAnswer => ({
  verdict: year.verdict,
  version: year.shown.version,
  issuedAt: year.shown.issuedAt.toISOString(),
  history: viewHistory(historyOf(year.found)),
  checks: viewChecks(year.checks),
  signatures: year.signatures.map(viewSignature),
  record: viewRecord(year.report),
  files,
})

/** The answer to a code as the API gives it. */
export const viewCodeAnswer = (
  answer: Exclude<CodeAnswer, { kind: 'not-found' }>,
  linksTo: (year: OpenedYear) => FileLinks,
): LookupAnswer =>
  answer.kind === 'masked'
    ? { kind: 'masked', years: answer.years.map(viewMasked) }
    : { kind: 'opened', years: answer.years.map((year) => viewOpened(year, linksTo(year))) }

const viewFileYear = ({ verdict, status, newestVersion, report }: FileYear): FileYearJson => ({
  verdict,
  ...(status === undefined ? {} : { status }),
  ...(newestVersion === undefined ? {} : { newestVersion }),
  record: viewRecord(report),
})

/** The answer to a file as the API gives it. */
export const viewFileAnswer = (answer: FileAnswer): FileJson => ({
  format: answer.format,
  verdict: answer.verdict,
  checks: viewChecks(answer.checks),
  signatures: answer.signatures.map(viewSignature),
  years: listFileYears(answer).map(viewFileYear),
})
