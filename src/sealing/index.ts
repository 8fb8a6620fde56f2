export { affixSchoolSeal, releaseBook, type Inspect, type Seal, type SealedBook } from './seal.ts'
