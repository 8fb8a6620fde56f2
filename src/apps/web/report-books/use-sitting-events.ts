import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { SchoolInUse } from '../parts/index.ts'
import { eventsAddress, sittingQuery, type SittingDetail, type SittingView } from './signing-queries.ts'

/**
 * Follows a sitting while it is not ended: each event is the sitting as it stands. A broken line is taken up again by the
 * browser itself.
 */
export const useSittingEvents = (
  school: SchoolInUse,
  sittingId: string,
  state: SittingView['state'] | undefined,
  onEnded: () => void,
): void => {
  const client = useQueryClient()
  const isFollowed = state !== undefined && state !== 'ended'
  const address = eventsAddress(school, sittingId)
  const take = useEffectEvent((sitting: SittingDetail) => {
    client.setQueryData(sittingQuery(school, sittingId).queryKey, sitting)
  })
  const end = useEffectEvent(onEnded)
  // A short sitting may have ended before it was first looked at.
  useEffect(() => {
    if (state === 'ended') end()
  }, [state])
  useEffect(() => {
    if (!isFollowed) return
    const events = new EventSource(address)
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const sitting = JSON.parse(data) as SittingDetail
      if (sitting.state === 'ended') events.close()
      take(sitting)
    }
    return () => {
      events.close()
    }
  }, [isFollowed, address])
}
