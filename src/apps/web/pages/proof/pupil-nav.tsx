import { PageLink } from '../../parts/index.ts'
import { Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './proof.module.css'

interface PupilNavProps {
  readonly codes: readonly string[]
  readonly index: number
  readonly pathOf: (studentCode: string) => string
}

/** Previous and next pupil, in the order of the book. */
export const PupilNav = ({ codes, index, pathOf }: PupilNavProps) => {
  const { t } = useTranslation('results')
  const [previous, next] = [codes[index - 1], codes[index + 1]]
  return (
    <Group component="nav" gap="md" aria-label={t('common.pupil')} className={classes['unprinted']}>
      {previous !== undefined && (
        <PageLink to={pathOf(previous)} className={classes['navLink']}>
          <IconChevronLeft size={18} aria-hidden="true" />
          {t('proof.previous')}
        </PageLink>
      )}
      <Text size="sm" c="dimmed">
        {t('proof.place', { index: index + 1, count: codes.length })}
      </Text>
      {next !== undefined && (
        <PageLink to={pathOf(next)} className={classes['navLink']}>
          {t('proof.next')}
          <IconChevronRight size={18} aria-hidden="true" />
        </PageLink>
      )}
    </Group>
  )
}
