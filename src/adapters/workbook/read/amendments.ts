import type { MarkAmendment } from '../../../records/index.ts'
import type { EducationLevel } from '../../../shared/education-level.ts'
import type { Findings, Place } from '../findings.ts'
import type { Grid } from '../grid.ts'
import { amendedValue, amendmentColumns } from '../layout/amendments.ts'
import { without } from '../present.ts'
import { readTable } from '../table/read-table.ts'
import { findPupil, type Pupils } from './pupils.ts'

/** Reads trang 'Đính chính'. */
export const readAmendments = (
  grid: Grid,
  level: EducationLevel,
  pupils: Pupils,
  findings: Findings,
): readonly MarkAmendment[] =>
  readTable(grid, amendmentColumns(level), findings).flatMap(({ values, whole, place }) => {
    if (values.studentCode !== undefined)
      findPupil(
        pupils,
        values.studentCode,
        values.studentName,
        { code: place('studentCode'), name: place('studentName') },
        findings,
      )
    if (!whole) return []
    const { oldValue, newValue } = whole
    return [
      {
        ...without(whole, 'studentName', 'oldValue', 'newValue'),
        oldValue: corrected(whole.field, oldValue, place('oldValue'), findings),
        newValue: corrected(whole.field, newValue, place('newValue'), findings),
      },
    ]
  })

const corrected = (field: string, typed: string | undefined, at: Place, findings: Findings): string => {
  if (typed === undefined) return ''
  const parsed = amendedValue(field)(typed)
  if ('value' in parsed) return parsed.value
  findings.problem(at, typed, parsed.message, parsed.remedy)
  return ''
}
