export { accept, replace, revoke, type ActContext, type RevocationOrder } from './acts.ts'
export { findByCode, type FoundVersion, type FoundYear } from './find-by-code.ts'
export { lookupKey } from './lookup-key.ts'
export { findPlace } from './place.ts'
export type { EntryRecorder, FileKeeper, FileReader, RegistryPorts, YearSource } from './ports.ts'
export { register, withdraw, type Receipt } from './register.ts'
export type {
  ActKind,
  FileReference,
  RegisteredVersion,
  RegisteredYear,
  RegistryAct,
  RegistryEntry,
  YearIdentity,
} from './registered-year.ts'
export {
  availableActs,
  findInForce,
  listAvailableActs,
  newestVersion,
  registryStatuses,
  statusOf,
  type RegistryStatus,
} from './status.ts'
export {
  examine,
  type Inspected,
  type InspectReport,
  type ReportedFiles,
  type Submission,
} from './submission.ts'
