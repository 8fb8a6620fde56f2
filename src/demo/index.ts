export { addDemoAccounts, demoPassword, type DemoAccount } from './accounts.ts'
export {
  createDemoAuthority,
  demonstrationMark,
  openDemoAuthority,
  type DemoAuthority,
} from './authority/index.ts'
export { demoCalendar } from './calendar.ts'
export { drawCode, prepareIssuing, type DemoIssuing } from './demo-issuing.ts'
export {
  fillDemonstration,
  openOfficeOf,
  trustFolder,
  type FillingOptions,
  type FillingPlace,
} from './filling/fill.ts'
export { inventWorkbooks, type InventedWorkbook } from './filling/invent-workbooks.ts'
export { findSamples, listDemoAccounts, type SampleCode } from './filling/samples.ts'
export { algorithmOf, certificatesFrom } from './key-choice.ts'
export type { AlgorithmChoice, KeyRing } from './key-ring.ts'
export { createDemoDesk } from './signing-desk.ts'
export { setUpOffice, validUntil, type DemoOffice } from './office.ts'
export { inventProvince } from './province/index.ts'
