import { Stack, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState, PageHeader, useSchool } from '../../parts/index.ts'
import { sendBacksQuery, type SentBack } from '../../report-books/queries.ts'
import { Loaded } from '../../setting-up/index.ts'
import { AnswerForm } from './answer-form.tsx'
import { SentBackCard } from './sent-back-card.tsx'

const groups = [
  ['toAnswer', ({ answer, canAnswer }: SentBack) => answer === null && canAnswer],
  ['sent', ({ answer, canAnswer }: SentBack) => answer === null && !canAnswer],
  ['done', ({ answer }: SentBack) => answer !== null],
] as const

/** Ô trả lại: cells that wait for one's answer, those one waits for, and what was answered. */
export const Page = () => {
  const { t } = useTranslation('books')
  const school = useSchool()
  const query = useQuery(sendBacksQuery(school))
  const [answering, setAnswering] = useState<SentBack>()
  return (
    <>
      <PageHeader title={t('sendBacks.title')} subtitle={t('sendBacks.subtitle')} />
      <Loaded query={query}>
        {({ sendBacks }) =>
          sendBacks.length === 0 ? (
            <EmptyState title={t('sendBacks.empty')} hint={t('sendBacks.emptyHint')} />
          ) : (
            <Stack gap="lg">
              {groups.map(([key, isOf]) => (
                <Section key={key} name={key} list={sendBacks.filter(isOf)} onAnswer={setAnswering} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      {answering !== undefined && (
        <AnswerForm
          sentBack={answering}
          onClose={() => {
            setAnswering(undefined)
          }}
        />
      )}
    </>
  )
}

interface SectionProps {
  readonly name: (typeof groups)[number][0]
  readonly list: readonly SentBack[]
  readonly onAnswer: (sentBack: SentBack) => void
}

const Section = ({ name, list, onAnswer }: SectionProps) => {
  const { t } = useTranslation('books')
  if (list.length === 0) return null
  return (
    <section aria-labelledby={`tra-lai-${name}`}>
      <Title order={2} id={`tra-lai-${name}`} mb="xs">
        {t(`sendBacks.${name}`)} ({list.length})
      </Title>
      <Stack gap="xs">
        {list.map((one) => (
          <SentBackCard key={one.sendBackId} sentBack={one} {...(name === 'toAnswer' ? { onAnswer } : {})} />
        ))}
      </Stack>
    </section>
  )
}
