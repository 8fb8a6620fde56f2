import { lazy } from 'react'

const fetchPaste = () => import('./paste-preview.tsx')
const fetchConflict = () => import('./conflict-dialog.tsx')
const fetchProof = () => import('./proof-dialog.tsx')

/** The dialogs of the desk are no part of its first load. */
export const PastePreview = lazy(async () => ({ default: (await fetchPaste()).PastePreview }))
export const ConflictDialog = lazy(async () => ({ default: (await fetchConflict()).ConflictDialog }))
export const ProofDialog = lazy(async () => ({ default: (await fetchProof()).ProofDialog }))

/** Fetches them once the sheet stands, so that they open at once, and also when the connection is gone by then. */
export const fetchDialogs = (): (() => void) => {
  const timer = setTimeout(() => {
    for (const fetch of [fetchPaste, fetchConflict, fetchProof]) void fetch().catch(() => undefined)
  }, 300)
  return () => {
    clearTimeout(timer)
  }
}
