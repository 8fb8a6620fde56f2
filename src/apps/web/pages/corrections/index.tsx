import { Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, PageHeader, useSchool } from '../../parts/index.ts'
import { correctionsQuery, type Correction } from '../../report-books/queries.ts'
import { Loaded } from '../../setting-up/index.ts'
import { CorrectionCard } from './correction-card.tsx'
import { DecisionForm } from './decision-form.tsx'

/** Đính chính: requests that wait for a decision, and what was decided. */
export const Page = () => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const query = useQuery(correctionsQuery(school))
  const [deciding, setDeciding] = useState<Correction>()
  return (
    <>
      <PageHeader title={t('corrections.title')} subtitle={t('corrections.subtitle')} />
      <Loaded query={query}>
        {({ corrections }) =>
          corrections.length === 0 ? (
            <EmptyState title={t('corrections.empty')} hint={t('corrections.emptyHint')} />
          ) : (
            <Stack gap="lg">
              {(['open', 'decided'] as const).map((name) => (
                <Section
                  key={name}
                  name={name}
                  list={corrections.filter(({ decision }) => (decision === null) === (name === 'open'))}
                  {...(school.can('correction.decide') ? { onDecide: setDeciding } : {})}
                />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {deciding !== undefined && (
        <DecisionForm
          correction={deciding}
          onClose={() => {
            setDeciding(undefined)
          }}
        />
      )}
    </>
  )
}

interface SectionProps {
  readonly name: 'open' | 'decided'
  readonly list: readonly Correction[]
  readonly onDecide?: (correction: Correction) => void
}

const Section = ({ name, list, onDecide }: SectionProps) => {
  const { t } = useTranslation('books')
  if (list.length === 0) return null
  return (
    <section aria-labelledby={`dinh-chinh-${name}`}>
      <Title order={2} id={`dinh-chinh-${name}`} mb="xs">
        {t(`corrections.${name}`)} ({list.length})
      </Title>
      <Stack gap="xs">
        {list.map((one) => (
          <CorrectionCard
            key={one.correctionId}
            correction={one}
            {...(name === 'open' && onDecide !== undefined ? { onDecide } : {})}
          />
        ))}
      </Stack>
    </section>
  )
}
