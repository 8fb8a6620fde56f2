import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../parts/index.ts'

/** An address that leads nowhere. */
export const NotFound = () => {
  const { t } = useTranslation('shell')
  return (
    <EmptyState
      title={t('state.notFound')}
      hint={t('state.notFoundHint')}
      action={
        <Anchor component={Link} to="/">
          {t('action.backHome')}
        </Anchor>
      }
    />
  )
}
