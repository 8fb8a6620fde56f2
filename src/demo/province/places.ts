import type { AdministrativeUnit } from '../../shared/bodies.ts'
import type { EducationLevel } from '../../shared/education-level.ts'
import type { Random } from './random.ts'

/** The invented province; code 99 is none of the 34 of QĐ 19/2025/QĐ-TTg. */
export const province: AdministrativeUnit = { code: '99', name: 'Tỉnh Sông Lam Hạ' }

/** A ward or commune as it is since 1 July 2025, and as it was before, when districts existed. */
export interface Locality {
  readonly ward: AdministrativeUnit
  readonly formerWard: AdministrativeUnit
  readonly district: AdministrativeUnit
  readonly hamlets: readonly string[]
}

const lamTruc = { code: '991', name: 'Thành phố Lam Trúc' }
const vongGiang = { code: '992', name: 'Huyện Vọng Giang' }
const mayNgan = { code: '993', name: 'Huyện Mây Ngàn' }

export const benTruc: Locality = {
  ward: { code: '99112', name: 'Phường Bến Trúc' },
  formerWard: { code: '99104', name: 'Phường Bến Nứa' },
  district: lamTruc,
  hamlets: [
    'Tổ dân phố 1',
    'Tổ dân phố 3',
    'Tổ dân phố 5',
    'Tổ dân phố 8',
    'Khu phố Chợ Đò',
    'Khu phố Vườn Dâu',
    'Khu tái định cư Nà Sương',
  ],
}

export const dongVong: Locality = {
  ward: { code: '99236', name: 'Xã Đồng Vọng' },
  formerWard: { code: '99221', name: 'Xã Đồng Vọng Thượng' },
  district: vongGiang,
  hamlets: [
    'Thôn Gò Sậy',
    'Thôn Đồng Rùa',
    'Thôn Cây Gạo',
    'Thôn Cầu Vồng',
    'Thôn Bãi Dâu',
    'Thôn Trại Chuối',
  ],
}

export const mayNganCommune: Locality = {
  ward: { code: '99358', name: 'Xã Mây Ngàn' },
  formerWard: { code: '99341', name: 'Thị trấn Mây' },
  district: mayNgan,
  hamlets: [
    'Thôn Đầu Cầu',
    'Thôn Suối Mơ',
    'Thôn Đồi Chè',
    'Thôn Ngã Ba Mây',
    'Bản Nà Sương',
    'Bản Huổi Lặng',
  ],
}

/** Where the invented province's Thái communities live. */
export const muongLang: Locality = {
  ward: { code: '99374', name: 'Xã Mường Lặng' },
  formerWard: { code: '99367', name: 'Xã Lặng Trên' },
  district: mayNgan,
  hamlets: ['Bản Lặng', 'Bản Nà Ngàn', 'Bản Pa Sương', 'Bản Co Sấu', 'Bản Khe Nứa'],
}

const localities = [benTruc, dongVong, mayNganCommune, muongLang] as const

/** Most pupils live in the school's own ward, the others nearby. */
export const inventLocality = (random: Random, home: Locality): Locality =>
  random.chance(0.82) ? home : random.pick(localities)

export const addressIn = (place: Locality, hamlet: string): string =>
  `${hamlet}, ${place.ward.name}, ${province.name}`

/** The same address as it was written before 1 July 2025. */
export const formerAddressIn = (place: Locality, hamlet: string): string =>
  `${hamlet}, ${place.formerWard.name}, ${place.district.name}, ${province.name}`

/** Provinces from which families moved here; invented too. */
const elsewhere = [
  'Xã Trường Phúc, Tỉnh Hồng Khê Đông',
  'Phường Tân Hải Bắc, Thành phố Tân Hải Giang',
  'Xã Cồn Hến, Tỉnh Phúc Hải Trung',
] as const

/** Nơi sinh, as the birth certificate names it: the units of that time. */
export const inventBirthPlace = (random: Random, place: Locality): string => {
  if (random.chance(0.08)) return random.pick(elsewhere)
  if (random.chance(0.45)) return `Bệnh viện Đa khoa ${place.district.name}, ${province.name}`
  return `${place.formerWard.name}, ${place.district.name}, ${province.name}`
}

export const inventHometown = (random: Random, place: Locality): string =>
  random.chance(0.12) ? random.pick(elsewhere) : `${place.ward.name}, ${province.name}`

/** One school of the province, over the years. */
export interface SchoolSite {
  readonly level: EducationLevel
  readonly code: string
  readonly name: string
  /** Letters in the numbers of its decisions, as in 47/QĐ-THCSĐV. */
  readonly letters: string
  readonly locality: Locality
  readonly signingPlace: string
  readonly article9_3?: 'mask' | 'replace'
}

export const sites: Record<EducationLevel, SchoolSite> = {
  primary: {
    level: 'primary',
    code: '9999112201',
    name: 'Trường Tiểu học Bến Trúc',
    letters: 'THBT',
    locality: benTruc,
    signingPlace: 'Bến Trúc',
  },
  'lower-secondary': {
    level: 'lower-secondary',
    code: '9999236301',
    name: 'Trường THCS Đồng Vọng',
    letters: 'THCSĐV',
    locality: dongVong,
    signingPlace: 'Đồng Vọng',
    article9_3: 'mask',
  },
  'upper-secondary': {
    level: 'upper-secondary',
    code: '9999358401',
    name: 'Trường THPT Sông Lam Hạ',
    letters: 'THPTSLH',
    locality: mayNganCommune,
    signingPlace: 'Mây Ngàn',
  },
}

/** A school elsewhere from which pupils transfer in, one for each level. */
export const formerSchools: Record<EducationLevel, { readonly code: string; readonly name: string }> = {
  primary: { code: '9899105201', name: 'Trường Tiểu học Trường Phúc 2, Tỉnh Hồng Khê Đông' },
  'lower-secondary': { code: '9899105301', name: 'Trường THCS Cồn Hến, Tỉnh Phúc Hải Trung' },
  'upper-secondary': { code: '9899105401', name: 'Trường THPT Tân Hải Bắc, Thành phố Tân Hải Giang' },
}
