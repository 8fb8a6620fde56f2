import { readXlsx, type Workbook } from 'hucre/xlsx'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { educationLevels } from '../../../shared/education-level.ts'
import { readDirectory } from '../package/directory.ts'
import { writeTemplate } from './write-template.ts'

describe.each(educationLevels)('the template of %s, as a spreadsheet program sees it', (level) => {
  let bytes: Uint8Array
  let workbook: Workbook
  beforeAll(async () => {
    bytes = await writeTemplate(level)
    workbook = await readXlsx(bytes, { readStyles: true })
  })

  const part = (name: string): string => {
    const directory = readDirectory(bytes)
    const entry = 'ok' in directory ? directory.ok.find((candidate) => candidate.name === name) : undefined
    if (!entry) throw new Error(`no part ${name}`)
    return inflateRawSync(bytes.subarray(entry.start, entry.start + entry.packedBytes)).toString()
  }

  it('has its sheets in the order in which they are filled in, and two for one class of every grade', () => {
    const names = workbook.sheets.map(({ name }) => name)
    expect(names.slice(0, 8)).toEqual([
      'Hướng dẫn',
      'Trường',
      'Cán bộ',
      'Lớp',
      'Phân công',
      'Học sinh',
      'Quá trình học tập',
      'Đính chính',
    ])
    expect(names.filter((name) => name.startsWith('Tổng hợp '))).toHaveLength(
      { primary: 5, 'lower-secondary': 4, 'upper-secondary': 3 }[level],
    )
    expect(names.at(-1)).toBe('Danh mục')
  })

  it('quotes the names of sheets wherever it refers to them', () => {
    const ranges = [...part('xl/workbook.xml').matchAll(/<definedName [^>]*>([^<]*)</g)].map(
      ([, range]) => range,
    )
    expect(ranges.length).toBeGreaterThan(8)
    for (const range of ranges) expect(range).toMatch(/^'[^']+'!\$3:\$[345]$/)
  })

  it('keeps to what Excel allows in drop-downs and messages', () => {
    const validations = workbook.sheets.flatMap(({ dataValidations }) => dataValidations ?? [])
    expect(validations.length).toBeGreaterThan(50)
    for (const { values, formula1, errorMessage, errorTitle } of validations) {
      expect((values ?? []).join(',').length).toBeLessThanOrEqual(255)
      expect((values ?? []).every((value) => !value.includes(','))).toBe(true)
      expect(formula1?.length ?? 0).toBeLessThanOrEqual(255)
      expect(errorMessage?.length ?? 0).toBeLessThanOrEqual(255)
      expect(errorTitle?.length ?? 0).toBeLessThanOrEqual(32)
    }
  })

  it('has no two merged ranges over one cell', () => {
    for (const { merges = [] } of workbook.sheets)
      for (const [at, one] of merges.entries())
        for (const other of merges.slice(at + 1))
          expect(
            one.endRow < other.startRow ||
              other.endRow < one.startRow ||
              one.endCol < other.startCol ||
              other.endCol < one.startCol,
          ).toBe(true)
  })

  it('freezes the header, explains captions, and keeps codes as text', () => {
    const students = workbook.sheets.find(({ name }) => name === 'Học sinh')
    expect(students?.freezePane?.rows).toBe(3)
    expect(students?.cells?.get('2,1')?.comment?.text).toMatch(/10 chữ số/)
    expect(students?.cells?.get('3,1')?.style?.numFmt).toBe('@')
    expect(students?.protection).toBeUndefined()
  })
})
