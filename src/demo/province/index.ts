export { describeProvince, inventProvince } from './invent-province.ts'
export type { InventedProvince, PlacedCase, ProvinceSize } from './invent-province.ts'
export { specialCaseNames } from './cases/special-cases.ts'
export type { SpecialCase } from './cases/special-cases.ts'
