import type { Cell, WriteSheet } from 'hucre/xlsx'
import { schoolFields } from '../layout/school.ts'
import { sheetTitles } from '../layout/sheet-names.ts'
import type { AnyColumn } from '../table/column.ts'
import { captionStyle, bodyStyle, headerStyle, titleStyle } from './style.ts'
import { cellOf, type RowValues } from './table-plan.ts'

const firstLine = 2

/** Trang 'Trường': captions in column A, values in column B, what to write there in column C. */
export const schoolSheet = (values: RowValues): WriteSheet => {
  const fields: [string, AnyColumn][] = Object.entries(schoolFields)
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { value: 'THÔNG TIN NHÀ TRƯỜNG', style: titleStyle }],
    ['1,0', { value: 'Ghi vào cột B. Tiêu đề nền cam là mục bắt buộc.', style: captionStyle }],
  ])
  fields.forEach(([key, field], at) => {
    const row = firstLine + at
    cells.set(`${row},0`, {
      value: field.caption,
      style: { ...headerStyle(field.required), alignment: { vertical: 'center', wrapText: true } },
    })
    cells.set(`${row},1`, {
      value: cellOf(field, values[key]),
      style: bodyStyle({ asText: true, width: 60 }),
    })
    if (field.hint !== undefined) cells.set(`${row},2`, { value: field.hint, style: captionStyle })
  })
  return {
    name: sheetTitles.school,
    columns: [{ width: 40 }, { width: 60 }, { width: 70 }],
    rows: [],
    cells,
    freezePane: { rows: firstLine, columns: 1 },
    dataValidations: fields.flatMap(([, field], at) =>
      Array.isArray(field.list)
        ? [
            {
              type: 'list' as const,
              range: `B${firstLine + at + 1}`,
              values: [...(field.list as string[])],
              allowBlank: true,
            },
          ]
        : [],
    ),
    view: { tabColor: { rgb: 'C55A11' } },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}
