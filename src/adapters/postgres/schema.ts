// Made from a migrated database by scripts/generate-db-types.ts; not edited by hand.
import type { Generated } from 'kysely'

export interface RegistryActTable {
  tenant_id: number
  year_key: Buffer
  sequence: number
  kind: 'accept' | 'replace' | 'revoke'
  version: number
  acted_at: Date
  acted_by: string
  reason: string | null
  decision_number: string | null
}

export interface RegistryLookupTable {
  code_key: Buffer
  year_key: Buffer
  tenant_id: number
}

export interface RegistrySchoolTable {
  tenant_id: number
  school_code: string
  name: string
}

export interface RegistryVersionTable {
  tenant_id: number
  year_key: Buffer
  version: number
  issued_at: Date
  expected_effective_date: string
  reason: string | null
  xml_sha256: Buffer
  xml_size: number
  pdf_sha256: Buffer | null
  pdf_size: number | null
}

export interface RegistryWholeYearTable {
  tenant_id: number | null
  year_key: Buffer | null
  school_year: string | null
  student_code: string | null
  school_code: string | null
  school_name: string | null
  book_hex: string | null
  year_hex: string | null
  versions: unknown
  acts: unknown
}

export interface RegistryYearTable {
  tenant_id: number
  year_key: Buffer
  book_key: Buffer
  school_year: string
  student_code: string
}

export interface SchoolActTable {
  tenant_id: number
  act_id: string
  kind:
    | 'import'
    | 'entry'
    | 'set-up'
    | 'roll-over'
    | 'confirm'
    | 'carry-over'
    | 'cover'
    | 'sign'
    | 'issue'
    | 'send-back'
    | 'answer'
    | 'entry-order'
    | 'correction'
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  acted_at: Date
  acted_by: string
  account_id: string | null
  class_id: string | null
  sheet: string | null
  source: string | null
}

export interface SchoolAmendmentTable {
  tenant_id: number
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  number: number
  student_code: string
  subject: string
  field: string
  old_value: string
  new_value: string
  reason: string
  decision_number: string
  decided_on: string
  version: Generated<number>
  act_id: string
}

export interface SchoolAssessmentTable {
  tenant_id: number
  school_year: string
  student_code: string
  subject: string
  kind:
    | 'regular'
    | 'midterm'
    | 'final'
    | 'topic'
    | 'average'
    | 'result'
    | 'reassessed'
    | 'level'
    | 'score'
    | 'comment'
    | 'exempt'
    | 'practice-exempt'
    | 'midterm-level'
    | 'midterm-score'
    | 'midterm-comment'
  term: number
  number: number
  value: string | null
  version: Generated<number>
  act_id: string
}

export interface SchoolAssignmentTable {
  tenant_id: number
  school_year: string
  class_id: string
  subject: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  position: number
  teacher: string
  periods_per_year: number
  principal_decision: string | null
  principal_reason: string | null
  version: Generated<number>
  act_id: string
}

export interface SchoolBookCodeTable {
  tenant_id: number
  student_code: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  code: string
}

export interface SchoolCarryOverTable {
  tenant_id: number
  school_year: string
  class_id: string
  number: number
  part: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  digest: Buffer
  made: number
  not_made: Generated<unknown>
  act_id: string
}

export interface SchoolClassTable {
  tenant_id: number
  school_year: string
  class_id: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  position: number
  name: string
  grade: number
  homeroom_teacher: string | null
  foreign_language: string | null
  version: Generated<number>
  act_id: string
}

export interface SchoolCoTeacherTable {
  tenant_id: number
  school_year: string
  class_id: string
  subject: string
  staff_code: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  position: number
  version: Generated<number>
  act_id: string
}

export interface SchoolConfirmationTable {
  tenant_id: number
  school_year: string
  class_id: string
  sheet: string
  part: string
  number: number
  kind: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  digest: Buffer | null
  accepted: Generated<unknown>
  act_id: string
}

export interface SchoolCorrectionTable {
  tenant_id: number
  correction_id: string
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  class_id: string
  student_code: string
  subject: string
  field: string
  old_value: string
  new_value: string
  reason: string
  evidence: string
  by_name: string
  by_account: string
  act_id: string
  decision: string | null
  decision_number: string | null
  decided_on: string | null
  decision_words: string | null
  decided_by: string | null
  decide_act_id: string | null
}

export interface SchoolDigestTable {
  tenant_id: number
  day: string
  made_at: Date
}

export interface SchoolEnrolmentTable {
  tenant_id: number
  school_year: string
  student_code: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  class_id: string
  position: number
  citizen_id: string | null
  foreign_paper: string | null
  register_number: string | null
  full_name: string
  given_name: Generated<string>
  gender: 'male' | 'female'
  birth_date: string
  ethnicity: string
  nationality: string
  birth_place: string
  hometown: string | null
  address: string
  policy_group: string | null
  father_name: string | null
  father_occupation: string | null
  mother_name: string | null
  mother_occupation: string | null
  guardian_name: string | null
  guardian_occupation: string | null
  entry_date: string | null
  book_lookup_code: string | null
  year_lookup_code: string | null
  year_before: 'first' | 'paper' | 'other-system' | null
  individual_plan: boolean | null
  version: Generated<number>
  act_id: string
}

