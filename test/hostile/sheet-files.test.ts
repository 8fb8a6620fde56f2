import { beforeAll, describe, expect, it } from 'vitest'
import { openXlsx, readXlsx, saveXlsx, writeXlsx, type Cell } from 'hucre/xlsx'
import { readSheetFile, writeSheetFile, type FileSheet } from '../../src/adapters/workbook/index.ts'
import { columnsOf } from '../../src/gradebook/index.ts'
import { edit, unzip, zip } from './package.ts'

const pupils = [
  ['0112345601', 'Đặng Ánh Dương', '2014-09-05'],
  ['0112345602', 'Ngần Thị Ưu', '2014-03-11'],
  ['0112345603', 'Hà Minh Khuê', '2014-12-30'],
] as const

const sheet: FileSheet = {
  schoolCode: '0079000123',
  schoolYear: '2026-2027',
  level: 'lower-secondary',
  classId: '6A1',
  className: '6A1',
  grade: 6,
  sheet: 'TOAN',
  title: 'Toán',
  columns: columnsOf({ sheet: 'TOAN', schoolYear: '2026-2027', grade: 6, periodsPerYear: 140 }),
  students: pupils.map(([studentCode, fullName, birthDate]) => ({
    studentCode,
    fullName,
    birthDate,
    isExempt: false,
  })),
  cells: [
    {
      studentCode: '0112345601',
      path: 'terms.1.regularMarks.0',
      value: '7',
      version: 3,
      lockedBecause: null,
    },
  ],
}

let exported: Uint8Array

beforeAll(async () => {
  exported = await writeSheetFile(sheet)
})

type Value = Cell['value']

/** The exported file with some of its cells written over: row and column from zero, E5 is [4, 4]. */
const withCells = async (
  changes: readonly (readonly [row: number, column: number, value: Value])[],
  more: (opened: Awaited<ReturnType<typeof openXlsx>>) => void = () => undefined,
): Promise<Uint8Array> => {
  const workbook = await openXlsx(exported, { readStyles: true })
  const [visible] = workbook.sheets
  if (visible === undefined) throw new Error('the file has no sheet')
  for (const [row, column, value] of changes) {
    const cells = (visible.rows[row] ??= [])
    cells[column] = value
    const known = visible.cells?.get(`${row},${column}`)
    if (known !== undefined)
      visible.cells?.set(`${row},${column}`, {
        ...known,
        value,
        type: typeof value === 'number' ? 'number' : 'string',
      })
  }
  more(workbook)
  return saveXlsx(workbook)
}

const refusedIn = async (file: Uint8Array) => {
  const reading = await readSheetFile(file, sheet)
  return {
    ...reading,
    refused: reading.rows.flatMap(({ cells }) => cells.filter(({ outcome }) => outcome === 'refused')),
  }
}

describe('a hostile cell of a sheet file is refused by its name, and the others are read', () => {
  it.each([
    ['85', 85, /dấu phẩy/],
    ['8,55', '8,55', /một chữ số thập phân/],
    ['-1', -1, /0 đến 10/],
    ['1e1', '1e1', /./],
    ['text that looks like a formula', '=1+1', /./],
  ])('%s', async (_what, value, message) => {
    const { refused, counts } = await refusedIn(
      await withCells([
        [5, 4, value],
        [6, 4, 9],
      ]),
    )
    expect(refused).toMatchObject([{ at: 'E6', path: 'terms.1.regularMarks.0', value: null }])
    expect(refused[0]?.message).toMatch(message)
    expect(counts).toMatchObject({ new: 1, refused: 1 })
  })

  it('a formula, whatever its result', async () => {
    const file = zip(
      edit(unzip(exported), 'xl/worksheets/sheet1.xml', (text) =>
        text.replace(/<c r="E5"[^>]*>.*?<\/c>/s, '<c r="E5"><f>4+4</f><v>8</v></c>'),
      ),
    )
    const { refused } = await refusedIn(file)
    expect(refused).toMatchObject([{ at: 'E5', typed: '=4+4' }])
    expect(refused[0]?.message).toMatch(/công thức/)
  })

  it('merged cells, of which nobody knows whose mark it is', async () => {
    const file = await withCells([[4, 5, 8]], ({ sheets }) => {
      const [visible] = sheets
      if (visible !== undefined)
        visible.merges = [...(visible.merges ?? []), { startRow: 4, startCol: 5, endRow: 6, endCol: 5 }]
    })
    const { refused } = await refusedIn(file)
    expect(refused).toMatchObject([{ at: 'F5' }])
    expect(refused[0]?.message).toContain('F5:F7')
  })
})

