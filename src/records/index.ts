export type * from './records.ts'
export {
  planRollOver,
  type Destination,
  type Outcome,
  type RollOverFacts,
  type RollOverPlan,
  type UnassignedLesson,
  type YearConclusion,
} from './roll-over.ts'
export {
  decideSetting,
  findRule,
  findSetting,
  isPast,
  judgeCalendar,
  judgeSetting,
  listSettings,
  ruleValue,
  settingRules,
  type DecidedSetting,
  type OwnDecision,
  type Setting,
  type SettingPlace,
  type SettingRule,
} from './settings/index.ts'
