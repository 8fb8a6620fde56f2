import { useEffect } from 'react'
import { hasSessionEnded, onSessionEnd } from '../../api/session-end.ts'
import type { Saver } from '../../grid/saving/saver.ts'

/** Sends what waits as soon as it can be: the network is back, somebody signed in again, the page is put aside. */
export const useResumption = (saver: { readonly current: Saver | undefined }): void => {
  useEffect(() => {
    const resume = (): void => saver.current?.resume()
    const settle = (): void => {
      if (document.visibilityState === 'hidden') void saver.current?.settle()
    }
    addEventListener('online', resume)
    document.addEventListener('visibilitychange', settle)
    const leave = onSessionEnd(() => {
      if (!hasSessionEnded()) resume()
    })
    return () => {
      removeEventListener('online', resume)
      document.removeEventListener('visibilitychange', settle)
      leave()
    }
  }, [saver])
}
