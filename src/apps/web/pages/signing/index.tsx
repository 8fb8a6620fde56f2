import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NotYours, PageHeader, useSchool } from '../../parts/index.ts'
import { signs } from '../../shell/navigation.ts'
import type { SittingKind } from '../../report-books/plan.ts'
import { Desk } from './desk.tsx'

/** Kí học bạ: what waits for one's signature, one's sittings; for the clerk the seal. */
export const Page = () => {
  const { t } = useTranslation('signing')
  const school = useSchool()
  const kinds: readonly SittingKind[] = [
    ...(signs(school) ? (['sign'] as const) : []),
    ...(school.can('books.seal') ? (['seal'] as const) : []),
  ]
  const [chosen, choose] = useState<SittingKind>()
  const kind = chosen ?? kinds[0]
  if (kind === undefined) return <NotYours />
  return (
    <>
      <PageHeader title={kind === 'seal' ? t('kinds.seal') : t('title')} subtitle={t('subtitle')} />
      {kinds.length > 1 && (
        <Tabs
          value={kind}
          onChange={(value) => {
            choose(value === 'seal' ? 'seal' : 'sign')
          }}
          mb="md"
        >
          <Tabs.List>
            {kinds.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`kinds.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      <Desk key={kind} kind={kind} />
    </>
  )
}
