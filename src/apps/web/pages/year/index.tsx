import { Anchor, Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageHeader, useSchool } from '../../parts/index.ts'
import { Loaded, useList, type YearOverview } from '../../setting-up/index.ts'
import { AddYear } from './add-year.tsx'
import { Calendar } from './calendar.tsx'
import { ChangeYear } from './change-year.tsx'
import { GapList } from './gap-list.tsx'

/** Tổng quan năm học: what there is, what is missing and where it is put right. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const { schoolYear, can, path } = useSchool()
  const [isAdding, adding] = useDisclosure()
  const [isChanging, changing] = useDisclosure()
  const year = useList('')
  return (
    <>
      <PageHeader
        title={t('year.title', { year: schoolYear })}
        subtitle={year.data === undefined ? undefined : <SchoolLine year={year.data} />}
        actions={
          can('year.set-up') && (
            <>
              <Button component={Link} to={path('nhap-so')}>
                {t('year.import')}
              </Button>
              {year.data !== undefined && (
                <Button variant="default" onClick={changing.open}>
                  {t('year.change')}
                </Button>
              )}
              <Button variant="default" onClick={adding.open}>
                {t('year.add')}
              </Button>
            </>
          )
        }
      />
      <Loaded query={year}>{(overview) => <Overview year={overview} />}</Loaded>
      {isChanging && year.data !== undefined && <ChangeYear year={year.data} onClose={changing.close} />}
      {/* Not before it is known what the school is called: the form begins with that. */}
      {isAdding && !year.isPending && <AddYear onClose={adding.close} school={year.data?.school} />}
    </>
  )
}

const SchoolLine = ({ year: { school, approver } }: { readonly year: YearOverview }) => {
  const { t } = useTranslation('setup')
  const place = [school.name, school.wardName, school.provinceName].join(', ')
  const signs = approver === null ? t('year.noApprover') : t('year.approver', { name: approver.fullName })
  return `${place} · ${signs}`
}

const counted = [
  ['classes', 'lop-hoc'],
  ['students', 'hoc-sinh'],
  ['staff', 'can-bo'],
  ['assignments', 'phan-cong'],
] as const

const Overview = ({ year }: { readonly year: YearOverview }) => {
  const { t } = useTranslation('setup')
  const { path } = useSchool()
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        {counted.map(([name, below]) => (
          <Paper key={name} withBorder p="md">
            <Text fz={28} fw={600} lh={1.2} className="numbers">
              {year.counts[name]}
            </Text>
            <Anchor component={Link} to={path(below)} size="sm">
              {t(`year.counts.${name}`)}
            </Anchor>
          </Paper>
        ))}
      </SimpleGrid>
      <section aria-labelledby="to-do">
        <Title order={2} id="to-do" mb="xs">
          {t('year.toDo')}
        </Title>
        {year.gaps.length === 0 ? <NoGaps /> : <GapList gaps={year.gaps} />}
      </section>
      <Calendar />
    </Stack>
  )
}

const NoGaps = () => {
  const { t } = useTranslation('setup')
  return (
    <Paper withBorder p="md" style={{ display: 'flex', alignItems: 'center', gap: 12 }}>
      <IconCircleCheck size={22} color="var(--mantine-color-green-9)" aria-hidden />
      <Text size="sm">{t('year.nothingToDo')}</Text>
    </Paper>
  )
}
