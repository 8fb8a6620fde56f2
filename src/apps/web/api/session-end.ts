/** Whether the session has ended while a page was open: the shell asks to sign in again over it. */
type Listener = () => void

const listeners = new Set<Listener>()
let ended = false

export const hasSessionEnded = (): boolean => ended

export const setSessionEnded = (value: boolean): void => {
  if (ended === value) return
  ended = value
  for (const listener of listeners) listener()
}

export const onSessionEnd = (listener: Listener): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
