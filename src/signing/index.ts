export { keepSignatures, openNextSheet } from './next-sheet.ts'
export {
  isReady,
  isReportSheet,
  listPending,
  openCoverSheet,
  openSheet,
  signatureTexts,
  withSignature,
  type MadeSignature,
  type SigningSheet,
} from './sheet.ts'
export { placeSignature, signTasks, type SignedTask, type SigningTask } from './sign.ts'
export { listPendingRoles, signWave, type PersonalSigners, type SigningTimes } from './wave.ts'
export { isKeyOf, signOwnParts, type OwnPart } from './sign-own.ts'
export { listAwaited, listOwnTurns, type SlotStanding } from './turns.ts'
