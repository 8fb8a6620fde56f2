import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListRow } from './import-list.ts'

const atOnce = 40

interface ShownPartProps {
  readonly rows: readonly ListRow[]
  readonly children: (shown: readonly ListRow[]) => ReactNode
}

/** The first rows of a long list, and all of them when asked. */
export const ShownPart = ({ rows, children }: ShownPartProps) => {
  const { t } = useTranslation('account')
  const [isWhole, setIsWhole] = useState(false)
  return (
    <div>
      {children(isWhole ? rows : rows.slice(0, atOnce))}
      {!isWhole && rows.length > atOnce && (
        <Button
          mt="xs"
          size="xs"
          variant="default"
          onClick={() => {
            setIsWhole(true)
          }}
        >
          {t('list.showAll', { count: rows.length })}
        </Button>
      )}
    </div>
  )
}
