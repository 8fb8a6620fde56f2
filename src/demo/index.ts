export { createDemoAuthority, demonstrationMark, type DemoAuthority } from './authority/index.ts'
export { demoCalendar } from './calendar.ts'
export { inventProvince } from './province/index.ts'
