import { Anchor, Checkbox, Paper, Title, Tooltip } from '@mantine/core'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageLink, useSchool } from '../../parts/index.ts'
import {
  chooseAll,
  countBlocked,
  toggled,
  type Choice,
  type Plan,
  type PlannedClass,
} from '../../report-books/plan.ts'
import table from '../../report-books/table.module.css'
import classes from './signing.module.css'

interface ClassTableProps {
  readonly plan: Plan
  readonly choice: Choice
  readonly onChoice: (choice: Choice) => void
}

/** Class by class: how many are ready, odd, waiting and for whom; which classes to sign. */
export const ClassTable = ({ plan, choice, onChoice }: ClassTableProps) => {
  const { t } = useTranslation('signing')
  const every = chooseAll(plan)
  return (
    <Paper withBorder component="section" aria-labelledby="tung-lop">
      <Title order={2} id="tung-lop" px="md" py="sm">
        {t('classes.title')}
      </Title>
      <table className={table['table']}>
        <thead>
          <tr>
            <td className={table['choice']}>
              <Checkbox
                aria-label={t('classes.chooseAll')}
                checked={every.classIds.size > 0 && choice.classIds.size === every.classIds.size}
                indeterminate={choice.classIds.size > 0 && choice.classIds.size < every.classIds.size}
                disabled={every.classIds.size === 0}
                onChange={(event) => {
                  onChoice({ ...choice, classIds: event.currentTarget.checked ? every.classIds : new Set() })
                }}
              />
            </td>
            <th scope="col">{t('classes.name')}</th>
            <th scope="col" className={table['number']}>
              {t('classes.ready')}
            </th>
            <th scope="col" className={table['number']}>
              {t('classes.odd')}
            </th>
            <th scope="col" className={table['number']}>
              {t('classes.waiting')}
            </th>
            <th scope="col" className={table['wide']}>
              <Tooltip label={t('classes.digestHint')} multiline w={260}>
                <span>{t('classes.digest')}</span>
              </Tooltip>
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.classes.map((schoolClass) => (
            <ClassRows
              key={schoolClass.classId}
              schoolClass={schoolClass}
              isChosen={choice.classIds.has(schoolClass.classId)}
              onChosen={(isIn) => {
                onChoice({ ...choice, classIds: toggled(choice.classIds, schoolClass.classId, isIn) })
              }}
            />
          ))}
        </tbody>
      </table>
    </Paper>
  )
}

interface ClassRowsProps {
  readonly schoolClass: PlannedClass
  readonly isChosen: boolean
  readonly onChosen: (isIn: boolean) => void
}

const ClassRows = ({ schoolClass, isChosen, onChosen }: ClassRowsProps) => {
  const { t } = useTranslation('signing')
  const { path } = useSchool()
  const [isOpen, setOpen] = useState(false)
  const { classId, className, eligible, digest } = schoolClass
  const waiting = countBlocked(schoolClass)
  const reasons = `vi-sao-${classId}`
  return (
    <Fragment>
      <tr>
        <td className={table['choice']}>
          <Checkbox
            aria-label={t('classes.choose', { name: className })}
            checked={isChosen}
            disabled={eligible.length === 0}
            onChange={(event) => {
              onChosen(event.currentTarget.checked)
            }}
          />
        </td>
        <th scope="row">
          <PageLink
            to={path(`lop/${encodeURIComponent(classId)}/hoc-ba`)}
            aria-label={t('classes.open', { name: className })}
          >
            {className}
          </PageLink>
        </th>
        <td className={table['number']}>{eligible.length}</td>
        <td className={table['number']}>
          {eligible.filter(({ exceptions }) => exceptions.length > 0).length}
        </td>
        <td className={table['number']}>
          {waiting === 0 ? (
            0
          ) : (
            <Anchor
              component="button"
              type="button"
              aria-expanded={isOpen}
              aria-controls={reasons}
              aria-label={`${t('classes.why')} (${className}, ${waiting})`}
              onClick={() => {
                setOpen(!isOpen)
              }}
            >
              {waiting} {isOpen ? '▴' : '▾'}
            </Anchor>
          )}
        </td>
        <td className={`${table['wide'] ?? ''} ${classes['digest'] ?? ''}`}>
          {eligible.length === 0 ? '' : digest.replace(/^\d+-/, '').slice(0, 8)}
        </td>
      </tr>
      {isOpen && <Reasons id={reasons} schoolClass={schoolClass} />}
    </Fragment>
  )
}

const mostNames = 8

/** Whom the books of a class wait for, reason by reason. */
const Reasons = ({ id, schoolClass }: { readonly id: string; readonly schoolClass: PlannedClass }) => {
  const { t } = useTranslation('signing')
  return (
    <tr id={id}>
      <td />
      <td colSpan={5}>
        <ul className={classes['reasons']} lang="vi">
          {schoolClass.blocked.map(({ reason, students }) => (
            <li key={reason}>
              <b>{reason}</b> ({students.length}):{' '}
              {students
                .slice(0, mostNames)
                .map(({ fullName }) => fullName)
                .join(', ')}
              {students.length > mostNames &&
                ` ${t('classes.others', { count: students.length - mostNames })}`}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