describe('a row that is nobody’s', () => {
  it('two rows of one pupil are both left out', async () => {
    const { unmatched } = await refusedIn(
      await withCells([
        [5, 1, '0112345601'],
        [5, 2, 'Đặng Ánh Dương'],
        [5, 3, '05/09/2014'],
      ]),
    )
    expect(unmatched.map(({ row }) => row)).toEqual([5, 6])
    expect(unmatched[0]?.message).toMatch(/hai dòng/)
  })

  it('a pupil of another class', async () => {
    const { unmatched } = await refusedIn(
      await withCells([
        [6, 1, '0112349999'],
        [6, 2, 'Lù Thị Xa'],
        [6, 4, 9],
      ]),
    )
    expect(unmatched).toMatchObject([{ row: 7, message: 'Lớp không có học sinh mang mã 0112349999.' }])
  })
})

describe('the file comes back with what was refused', () => {
  it('coloured and explained, everything else as it was', async () => {
    const { markedFile } = await refusedIn(await withCells([[5, 4, 85]]))
    if (markedFile === null) throw new Error('nothing came back')
    const { sheets } = await readXlsx(markedFile, { readStyles: true })
    const cell = sheets[0]?.cells?.get('5,4')
    expect(cell).toMatchObject({ value: 85, style: { fill: { fgColor: { rgb: 'FFC7CE' } } } })
    expect(cell?.comment?.text).toMatch(/dấu phẩy/)
    expect(sheets[0]?.rows[4]?.[2]).toBe('Đặng Ánh Dương')
    expect(sheets[0]?.merges?.length).toBeGreaterThan(3)
    // It may be corrected and sent again.
    expect((await refusedIn(markedFile)).refused).toMatchObject([{ at: 'E6' }])
  })
})

describe('a file that is refused as a whole', () => {
  const refusal = async (file: Uint8Array): Promise<string> => {
    try {
      await readSheetFile(file, sheet)
    } catch (error) {
      expect(error).toMatchObject({ code: 'workbook-not-accepted' })
      return error instanceof Error ? error.message : ''
    }
    throw new Error('the hostile file was accepted')
  }

  it('one with macros', async () => {
    const parts = new Map([...unzip(exported), ['xl/vbaProject.bin', Buffer.from('x')] as const])
    expect(await refusal(zip(parts))).toMatch(/macro/)
  })

  it('one that unpacks to far more than it is', async () => {
    const bomb = new Map([
      ...unzip(exported),
      ['xl/worksheets/sheet9.xml', Buffer.alloc(120 * 1024 * 1024, 0x20)] as const,
    ])
    expect(await refusal(zip(bomb))).toMatch(/Không nhận tệp/)
  })

  it('one of another sheet', async () => {
    const other = await writeSheetFile({ ...sheet, classId: '6A2', className: '6A2' })
    expect(await refusal(other)).toContain('6A2')
  })

  it('one without a header that can be recognised', async () => {
    const file = await writeXlsx({
      sheets: [
        {
          name: 'Tờ 1',
          rows: [
            ['a', 'b'],
            [1, 2],
          ],
        },
      ],
    })
    expect(await refusal(file)).toMatch(/không nhận ra dòng tiêu đề/)
  })

  it('one exported from another system that does not say which term it is of', async () => {
    const rows = [
      ['STT', 'Mã định danh Bộ GD&ĐT', 'Họ và tên', 'ĐĐGtx1', 'ĐĐGgk', 'Nhận xét'],
      [1, '0112345601', 'Đặng Ánh Dương', null, 8, 'Tốt'],
    ]
    const file = await writeXlsx({ sheets: [{ name: 'Toán', rows }] })
    expect(await refusal(file)).toMatch(/học kì/)
  })
})

describe('a file of somebody’s own', () => {
  it('exported from CSDL ngành is read by its own captions, codes without their zeros too', async () => {
    const rows = [
      ['STT', 'Mã định danh Bộ GD&ĐT', 'Họ và tên', 'ĐĐGtx1', 'ĐĐGgk', 'ĐĐGck'],
      [1, 112345601, 'Đặng Ánh Dương', 8.299999999999999, 8, null],
    ]
    const file = await writeXlsx({ sheets: [{ name: '6A1 - Toán - HK1', rows }] })
    const { rows: read, counts } = await readSheetFile(file, sheet)
    expect(counts).toMatchObject({ new: 1, changed: 1, refused: 0, unmatched: 0 })
    expect(read[0]?.cells).toMatchObject([
      { path: 'terms.1.regularMarks.0', value: '8.3', current: '7', currentVersion: 3, at: 'D2' },
      { path: 'terms.1.midtermMark', value: '8', current: null, at: 'E2' },
    ])
  })
})
