export { amendRecords, listAmendments, listAmendmentSets, type AmendmentSet } from './amend.ts'
export { assembleReport, type Assembly, type Edition } from './assemble.ts'
export { listClassRecords, type ClassRecords } from '../gradebook/index.ts'
export { expectedEffectiveDate, lockDateRules, type LockDateRule, type StudentGroup } from './deadlines.ts'
