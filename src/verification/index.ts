export { findingKinds, verdictOf, type Finding, type FindingCode, type VerdictWord } from './findings.ts'
export { createShelf, linksOf, relate, type BookLinks, type Shelf } from './links.ts'
export type { SignatureReport, VerifiedRecord, Verification } from './report.ts'
export type { TrustedUse, TrustStore } from './trust.ts'
export {
  openBook,
  verificationOfNothing,
  verifyBook,
  verifyWithStatus,
  type Opened,
  type VerificationContext,
} from './verify.ts'
