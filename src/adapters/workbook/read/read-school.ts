import type { School } from '../../../records/index.ts'
import type { SchoolYear } from '../../../shared/school-year.ts'
import { placeOf, wholeSheet, type Findings, type Place } from '../findings.ts'
import { isBlank, valueAt, type Grid } from '../grid.ts'
import { schoolFields } from '../layout/school.ts'
import { present } from '../present.ts'
import { isCaptionOf, readCell, type AnyColumn, type RowOf } from '../table/column.ts'
import { captionsOf, headerRows } from '../table/read-table.ts'

/** The school as its sheet names it, and where its approver stands. */
export interface SchoolReading {
  readonly school: School
  readonly schoolYear: SchoolYear
  readonly approverAt: Place
}

type Values = RowOf<typeof schoolFields>

/** Reads trang 'Trường': a caption and, in the next filled cell to its right, the value. */
export const readSchool = (grid: Grid, findings: Findings): SchoolReading | undefined => {
  const places = new Map<string, { readonly row: number; readonly column: number }>()
  for (let row = 0; row < Math.min(headerRows, grid.rows.length); row += 1)
    findCaptions(grid, row, places, findings)
  const values: Record<string, unknown> = {}
  let isWhole = true
  for (const [key, field] of Object.entries(schoolFields)) {
    const value = readField(grid, field, places.get(key), findings)
    if (value !== undefined) values[key] = value
    else if (field.required) isWhole = false
  }
  const at = places.get('approver')
  return isWhole
    ? toReading(
        values as Values,
        at ? placeOf(grid, at.row, at.column) : wholeSheet(grid.name),
        grid,
        findings,
      )
    : undefined
}

const findCaptions = (
  grid: Grid,
  row: number,
  places: Map<string, { row: number; column: number }>,
  findings: Findings,
): void => {
  captionsOf(grid, row).forEach((caption, column) => {
    const found = Object.entries<AnyColumn>(schoolFields).find(
      ([, field]) => caption !== '' && isCaptionOf(field, caption),
    )
    if (!found) return
    if (places.has(found[0]))
      findings.problem(
        placeOf(grid, row, column),
        valueAt(grid, row, column),
        'mục này ghi hai lần',
        'xóa bớt một dòng',
      )
    else places.set(found[0], { row, column: column + 1 })
  })
}

const readField = (
  grid: Grid,
  field: AnyColumn,
  at: { readonly row: number; readonly column: number } | undefined,
  findings: Findings,
): unknown => {
  if (at === undefined) {
    if (field.required)
      findings.problem(
        wholeSheet(grid.name),
        '',
        `thiếu mục '${field.caption}'`,
        `thêm một dòng '${field.caption}' và giá trị ở cột bên phải`,
      )
    return undefined
  }
  if (field.required && isBlank(valueAt(grid, at.row, at.column)))
    findings.problem(placeOf(grid, at.row, at.column), '', `chưa ghi '${field.caption}'`, 'điền vào ô này')
  return readCell<unknown>(grid, at.row, at.column, field, findings)
}

const toReading = (values: Values, approverAt: Place, grid: Grid, findings: Findings): SchoolReading => {
  const { onBehalfDecision: decisionNumber, onBehalfReason: reason } = values
  if ((decisionNumber === undefined) !== (reason === undefined))
    findings.problem(
      wholeSheet(grid.name),
      '',
      'ký thay phải có cả số quyết định và lí do',
      'điền nốt mục còn thiếu',
    )
  const { districtCode, districtName } = values
  if ((districtCode === undefined) !== (districtName === undefined))
    findings.problem(
      wholeSheet(grid.name),
      '',
      'huyện phải có cả mã và tên',
      'điền nốt mục còn thiếu, hoặc bỏ cả hai',
    )
  const school: School = {
    code: values.code,
    name: values.name,
    level: values.level,
    ward: { code: values.wardCode, name: values.wardName },
    province: { code: values.provinceCode, name: values.provinceName },
    signingPlace: values.signingPlace,
    approver: {
      staffCode: values.approver,
      ...(decisionNumber !== undefined && reason !== undefined
        ? { onBehalf: { decisionNumber, reason } }
        : {}),
    },
    ...present({ article9_3: values.article9_3 }),
    ...(districtCode !== undefined && districtName !== undefined
      ? { district: { code: districtCode, name: districtName } }
      : {}),
  }
  return { school, schoolYear: values.schoolYear, approverAt }
}
