export { affixSchoolSeal, releaseBook, type Inspect, type Seal, type SealedBook } from './seal.ts'
export { sealPages, type PageMaking, type SealedPage } from './seal-pages.ts'
