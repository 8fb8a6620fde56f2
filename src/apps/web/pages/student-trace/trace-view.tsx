import { Select, Text, Title } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Grade } from '../../../../shared/education-level.ts'
import type { SchoolYear } from '../../../../shared/school-year.ts'
import { listDays, sheetsOf, type ReadableEntry, type TraceEntry } from './trace-days.ts'
import classes from './trace.module.css'

interface TraceViewProps {
  readonly grade: Grade
  readonly schoolYear: SchoolYear
  readonly entries: readonly TraceEntry[]
  readonly name: string
}

// The server answers no more than this many.
const mostEntries = 200

/** Who wrote what about a pupil, when, and from what to what; by day, latest first. */
export const TraceView = ({ grade, schoolYear, entries, name }: TraceViewProps) => {
  const { t } = useTranslation('results')
  const [sheet, setSheet] = useState<string | null>(null)
  const shown = sheet === null ? entries : entries.filter((entry) => entry.sheet === sheet)
  return (
    <>
      <Select
        label={t('trace.sheet')}
        placeholder={t('trace.allSheets')}
        data={sheetsOf(grade, entries).map((one) => ({ value: one.sheet, label: one.title }))}
        value={sheet}
        onChange={setSheet}
        clearable
        maw={320}
        mb="md"
      />
      {listDays({ grade, schoolYear }, shown).map(({ day, entries: ofDay }) => (
        <section key={day} aria-labelledby={`ngay-${day}`} className={classes['day']}>
          <Title order={2} size="h4" id={`ngay-${day}`}>
            {day}
          </Title>
          <ol className={classes['entries']} aria-label={t('trace.table', { name })}>
            {ofDay.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {entries.length >= mostEntries && (
        <Text size="sm" c="dimmed">
          {t('trace.latest', { count: mostEntries })}
        </Text>
      )}
    </>
  )
}

const Entry = ({ entry }: { readonly entry: ReadableEntry }) => {
  const { t } = useTranslation('results')
  const { time, byName, sheet, column, before, after } = entry
  return (
    <li>
      <time className={classes['time']}>{time}</time>
      <span className={classes['who']}>
        <b>{byName}</b>
        <Text span size="xs" c="dimmed">
          {t(`trace.kinds.${kindOf(entry.kind)}`)}
        </Text>
      </span>
      <span className={classes['cell']}>
        {sheet}
        <Text span size="sm" c="dimmed">
          {column}
        </Text>
      </span>
      <span className={classes['change']}>
        <Value label={t('trace.from')} value={before} isOld />
        <IconArrowRight size={16} aria-hidden="true" />
        <Value label={t('trace.to')} value={after} />
      </span>
    </li>
  )
}

const kinds = ['entry', 'import', 'set-up', 'roll-over'] as const

const kindOf = (kind: string): (typeof kinds)[number] | 'other' =>
  kinds.find((one) => one === kind) ?? 'other'

const Value = ({
  value,
  label,
  isOld = false,
}: {
  readonly value: string | null
  readonly label: string
  readonly isOld?: boolean
}) => {
  const { t } = useTranslation('results')
  const Tag = isOld ? 'span' : 'b'
  return (
    <Tag data-empty={value === null} data-long={(value?.length ?? 0) > 40}>
      <span className={classes['unseen']}>{label}: </span>
      {value ?? t('trace.empty')}
    </Tag>
  )
}
