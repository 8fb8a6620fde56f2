export {
  examineDocument,
  maxDocumentBytes,
  maxPageBytes,
  verifyDocument,
  type DocumentContext,
  type ExaminedDocument,
} from './document.ts'
export { findingKinds, verdictOf, type Finding, type FindingCode, type VerdictWord } from './findings.ts'
export { createShelf, linksOf, relate, type BookLinks, type Shelf } from './links.ts'
export { pageFindingKinds } from './page/finding-kinds.ts'
export type { PageAgreement, PageReport, PageSignatureReport } from './page/page-report.ts'
export {
  pageContentOf,
  type PageContent,
  type PagePlace,
  type PageSigner,
  type RenderedPage,
  type Renderer,
} from './page/renderer.ts'
export type { SignatureReport, VerifiedRecord, Verification } from './report.ts'
export type { TrustedUse, TrustStore } from './trust.ts'
export type { VerifiedFile } from './verified-file.ts'
export {
  openBook,
  verificationOfNothing,
  verifyBook,
  verifyWithStatus,
  type Opened,
  type VerificationContext,
} from './verify.ts'
