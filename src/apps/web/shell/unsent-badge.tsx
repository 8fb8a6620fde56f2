import { Badge } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useUnsent } from './unsent.ts'

/** How many cells wait on this computer; nothing while there are none. */
export const UnsentBadge = () => {
  const { t } = useTranslation('shell')
  const count = useUnsent()
  return (
    <div role="status">
      {count > 0 && (
        <Badge color="yellow" variant="light">
          {t('unsent', { count })}
        </Badge>
      )}
    </div>
  )
}
