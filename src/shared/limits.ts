/** How long texts may be, in UTF-16 units, wherever they are typed, stored or written into a file. */
export const textLimits = {
  /** A person's or an administrative unit's name. */
  name: 150,
  /** A number of a document, a kind of paper, an ethnicity, a place of signing. */
  short: 60,
  className: 50,
  /** An address, a reason, a school's name, one award. */
  phrase: 500,
  /** A teacher's comment. */
  remark: 2000,
} as const

/** How many rows or items one pupil's year may have of each kind. */
export const countLimits = { history: 40, commendations: 20, certificates: 10, competitions: 20 } as const

/**
 * A code of the school or of the sector database (mã trường, mã lớp, mã học sinh): opaque, at most 20 letters, digits
 * and separators, beginning with a letter or digit.
 */
export const opaqueCodePattern = '[\\p{L}\\p{N}][\\p{L}\\p{N}._/ \\-]{0,19}'

/** Mã cán bộ: as above, but fit to stand in an XML Id. */
export const staffCodePattern = '[A-Za-z0-9._\\-]{1,20}'
