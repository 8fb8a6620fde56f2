import { Suspense, useEffect, useState, type ReactNode } from 'react'

const standsAfterMs = 1000

interface LaterProps {
  /** Wanted now, whatever the time. */
  readonly isNeeded?: boolean
  readonly children: ReactNode
}

/**
 * Parts that no page needs at once, each a `lazy` component: fetched when the page stands or somebody wants them,
 * so that they open at once, also when the connection is gone by then, and weigh nothing in the first load.
 */
export const Later = ({ isNeeded = false, children }: LaterProps) => {
  const [stands, setStands] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      setStands(true)
    }, standsAfterMs)
    return () => {
      clearTimeout(timer)
    }
  }, [])
  return stands || isNeeded ? <Suspense>{children}</Suspense> : null
}