export interface SchoolEntryOrderTable {
  tenant_id: number
  order_id: string
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  order_number: string
  reason: string
  class_id: string | null
  sheet: string | null
  part: string | null
  opens_at: Date
  ends_at: Date
  closed_at: Date | null
  by_name: string
  act_id: string
  close_act_id: string | null
  countersigned_at: Date | null
  countersigned_by: string | null
  countersign_act_id: string | null
}

export interface SchoolExemptionOrderTable {
  tenant_id: number
  school_year: string
  student_code: string
  subject: string
  reason: string
  decision_number: string | null
  version: Generated<number>
  act_id: string
}

export interface SchoolHomeroomEntryTable {
  tenant_id: number
  school_year: string
  student_code: string
  field: string
  item: string
  value: string | null
  version: Generated<number>
  act_id: string
}

export interface SchoolIncidentTable {
  tenant_id: number
  incident_id: string
  account_id: string
  by_name: string
  reported_at: Date
  page: string
  words: string
  state: string
  answer: string | null
  answered_by: string | null
  answered_at: Date | null
}

export interface SchoolMailAddressTable {
  tenant_id: number
  account_id: string
  address: string
  wants_digest: Generated<boolean>
}

export interface SchoolNoticeTable {
  tenant_id: number
  account_id: string
  day: string
  items: unknown
  made_at: Date
  mailed_at: Date | null
  mail_failure: string | null
  mail_attempts: Generated<number>
  mail_tried_at: Date | null
  read_at: Date | null
}

export interface SchoolNudgeTable {
  tenant_id: number
  nudge_id: string
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  day: string
  from_account: string
  by_name: string
  to_staff: string
  class_id: string | null
  sheet: string | null
  words: string
  sent_at: Date
}

export interface SchoolReportTable {
  tenant_id: number
  school_year: string
  student_code: string
  version: number
  draft: number
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  class_id: string
  is_current: Generated<boolean>
  digest: Buffer
  data: string
  exceptions: Generated<unknown>
  act_id: string
  issued_at: Date | null
  xml_sha256: Buffer | null
  pdf_sha256: Buffer | null
  issue_act_id: string | null
}

export interface SchoolSaveTable {
  tenant_id: number
  school_year: string
  save_id: string
  digest: Buffer
  outcomes: unknown
}

export interface SchoolSchoolTable {
  tenant_id: Generated<number>
  school_code: string
}

export interface SchoolSchoolYearTable {
  tenant_id: number
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  name: string
  ward_code: string
  ward_name: string
  district_code: string | null
  district_name: string | null
  province_code: string
  province_name: string
  signing_place: string
  article9_3: 'mask' | 'replace' | null
  approver: string
  on_behalf_decision: string | null
  on_behalf_reason: string | null
  version: Generated<number>
  act_id: string
}

export interface SchoolSchoolingHistoryTable {
  tenant_id: number
  school_year: string
  student_code: string
  row_number: number
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  earlier_year: string
  class_name: string
  school_code: string | null
  school_name: string
  register_number: string | null
  entry_date: string | null
  version: Generated<number>
  act_id: string
}

export interface SchoolSendBackTable {
  tenant_id: number
  send_back_id: string
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  class_id: string
  sheet: string
  student_code: string
  path: string
  value_then: string | null
  reason: string
  by_name: string
  act_id: string
  answer: string | null
  answer_words: string | null
  value_after: string | null
  answer_act_id: string | null
}

export interface SchoolSettingTable {
  tenant_id: number
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  name: string
  value: string
  reason: string
  version: Generated<number>
  act_id: string
}

export interface SchoolSignatureSlotTable {
  tenant_id: number
  school_year: string
  student_code: string
  version: number
  draft: number
  slot_id: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  class_id: string
  is_current: Generated<boolean>
  position: number
  role: string
  staff_code: string | null
  covers: readonly string[]
  after: readonly string[]
  signature: string | null
  value_digest: string | null
  signed_at: Date | null
  act_id: string | null
}

export interface SchoolSittingTable {
  tenant_id: number
  sitting_id: string
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  kind: string
  staff_code: string
  account_id: string
  by_name: string
  digest: Buffer
  began_at: Date
  state: string
  message: string | null
  ended_at: Date | null
  total: number
}

export interface SchoolSittingItemTable {
  tenant_id: number
  sitting_id: string
  position: number
  school_year: string
  student_code: string
  version: number
  draft: number
  slot_ids: readonly string[]
  outcome: string | null
  message: string | null
  done_at: Date | null
}

