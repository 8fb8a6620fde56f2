export {
  isReady,
  listPending,
  openNextSheet,
  openSheet,
  signatureTexts,
  withSignature,
  type MadeSignature,
  type SigningSheet,
} from './sheet.ts'
export { placeSignature, signTasks, type SignedTask, type SigningTask } from './sign.ts'
export { listPendingRoles, signWave, type PersonalSigners, type SigningTimes } from './wave.ts'
