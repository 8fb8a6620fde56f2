import type { SignatureAlgorithm, Signer } from '../crypto/ports.ts'
import type { DemoAuthority, PersonApplication } from './authority/index.ts'
import type { School, SchoolYearRecords, StaffMember } from '../records/index.ts'
import type { PersonalSigners } from '../signing/index.ts'

type Applicant = Omit<PersonApplication, 'algorithm'>
type NamedSchool = Pick<School, 'code' | 'name'>

/** The demonstration keys of the people and schools of a run; a person keeps one key over all workbooks. */
export interface KeyRing {
  /** Makes the keys that a school's year needs and does not have yet. */
  prepare(records: SchoolYearRecords): Promise<void>
  signersOf(records: SchoolYearRecords): PersonalSigners
  sealOf(school: School): Signer
  /** The key of one person, made where there is none yet. */
  findSigner(person: Applicant): Promise<Signer>
  /** The seal of one school, made where there is none yet. */
  findSeal(school: NamedSchool): Promise<Signer>
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
  ): Promise<Signer> => {
    const known = into.get(key)
    if (known !== undefined) return known
    const signer = make(algorithmOf(count++))
    into.set(key, signer)
    return signer
  }
  const issuePerson = (person: Applicant, key: string): Promise<Signer> =>
    issue(key, persons, (algorithm) => authority.issuePerson({ ...person, algorithm }))
  const issueSeal = ({ code, name }: NamedSchool, key: string): Promise<Signer> =>
    issue(key, seals, (algorithm) => authority.issueSchool({ name, schoolCode: code, algorithm }))
  const get = (key: string): Signer => {
    const signer = ready.get(key)
    if (signer === undefined) throw new Error(`no key was made for ${key}`)
    return signer
  }
  return {
    prepare: async (records) => {
      const organization = records.school.name
      for (const { citizenId, fullName } of listSigningStaff(records))
        void issuePerson({ fullName, citizenId, organization }, citizenId)
      void issueSeal(records.school, records.school.code)
      for (const keys of [persons, seals]) for (const [key, signer] of keys) ready.set(key, await signer)
    },
    signersOf: ({ staff }) => {
      const citizenIds = new Map(staff.map(({ staffCode, citizenId }) => [staffCode, citizenId]))
      return (staffCode) => get(citizenIds.get(staffCode) ?? staffCode)
    },
    sealOf: ({ code }) => get(code),
    // By the name too: who has a new one gets a new certificate.
    findSigner: (person) => issuePerson(person, `${person.citizenId}/${person.fullName}`),
    findSeal: (school) => issueSeal(school, `${school.code}/${school.name}`),
  }
}
