import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffLine } from '../../setting-up/index.ts'
import classes from './matrix.module.css'
import type { Lesson } from './matrix.ts'

interface LessonCellProps {
  readonly lesson: Lesson
  readonly teacher: StaffLine | undefined
  readonly isChanged: boolean
  readonly at: string
  readonly isActive: boolean
  readonly isPicked: boolean
  readonly onClick: (event: MouseEvent) => void
  readonly onOpen: () => void
}

/** One lesson: who teaches it, and whether that is missing, new or somebody who has left. */
export const LessonCell = (props: LessonCellProps) => {
  const { lesson, teacher, isChanged, at, isActive, isPicked, onClick, onOpen } = props
  const { t } = useTranslation('setup')
  const isMissing = teacher === undefined && lesson.isNeeded
  const hasLeft = teacher?.hasLeft === true
  const look = [
    isMissing || hasLeft ? classes['missing'] : '',
    isChanged ? classes['changed'] : '',
    isPicked ? classes['picked'] : '',
  ]
  return (
    <td
      role="gridcell"
      data-cell={at}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isPicked}
      className={look.join(' ')}
      onClick={onClick}
      onDoubleClick={onOpen}
    >
      {teacher?.fullName ?? (isMissing ? t('assignments.nobody') : '–')}
      {hasLeft && <small>{t('assignments.hasLeft')}</small>}
      {lesson.others.length > 0 && <small>{t('assignments.others', { count: lesson.others.length })}</small>}
      {isChanged && <small>{t('assignments.unsaved')}</small>}
    </td>
  )
}
