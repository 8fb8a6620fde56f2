import { Anchor, Modal, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageLink, useSchool } from '../../parts/index.ts'
import type { YearProgress } from './index.tsx'
import classes from './progress.module.css'

type Sheet = YearProgress['sheets'][number]

interface NumberOfSheetsProps {
  readonly name: string
  readonly sheets: readonly Sheet[]
  readonly children: ReactNode
}

/** A number that opens the list of the sheets it counts. */
export const NumberOfSheets = ({ name, sheets, children }: NumberOfSheetsProps) => {
  const { t } = useTranslation('progress')
  const { path } = useSchool()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Anchor
        component="button"
        type="button"
        className="numbers"
        onClick={() => {
          setOpen(true)
        }}
      >
        {children}
      </Anchor>
      <Modal
        opened={isOpen}
        onClose={() => {
          setOpen(false)
        }}
        title={t('sheetsOf', { name })}
        size="lg"
      >
        <ul className={classes['sheets']}>
          {sheets.map(({ classId, className, sheet, title, filled, needed, isConfirmed }) => (
            <li key={`${classId}/${sheet}`}>
              <PageLink to={path(`lop/${encodeURIComponent(classId)}/so/${sheet}`)}>
                {className} · {title}
              </PageLink>{' '}
              <Text span size="sm" c="dimmed" className="numbers">
                {t('of', { done: filled, all: needed })} {isConfirmed && '✓'}
              </Text>
            </li>
          ))}
        </ul>
      </Modal>
    </>
  )
}
