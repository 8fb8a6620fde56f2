import { Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useSchool } from '../../parts/index.ts'
import type { SittingKind } from '../../report-books/plan.ts'
import { planQuery, sittingsQuery, type SittingView } from '../../report-books/signing-queries.ts'
import { Loaded } from '../../setting-up/loaded.tsx'
import { PlanView } from './plan-view.tsx'
import { RecentSittings } from './recent-sittings.tsx'
import { SittingPanel } from './sitting-panel.tsx'

const findUnfinished = (
  sittings: readonly SittingView[],
  kind: SittingKind,
  staffCode: string | undefined,
): SittingView | undefined =>
  sittings.find(
    (one) => one.kind === kind && one.state !== 'ended' && (kind === 'seal' || one.staffCode === staffCode),
  )

/** One's desk for signing or sealing: the sitting that is under way, else what may be signed. */
export const Desk = ({ kind }: { readonly kind: SittingKind }) => {
  const school = useSchool()
  const client = useQueryClient()
  const plan = useQuery(planQuery(school, kind))
  const sittings = useQuery(sittingsQuery(school))
  const [begun, setBegun] = useState<string>()
  const unfinished = findUnfinished(
    sittings.data?.sittings ?? [],
    kind,
    school.membership?.staffCode ?? undefined,
  )
  const shown = begun ?? unfinished?.sittingId
  // A sitting that is found running stays on the desk after it has ended, until the page is left.
  if (unfinished !== undefined && unfinished.sittingId !== begun) setBegun(unfinished.sittingId)
  const reload = (): void => {
    void client.invalidateQueries({ queryKey: ['signing', school.schoolCode] })
    void client.invalidateQueries({ queryKey: ['waiting', school.schoolCode] })
  }
  return (
    <Stack gap="lg">
      {shown !== undefined && <SittingPanel key={shown} sittingId={shown} onEnded={reload} />}
      {unfinished === undefined && (
        <Loaded query={plan}>
          {(loaded) => (
            <PlanView
              key={loaded.digest}
              plan={loaded}
              onBegun={(sittingId) => {
                setBegun(sittingId)
                reload()
              }}
              onChanged={reload}
            />
          )}
        </Loaded>
      )}
      <RecentSittings
        sittings={(sittings.data?.sittings ?? []).filter(
          (one) => one.kind === kind && one.state === 'ended' && one.sittingId !== shown,
        )}
      />
    </Stack>
  )
}
