import { sha256Hex } from '../../../src/crypto/digest.ts'
import type { RegistryEntry, YearIdentity } from '../../../src/registry/index.ts'
import { schoolYearFrom } from '../../../src/shared/school-year.ts'

/** An invented year: everything follows from the number of the pupil, of the school and of the year. */
export const identityOf = (pupil: number, { school = 1, year = 2025 } = {}): YearIdentity => ({
  schoolCode: `0100000${school}`,
  schoolName: `Trường THCS Số ${school}`,
  bookKey: sha256Hex(`book ${pupil}`),
  yearKey: sha256Hex(`year ${pupil} ${year}`),
  schoolYear: schoolYearFrom(year),
  studentCode: `HS${pupil}`,
})

/** The acceptance of a first version; `content` stands for its files. */
export const acceptanceOf = (identity: YearIdentity, content = 'v1'): RegistryEntry => ({
  identity,
  after: 0,
  version: {
    version: 1,
    issuedAt: new Date('2026-05-29T02:00:00Z'),
    expectedEffectiveDate: '2026-07-10',
    xml: { sha256: sha256Hex(`xml ${content}`), size: 30_000 },
    pdf: { sha256: sha256Hex(`pdf ${content}`), size: 200_000 },
  },
  act: { kind: 'accept', version: 1, at: new Date('2026-06-01T03:04:05.678Z'), by: 'Trường' },
})

/** The second version in place of the first. */
export const replacementOf = (identity: YearIdentity): RegistryEntry => ({
  identity,
  after: 1,
  version: {
    version: 2,
    issuedAt: new Date('2026-06-10T02:00:00Z'),
    expectedEffectiveDate: '2026-07-10',
    reason: 'Sửa điểm môn Toán',
    xml: { sha256: sha256Hex('xml v2'), size: 30_500 },
  },
  act: {
    kind: 'replace',
    version: 2,
    at: new Date('2026-06-11T00:00:00Z'),
    by: 'Trường',
    reason: 'Sửa điểm môn Toán',
  },
})

/** The withdrawal of the second version. */
export const revocationOf = (identity: YearIdentity): RegistryEntry => ({
  identity,
  after: 2,
  act: {
    kind: 'revoke',
    version: 2,
    at: new Date('2026-06-12T00:00:00Z'),
    by: 'Sở',
    reason: 'Cấp nhầm',
    decisionNumber: '12/QĐ-SGDĐT',
  },
})
