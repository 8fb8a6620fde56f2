export { Shell } from './shell.tsx'
export { setUnsent, onWipe } from './unsent.ts'
export { useSchool, type SchoolInUse } from './use-school.ts'
export { useWaiting, type Waiting } from './waiting.ts'
