import { PageLink } from '../../parts/index.ts'
import { Group, Paper, SegmentedControl, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SummaryPeriod } from '../../../../gradebook/index.ts'
import { useGapWords } from '../results/gap-words.ts'
import { groupBySheet, type Gap, type PupilGaps, type SheetGaps } from '../results/missing.ts'
import classes from './class.module.css'

interface MissingPanelProps {
  /** The sheets in the order of the book. */
  readonly order: readonly string[]
  readonly period: SummaryPeriod
  readonly pupils: readonly PupilGaps[]
  readonly sheetPath: (sheet: string) => string
  readonly proofPath: (studentCode: string) => string
}

type View = 'sheets' | 'pupils'

/** Who is missing what, by sheet (whom to ask) or by pupil (what to tell). */
export const MissingPanel = ({ order, period, pupils, sheetPath, proofPath }: MissingPanelProps) => {
  const { t } = useTranslation('results')
  const [view, setView] = useState<View>('sheets')
  const concerned = pupils.filter(({ gaps }) => gaps.length > 0)
  const periodName = t(`periods.${period}`)
  return (
    <Paper withBorder component="section" aria-labelledby="con-thieu" className={classes['panel']}>
      <Group justify="space-between" className={classes['panelHead']}>
        <Title order={2} id="con-thieu">
          {t('class.gaps', { period: periodName })}
        </Title>
        {concerned.length > 0 && <ViewChoice view={view} onChange={setView} />}
      </Group>
      {concerned.length === 0 ? (
        <Text px="md" pb="md">
          {t('class.allThere', { period: periodName })}
        </Text>
      ) : view === 'sheets' ? (
        <BySheet
          sheets={inOrder(order, groupBySheet(concerned))}
          count={pupils.length}
          sheetPath={sheetPath}
        />
      ) : (
        <ByPupil pupils={concerned} proofPath={proofPath} />
      )}
    </Paper>
  )
}

const inOrder = (order: readonly string[], sheets: readonly SheetGaps[]): readonly SheetGaps[] =>
  sheets.toSorted((a, b) => order.indexOf(a.sheet) - order.indexOf(b.sheet))

const ViewChoice = ({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) => {
  const { t } = useTranslation('results')
  return (
    <SegmentedControl
      size="sm"
      aria-label={t('class.gapsView')}
      value={view}
      onChange={(value) => {
        onChange(value === 'pupils' ? 'pupils' : 'sheets')
      }}
      data={[
        { value: 'sheets', label: t('class.gapsBySheet') },
        { value: 'pupils', label: t('class.gapsByPupil') },
      ]}
    />
  )
}

const mostNames = 6

const BySheet = ({
  sheets,
  count,
  sheetPath,
}: {
  readonly sheets: readonly SheetGaps[]
  readonly count: number
  readonly sheetPath: MissingPanelProps['sheetPath']
}) => {
  const { t } = useTranslation('results')
  return (
    <ul className={classes['gapList']}>
      {sheets.map(({ sheet, name, pupils }) => (
        <li key={sheet}>
          <PageLink to={sheetPath(sheet)} className={classes['gapHead']}>
            {sheet === 'homeroom' || sheet === 'decisions' || sheet === 'attendance'
              ? t(`sheets.${sheet}`)
              : name}
          </PageLink>
          <span>
            <WhatIsMissing pupils={pupils} />: <Names pupils={pupils} count={count} />
          </span>
        </li>
      ))}
    </ul>
  )
}

// What is missing on a sheet is said once for all its pupils: 'GK II, CK II'.
const WhatIsMissing = ({ pupils }: { readonly pupils: readonly PupilGaps[] }) => {
  const { sayShort } = useGapWords()
  const said = [...new Set(pupils.flatMap(({ gaps }) => gaps.map((gap) => sayShort(gap))))]
  return (
    <b>
      {said.slice(0, mostNames).join(', ')}
      {said.length > mostNames && '…'}
    </b>
  )
}

const Names = ({ pupils, count }: { readonly pupils: readonly PupilGaps[]; readonly count: number }) => {
  const { t } = useTranslation('results')
  if (pupils.length === count) return t('class.everyPupil')
  const names = pupils.slice(0, mostNames).map(({ student }) => student.fullName)
  const others = pupils.length - names.length
  return `${names.join(', ')}${others > 0 ? ` ${t('class.others', { count: others })}` : ''}`
}

const ByPupil = ({
  pupils,
  proofPath,
}: {
  readonly pupils: readonly PupilGaps[]
  readonly proofPath: MissingPanelProps['proofPath']
}) => (
  <ul className={classes['gapList']}>
    {pupils.map(({ student, gaps }) => (
      <li key={student.studentCode}>
        <PageLink to={proofPath(student.studentCode)} className={classes['gapHead']}>
          {student.fullName}
        </PageLink>
        <PupilGapWords gaps={gaps} />
      </li>
    ))}
  </ul>
)

const PupilGapWords = ({ gaps }: { readonly gaps: readonly Gap[] }) => {
  const { t } = useTranslation('results')
  const { sayWhat } = useGapWords()
  const shown = gaps.slice(0, mostNames).map((gap) => sayWhat(gap))
  const more = gaps.length - shown.length
  return (
    <span>
      {t('gaps.missing', { what: shown.join('; ') })}
      {more > 0 && ` ${t('gaps.more', { count: more })}`}
    </span>
  )
}