export interface SchoolStaffTable {
  tenant_id: number
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  staff_code: string
  position: number
  citizen_id: string
  full_name: string
  given_name: Generated<string>
  birth_date: string | null
  post: 'principal' | 'vice-principal' | 'teacher' | 'clerk' | 'registrar' | 'accountant' | 'other'
  subject_group: string | null
  has_left: boolean | null
  version: Generated<number>
  act_id: string
}

export interface SchoolStudentTable {
  tenant_id: number
  student_code: string
}

export interface SchoolStudentMoveTable {
  tenant_id: number
  school_year: string
  student_code: string
  number: number
  from_class: string
  to_class: string
  moved_on: string
  reason: string
  act_id: string
}

export interface SchoolSubjectGroupTable {
  tenant_id: number
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  name: string
  head: string | null
  version: Generated<number>
  act_id: string
}

export interface SchoolSubjectPlanTable {
  tenant_id: number
  school_year: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  grade: number
  subject: string
  periods_per_year: number
  version: Generated<number>
  act_id: string
}

export interface SchoolSupersededTable {
  tenant_id: number
  table_name: string
  row_key: unknown
  version: number
  school_year: string
  student_code: string | null
  before: unknown
  act_id: string
}

export interface SchoolYearCodeTable {
  tenant_id: number
  school_year: string
  student_code: string
  level: 'primary' | 'lower-secondary' | 'upper-secondary'
  code: string
}

export interface SigninAccountTable {
  account_id: string
  username: string
  username_key: string
  full_name: string
  password_hash: string | null
  one_time_secret: Buffer | null
  pending_secret: Buffer | null
  last_step: Generated<number>
  created_at: Date
  last_sign_in_at: Date | null
}

export interface SigninAccountActTable {
  act_id: string
  school_code: string
  acted_at: Date
  by_account: string
  about_account: string
  kind: string
  detail: Generated<string>
}

export interface SigninActivationTable {
  code_sha256: Buffer
  account_id: string
  school_code: string
  purpose: string
  expires_at: Date
  used_at: Date | null
}

export interface SigninMembershipTable {
  account_id: string
  school_code: string
  staff_code: string | null
  is_administrator: Generated<boolean>
  is_suspended: Generated<boolean>
  is_guest: Generated<boolean>
}

export interface SigninSessionTable {
  token_sha256: Buffer
  session_id: string
  account_id: string
  started_at: Date
  last_seen_at: Date
  expires_at: Date
  device: string
}

/** Every table of the application, by schema and name. */
export interface Tables {
  'registry.act': RegistryActTable
  'registry.lookup': RegistryLookupTable
  'registry.school': RegistrySchoolTable
  'registry.version': RegistryVersionTable
  'registry.whole_year': RegistryWholeYearTable
  'registry.year': RegistryYearTable
  'school.act': SchoolActTable
  'school.amendment': SchoolAmendmentTable
  'school.assessment': SchoolAssessmentTable
  'school.assignment': SchoolAssignmentTable
  'school.book_code': SchoolBookCodeTable
  'school.carry_over': SchoolCarryOverTable
  'school.class': SchoolClassTable
  'school.co_teacher': SchoolCoTeacherTable
  'school.confirmation': SchoolConfirmationTable
  'school.correction': SchoolCorrectionTable
  'school.digest': SchoolDigestTable
  'school.enrolment': SchoolEnrolmentTable
  'school.entry_order': SchoolEntryOrderTable
  'school.exemption_order': SchoolExemptionOrderTable
  'school.homeroom_entry': SchoolHomeroomEntryTable
  'school.incident': SchoolIncidentTable
  'school.mail_address': SchoolMailAddressTable
  'school.notice': SchoolNoticeTable
  'school.nudge': SchoolNudgeTable
  'school.report': SchoolReportTable
  'school.save': SchoolSaveTable
  'school.school': SchoolSchoolTable
  'school.school_year': SchoolSchoolYearTable
  'school.schooling_history': SchoolSchoolingHistoryTable
  'school.send_back': SchoolSendBackTable
  'school.setting': SchoolSettingTable
  'school.signature_slot': SchoolSignatureSlotTable
  'school.sitting': SchoolSittingTable
  'school.sitting_item': SchoolSittingItemTable
  'school.staff': SchoolStaffTable
  'school.student': SchoolStudentTable
  'school.student_move': SchoolStudentMoveTable
  'school.subject_group': SchoolSubjectGroupTable
  'school.subject_plan': SchoolSubjectPlanTable
  'school.superseded': SchoolSupersededTable
  'school.year_code': SchoolYearCodeTable
  'signin.account': SigninAccountTable
  'signin.account_act': SigninAccountActTable
  'signin.activation': SigninActivationTable
  'signin.membership': SigninMembershipTable
  'signin.session': SigninSessionTable
}
