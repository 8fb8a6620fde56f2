import { Container } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { answerOf, api } from '../api/client.ts'
import { meQuery, type Me } from '../api/me.ts'
import { asProblem } from '../api/problem.ts'
import { EmptyState, ErrorState, LoadingState } from '../parts/index.ts'
import { lastPlace } from './last-place.ts'

const setUpQuery = { queryKey: ['set-up'], queryFn: () => answerOf(api.GET('/api/v1/set-up')) }

/** Where somebody signed in goes first: where they were, else the newest year of their first school. */
export const firstPlace = ({ memberships }: Me): string | undefined => {
  const known = lastPlace()
  const places = memberships.flatMap(({ schoolCode, years }) =>
    years.map(({ schoolYear, level }) => `/${schoolCode}/${schoolYear}/${level}`),
  )
  return known !== undefined && places.includes(known) ? known : places[0]
}

/** The address without anything: leads on to set-up, sign-in or work. */
export const Entrance = () => {
  const { t } = useTranslation('shell')
  const setUp = useQuery(setUpQuery)
  const me = useQuery({ ...meQuery, enabled: setUp.data?.isNeeded === false, retry: false })
  if (setUp.data?.isNeeded === true) return <Navigate to="/thiet-lap" replace />
  if (setUp.isError)
    return <Alone>{<ErrorState error={setUp.error} onRetry={() => void setUp.refetch()} />}</Alone>
  if (me.isError) {
    if (asProblem(me.error).code === 'not-signed-in') return <Navigate to="/dang-nhap" replace />
    return <Alone>{<ErrorState error={me.error} onRetry={() => void me.refetch()} />}</Alone>
  }
  if (me.data === undefined)
    return (
      <Alone>
        <LoadingState />
      </Alone>
    )
  if (me.data.memberships.some(({ mustSetUpOneTimeCodes }) => mustSetUpOneTimeCodes))
    return <Navigate to="/tai-khoan" replace />
  const place = firstPlace(me.data)
  return place === undefined ? (
    <Alone>
      <EmptyState title={t('state.noMembership')} hint={t('state.noMembershipHint')} />
    </Alone>
  ) : (
    <Navigate to={place} replace />
  )
}

const Alone = ({ children }: { readonly children: React.ReactNode }) => (
  <Container component="main" size="sm" py="xl">
    {children}
  </Container>
)
