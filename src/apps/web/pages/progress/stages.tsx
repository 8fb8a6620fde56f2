import { Group, Paper, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PageLink, useSchool } from '../../parts/index.ts'
import type { YearProgress } from './index.tsx'
import classes from './progress.module.css'

type ClassProgress = YearProgress['classes'][number]

const stages = ['issued', 'approved', 'homeroomSigned', 'subjectsSigned', 'made', 'none'] as const
type Stage = (typeof stages)[number]

/** How many books of a class are at each stage and no further: each number contains those that follow it. */
const countStages = ({ pupils, books }: ClassProgress): Readonly<Record<Stage, number>> => {
  const { made = 0, subjectsSigned = 0, homeroomSigned = 0, approved = 0, issued = 0 } = books ?? {}
  return {
    issued,
    approved: approved - issued,
    homeroomSigned: homeroomSigned - approved,
    subjectsSigned: subjectsSigned - homeroomSigned,
    made: made - subjectsSigned,
    none: pupils - made,
  }
}

/** Where the books of each class are, as bars; the same numbers stand in the table of classes. */
export const Stages = ({ classes: list }: Pick<YearProgress, 'classes'>) => {
  const { t } = useTranslation('progress')
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="giai-doan">
      <Title order={2} id="giai-doan" mb="xs">
        {t('stages')}
      </Title>
      <Group gap="md" mb="sm">
        {stages.map((stage) => (
          <Text key={stage} size="sm">
            <span className={classes['key']} data-stage={stage} aria-hidden /> {t(`stage.${stage}`)}
          </Text>
        ))}
      </Group>
      <ul className={classes['bars']}>
        {list.map((one) => (
          <Bar key={one.classId} ofClass={one} />
        ))}
      </ul>
    </Paper>
  )
}

const Bar = ({ ofClass }: { readonly ofClass: ClassProgress }) => {
  const { t } = useTranslation('progress')
  const { path } = useSchool()
  const counts = countStages(ofClass)
  const total = Math.max(1, ofClass.pupils)
  const said = stages
    .filter((stage) => counts[stage] > 0)
    .map((stage) => `${t(`stage.${stage}`)} ${counts[stage]}`)
    .join(', ')
  const starts = stages.map((_, index) =>
    stages.slice(0, index).reduce((sum, stage) => sum + counts[stage], 0),
  )
  return (
    <li className={classes['bar']}>
      <PageLink to={path(`lop/${encodeURIComponent(ofClass.classId)}/hoc-ba`)}>{ofClass.className}</PageLink>
      <svg
        viewBox={`0 0 ${total} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${ofClass.className}: ${said}`}
      >
        {stages.map((stage, index) => (
          <rect key={stage} data-stage={stage} x={starts[index]} width={counts[stage]} height={1} />
        ))}
      </svg>
    </li>
  )
}
