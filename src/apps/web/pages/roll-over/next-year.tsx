import { Badge, Group, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../parts/index.ts'
import type { Rehearsal } from './rehearsal.ts'

/** The classes of the next year, and the lessons that nobody has been given yet. */
export const NextYear = ({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const { t } = useTranslation('setup')
  const { classes, unassigned, toSchoolYear } = rehearsal
  return (
    <Stack gap="lg">
      <section aria-labelledby="next-classes">
        <Title order={2} id="next-classes" mb="xs">
          {t('rollOver.nextClasses', { year: toSchoolYear })}
        </Title>
        <Group gap={6}>
          {classes.map(({ classId, name, students }) => (
            <Badge key={classId} variant="light" color="gray" size="lg" className="numbers">
              {t('rollOver.nextClass', { name, count: students })}
            </Badge>
          ))}
        </Group>
      </section>
      <section aria-labelledby="unassigned">
        <Title order={2} id="unassigned" mb={4}>
          {t('rollOver.unassigned', { count: unassigned.length })}
        </Title>
        <Text size="sm" c="dimmed" mb="xs">
          {t('rollOver.unassignedHint')}
        </Text>
        {unassigned.length > 0 && (
          <div style={{ maxHeight: 360, overflowY: 'auto' }}>
            <DataTable
              label={t('rollOver.unassigned', { count: unassigned.length })}
              rows={unassigned}
              keyOf={({ className, subjectName }) => `${className}/${subjectName}`}
              columns={[
                {
                  key: 'class',
                  title: t('common.class'),
                  width: 120,
                  isRowHeader: true,
                  cell: ({ className }) => className,
                },
                { key: 'subject', title: t('plan.subject'), cell: ({ subjectName }) => subjectName },
                {
                  key: 'teacher',
                  title: t('rollOver.lastTeacher'),
                  cell: ({ lastTeacher }) => lastTeacher ?? '–',
                },
              ]}
            />
          </div>
        )}
      </section>
    </Stack>
  )
}
