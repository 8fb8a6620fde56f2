import type { SignatureAlgorithm, Signer } from '../crypto/ports.ts'
import type { DemoAuthority } from './authority/index.ts'
import type { School, SchoolYearRecords, StaffMember } from '../records/index.ts'
import type { PersonalSigners } from '../signing/index.ts'

/** The demonstration keys of the people and schools of a run; a person keeps one key over all workbooks. */
export interface KeyRing {
  /** Makes the keys that a school's year needs and does not have yet. */
  prepare(records: SchoolYearRecords): Promise<void>
  signersOf(records: SchoolYearRecords): PersonalSigners
  sealOf(school: School): Signer
}

/** Which algorithm the n-th key of a run uses. */
export type AlgorithmChoice = (index: number) => SignatureAlgorithm

const listSigningStaff = ({
  staff,
  classes,
  assignments,
  school,
}: SchoolYearRecords): readonly StaffMember[] => {
  const codes = new Set([
    school.approver.staffCode,
    ...classes.map(({ homeroomTeacher }) => homeroomTeacher),
    ...assignments.map(({ teacher }) => teacher),
  ])
  return staff.filter(({ staffCode }) => codes.has(staffCode))
}

export const createKeyRing = (authority: DemoAuthority, algorithmOf: AlgorithmChoice): KeyRing => {
  const persons = new Map<string, Promise<Signer>>()
  const seals = new Map<string, Promise<Signer>>()
  const ready = new Map<string, Signer>()
  let count = 0
  const issue = (
    key: string,
    into: Map<string, Promise<Signer>>,
    make: (algorithm: SignatureAlgorithm) => Promise<Signer>,
  ): void => {
    if (into.has(key)) return
    const signer = make(algorithmOf(count++))
    into.set(key, signer)
  }
  const get = (key: string): Signer => {
    const signer = ready.get(key)
    if (signer === undefined) throw new Error(`no key was made for ${key}`)
    return signer
  }
  return {
    prepare: async (records) => {
      const organization = records.school.name
      for (const { citizenId, fullName } of listSigningStaff(records))
        issue(citizenId, persons, (algorithm) =>
          authority.issuePerson({ fullName, citizenId, organization, algorithm }),
        )
      const { code, name } = records.school
      issue(code, seals, (algorithm) => authority.issueSchool({ name, schoolCode: code, algorithm }))
      for (const keys of [persons, seals]) for (const [key, signer] of keys) ready.set(key, await signer)
    },
    signersOf: ({ staff }) => {
      const citizenIds = new Map(staff.map(({ staffCode, citizenId }) => [staffCode, citizenId]))
      return (staffCode) => get(citizenIds.get(staffCode) ?? staffCode)
    },
    sealOf: ({ code }) => get(code),
  }
}
