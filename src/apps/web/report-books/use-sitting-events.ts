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
  const [key] = [sittingQuery(school, sittingId).queryKey.join('/')]
  useEffect(() => {
    if (!isFollowed) return
    const queryKey = key.split('/')
    const events = new EventSource(address)
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const view = JSON.parse(data) as SittingView
      client.setQueryData<SittingDetail>(queryKey, (known) =>
        known === undefined ? undefined : { ...known, ...view },
      )
      if (view.state !== 'ended') return
      events.close()
      void client.invalidateQueries({ queryKey })
      onEnded()
    }
    return () => {
      events.close()
    }
    // What is called at the end may be another function each time; only the address begins anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [client, isFollowed, address, key])
}
