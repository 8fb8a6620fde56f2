export { decideSetting, findSetting, judgeCalendar, judgeSetting, listSettings } from './decide-setting.ts'
export type { DecidedSetting, OwnDecision } from './decide-setting.ts'
export { findRule, isPast, ruleValue, settingRules } from './find-setting.ts'
export type { Setting, SettingPlace, SettingRule } from './setting.ts'
