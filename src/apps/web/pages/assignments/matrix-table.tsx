import { Group, Text, UnstyledButton } from '@mantine/core'
import { useRef, useState, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { StaffPicker, type StaffLine } from '../../setting-up/index.ts'
import classes from './matrix.module.css'
import { LessonCell } from './lesson-cell.tsx'
import {
  assign,
  lessonKey,
  lessonsIn,
  paste,
  teacherOf,
  type Edits,
  type GradeMatrix,
  type Range,
} from './matrix.ts'
import { moved } from './moves.ts'

interface MatrixTableProps {
  readonly matrix: GradeMatrix
  readonly staff: readonly StaffLine[]
  readonly edits: Edits
  readonly mayWrite: boolean
  readonly onUndo: (() => void) | undefined
  readonly onEdit: (edits: Edits, message: string) => void
}

/** The lessons of a grade: pick cells, rows or columns, then say who teaches them; or copy and paste names. */
export const MatrixTable = (props: MatrixTableProps) => {
  const { matrix, staff, edits, mayWrite, onUndo, onEdit } = props
  const { t } = useTranslation('setup')
  const [range, setRange] = useState<Range>({ row: 0, column: 0, toRow: 0, toColumn: 0 })
  const [typed, setTyped] = useState('')
  const table = useRef<HTMLTableElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const names = new Map(staff.map((one) => [one.staffCode, one]))
  const present = staff.filter(({ hasLeft }) => !hasLeft)
  const picked = lessonsIn(matrix, range)
  const count = picked.flat().length
  const focusCell = ({ toRow, toColumn }: Range): void => {
    table.current?.querySelector<HTMLElement>(`[data-cell="${toRow}-${toColumn}"]`)?.focus()
  }
  const choose = (next: Range): void => {
    setRange(next)
    focusCell(next)
  }
  const give = (teacher: string | null): void => {
    const next = assign(edits, picked.flat(), teacher)
    const name = teacher === null ? undefined : names.get(teacher)?.fullName
    onEdit(
      next,
      name === undefined ? t('assignments.cleared', { count }) : t('assignments.given', { count, name }),
    )
    setTyped('')
    focusCell(range)
  }
  const openPicker = (letters: string): void => {
    setTyped(letters)
    picker.current?.focus()
    picker.current?.click()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // On a head Enter presses its button, which picks the row or the column.
    if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return
    const next = moved(range, event, matrix.subjects.length, matrix.classes.length)
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (next !== undefined) choose(next)
    else if (!mayWrite) return
    else if (event.key === 'Enter' || event.key === 'F2') openPicker('')
    else if (event.key === 'Delete' || event.key === 'Backspace') give(null)
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) onUndo?.()
    else if (isPlain && event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key)) openPicker(event.key)
    else return
    event.preventDefault()
  }
  const onCopy = (event: ClipboardEvent): void => {
    const rows = picked.map((row) =>
      row.map((lesson) => names.get(teacherOf(lesson, edits) ?? '')?.staffCode ?? '').join('\t'),
    )
    event.clipboardData.setData('text/plain', rows.join('\n'))
    event.preventDefault()
  }
  const onPaste = (event: ClipboardEvent): void => {
    if (!mayWrite) return
    const result = paste(matrix, edits, range, event.clipboardData.getData('text/plain'), present)
    const said = t('assignments.pasted', { count: result.placed })
    const unknown = result.unknown.slice(0, 3).join(', ')
    onEdit(result.edits, unknown === '' ? said : `${said} ${t('assignments.unknown', { names: unknown })}`)
    event.preventDefault()
  }
  const click = (event: MouseEvent, row: number, column: number): void => {
    choose(
      event.shiftKey
        ? { ...range, toRow: row, toColumn: column }
        : { row, column, toRow: row, toColumn: column },
    )
  }
  const lastRow = matrix.subjects.length - 1
  const lastColumn = matrix.classes.length - 1
  const label = t('assignments.tableOf', { grade: matrix.grade })
  return (
    <>
      {mayWrite && (
        <Group gap="sm" mb="xs" align="flex-end">
          <StaffPicker
            ref={picker}
            label={t('assignments.pick', { count })}
            staff={present}
            value={null}
            searchValue={typed}
            onSearchChange={setTyped}
            onChange={(code) => {
              if (code !== null) give(code)
            }}
            w={340}
            maw="100%"
          />
          <Text size="sm" c="dimmed" flex={1} miw={240}>
            {t('assignments.hint')}
          </Text>
        </Group>
      )}
      <div className="scroll-box">
        <table
          ref={table}
          role="grid"
          aria-label={label}
          aria-multiselectable
          className={classes['matrix']}
          onKeyDown={onKeyDown}
          onCopy={onCopy}
          onPaste={onPaste}
        >
          <thead>
            <tr>
              <th scope="col" className={classes['corner']}>
                {t('plan.subject')}
              </th>
              {matrix.classes.map(({ classId, name }, column) => (
                <th key={classId} scope="col">
                  <UnstyledButton
                    className={classes['pick']}
                    aria-label={t('assignments.pickColumn', { name })}
                    onClick={() => {
                      choose({ row: 0, column, toRow: lastRow, toColumn: column })
                    }}
                  >
                    {name}
                  </UnstyledButton>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.subjects.map(({ code, name }, row) => (
              <tr key={code}>
                <th scope="row" className={classes['corner']}>
                  <UnstyledButton
                    className={classes['pick']}
                    aria-label={t('assignments.pickRow', { name })}
                    onClick={() => {
                      choose({ row, column: 0, toRow: row, toColumn: lastColumn })
                    }}
                  >
                    {name}
                  </UnstyledButton>
                </th>
                {matrix.classes.map(({ classId }, column) => {
                  const lesson = matrix.lessons.get(lessonKey(classId, code))
                  return lesson === undefined ? (
                    <td key={classId} />
                  ) : (
                    <LessonCell
                      key={classId}
                      lesson={lesson}
                      teacher={names.get(teacherOf(lesson, edits) ?? '')}
                      isChanged={edits.has(lessonKey(classId, code))}
                      at={`${row}-${column}`}
                      isActive={range.toRow === row && range.toColumn === column}
                      isPicked={isIn(range, row, column)}
                      onClick={(event) => {
                        click(event, row, column)
                      }}
                      onOpen={() => {
                        if (mayWrite) openPicker('')
                      }}
                    />
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const isIn = ({ row, column, toRow, toColumn }: Range, y: number, x: number): boolean =>
  y >= Math.min(row, toRow) &&
  y <= Math.max(row, toRow) &&
  x >= Math.min(column, toColumn) &&
  x <= Math.max(column, toColumn)
