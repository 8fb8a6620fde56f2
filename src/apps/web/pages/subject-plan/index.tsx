import { Tabs } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gradesOfLevel, type Grade } from '../../../../shared/education-level.ts'
import { ConfirmDialog, PageHeader, useSchool } from '../../parts/index.ts'
import { Loaded, useList } from '../../setting-up/index.ts'
import { GradePlan } from './grade-plan.tsx'

/** Chương trình môn học: what a grade is taught this year, and where that is otherwise than the national programme. */
export const Page = () => {
  const { t } = useTranslation('setup')
  const { level, schoolYear } = useSchool()
  const plan = useList('subject-plan')
  const [grade, setGrade] = useState<Grade>(gradesOfLevel[level][0] ?? 1)
  const [isDirty, setIsDirty] = useState(false)
  const [wanted, setWanted] = useState<Grade>()
  const go = (next: Grade): void => {
    if (isDirty) setWanted(next)
    else setGrade(next)
  }
  return (
    <>
      <PageHeader title={t('plan.title')} subtitle={t('plan.subtitle', { year: schoolYear })} />
      <Loaded query={plan}>
        {({ subjects }) => (
          <Tabs
            value={String(grade)}
            onChange={(value) => {
              if (value !== null) go(Number(value) as Grade)
            }}
            keepMounted={false}
          >
            <Tabs.List mb="sm">
              {gradesOfLevel[level].map((one) => (
                <Tabs.Tab key={one} value={String(one)}>
                  {t('common.grade', { grade: one })}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {gradesOfLevel[level].map((one) => (
              <Tabs.Panel key={one} value={String(one)}>
                <GradePlan
                  grade={one}
                  planned={subjects.filter((line) => line.grade === one)}
                  onDirty={setIsDirty}
                />
              </Tabs.Panel>
            ))}
          </Tabs>
        )}
      </Loaded>
      <ConfirmDialog
        isOpen={wanted !== undefined}
        title={t('unsaved.title')}
        confirm={t('unsaved.leave')}
        isDangerous
        onConfirm={() => {
          setIsDirty(false)
          if (wanted !== undefined) setGrade(wanted)
          setWanted(undefined)
        }}
        onClose={() => {
          setWanted(undefined)
        }}
      >
        {t('unsaved.text')}
      </ConfirmDialog>
    </>
  )
}
