import { describe, expect, it } from 'vitest'
import type { MarkedSubject, SchoolYearRecords } from '../../records/index.ts'
import { formatProblem, readWorkbook, writeTemplate, type WorkbookNote } from './index.ts'
import { rebuild, set, sheetOf, type Drafts } from './testing/rebuild.ts'
import { smallSchool } from './testing/small-school.ts'

const marks = 'Điểm 6A1'

const read = async (
  bytes: Uint8Array,
): Promise<{ records: SchoolYearRecords; notes: readonly WorkbookNote[] }> => {
  const reading = await readWorkbook(bytes, { fileName: 'so.xlsx' })
  if (!reading.ok) throw new Error(reading.problems.map(formatProblem).join('\n'))
  return reading
}

const readChanged = async (change: (drafts: Drafts) => void, dateSystem?: '1904') =>
  read(await rebuild(smallSchool, change, dateSystem))

const literature = (records: SchoolYearRecords): MarkedSubject =>
  records.students[0]?.subjects[0] as MarkedSubject
const firstProfile = (records: SchoolYearRecords) => records.students[0]?.profile

describe('a mark is kept as it was typed', () => {
  it.each([
    ['8,5', '8.5'],
    ['8.5', '8.5'],
    [8.5, '8.5'],
    ['8,0', '8.0'],
    ['8', '8'],
    [8, '8'],
    [0, '0'],
    ['10', '10'],
    ['10,0', '10.0'],
    [8.3000000000000007, '8.3'],
    [' 8,5\u00a0', '8.5'],
    ['v', 'absent'],
    ['Vắng', 'absent'],
  ])('%j is read as %s', async (typed, expected) => {
    const { records } = await readChanged((drafts) => {
      set(drafts, marks, 'H6', typed)
    })
    expect(literature(records).terms[1]?.midtermMark).toBe(expected)
  })

  it('an empty cell is an absent key, never 0', async () => {
    const { records } = await readChanged((drafts) => {
      for (const cell of ['H6', 'I6', 'E6']) set(drafts, marks, cell, null)
    })
    expect(literature(records).terms[1]).toStrictEqual({ regularMarks: ['8', null, '9', '8'] })
  })

  it('a pupil marked M in any cell of a subject is exempt from it', async () => {
    const { records } = await readChanged((drafts) => {
      const row = sheetOf(drafts, marks).rows[5] ?? []
      for (let at = 3; at < 20; at += 1) row[at] = null
      set(drafts, marks, 'H6', 'Miễn')
    })
    expect(literature(records)).toStrictEqual({ kind: 'marked', subject: 'NGU_VAN', exempt: true, terms: {} })
  })
})

describe('dates', () => {
  it.each([
    ['05/09/2014', '2014-09-05'],
    ['5/9/2014', '2014-09-05'],
    ['5-9-2014', '2014-09-05'],
    ['2014-09-05', '2014-09-05'],
    ['09/2014', '2014-09'],
    ['2014', '2014'],
    [2014, '2014'],
    [new Date(Date.UTC(2014, 8, 5)), '2014-09-05'],
  ])('%j is read as %s', async (typed, expected) => {
    for (const dateSystem of [undefined, '1904'] as const) {
      const { records } = await readChanged((drafts) => {
        set(drafts, 'Học sinh', 'H4', typed)
      }, dateSystem)
      expect(firstProfile(records)?.birthDate).toBe(expected)
    }
  })
})

describe('codes that lost their leading zeros', () => {
  it.each([
    ['C4', 1214000001, 'citizenId', '001214000001', 10],
    ['C4', 79214000001, 'citizenId', '079214000001', 11],
    ['C4', '79214000001.0', 'citizenId', '079214000001', 11],
    ['B4', 112345601, 'studentCode', '0112345601', 9],
  ] as const)(
    '%s = %j is restored because its length is certain, and noted',
    async (cell, typed, key, expected, digits) => {
      const { records, notes } = await readChanged((drafts) => {
        set(drafts, 'Học sinh', cell, typed)
      })
      expect(firstProfile(records)?.[key]).toBe(expected)
      expect(notes).toEqual([expect.objectContaining({ sheet: 'Học sinh', cell, count: 1 })])
      expect(notes[0]?.message).toContain(`chỉ còn ${digits} chữ số`)
    },
  )

  it('a code kept in full as a number is simply read', async () => {
    const { records, notes } = await readChanged((drafts) => {
      set(drafts, 'Học sinh', 'C4', 201214000001)
    })
    expect(firstProfile(records)?.citizenId).toBe('201214000001')
    expect(notes).toEqual([])
  })
})

describe('what a school does to a workbook', () => {
  it('decomposed Vietnamese (NFD), in names, captions and tabs, is read as composed', async () => {
    const { records } = await readChanged((drafts) => {
      for (const draft of drafts.values()) {
        draft.name = draft.name.normalize('NFD')
        draft.rows = draft.rows.map((row) =>
          row.map((value) => (typeof value === 'string' ? value.normalize('NFD') : value)),
        )
      }
    })
    expect(records).toStrictEqual(smallSchool)
  })

  it('stray, doubled and non-breaking spaces do not matter', async () => {
    const { records } = await readChanged((drafts) => {
      for (const draft of drafts.values())
        draft.rows = draft.rows.map((row) =>
          row.map((value) =>
            typeof value === 'string' ? `\u00a0${value.replaceAll(' ', ' \u00a0 ')}  ` : value,
          ),
        )
    })
    expect(records).toStrictEqual(smallSchool)
  })

  it('captions without accents, in capitals or with other signs are understood', async () => {
    const { records } = await readChanged((drafts) => {
      set(drafts, 'Học sinh', 'G3', 'GIOI TINH')
      set(drafts, 'Học sinh', 'L3', 'nơi-sinh:')
      set(drafts, marks, 'D4', 'HỌC KỲ 1')
      set(drafts, marks, 'D3', 'Ngữ Văn')
      set(drafts, 'Trường', 'A3', 'NAM HOC')
    })
    expect(records).toStrictEqual(smallSchool)
  })

  it('values of closed lists may be typed without accents, but not with wrong ones', async () => {
    const { records } = await readChanged((drafts) => {
      set(drafts, 'Học sinh', 'G4', 'NU')
      set(drafts, 'Tổng hợp 6A1', 'F4', 'tot')
    })
    expect(records).toStrictEqual(smallSchool)
  })

  it('rows above the header, merged titles and another order of columns do not matter', async () => {
    const { records } = await readChanged((drafts) => {
      const draft = sheetOf(drafts, 'Học sinh')
      draft.rows = [
        ['SỞ GIÁO DỤC'],
        ['TRƯỜNG THCS ĐỒNG VỌNG'],
        [],
        ...draft.rows.map((row) => [...row].reverse()),
      ]
      draft.merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 8 }]
    })
    expect(records).toStrictEqual(smallSchool)
  })

  it('a class sheet whose header lost its merged cells is understood', async () => {
    const { records } = await readChanged((drafts) => {
      delete sheetOf(drafts, marks).merges
    })
    expect(records).toStrictEqual(smallSchool)
  })

  it('further columns are noted and left aside', async () => {
    const { records, notes } = await readChanged((drafts) => {
      set(drafts, 'Học sinh', 'AB3', 'Cân nặng lúc sinh')
      set(drafts, 'Học sinh', 'AB4', 3.2)
      set(drafts, marks, 'AI5', 'Ghi chú')
    })
    expect(records).toStrictEqual(smallSchool)
    expect(notes.map(({ sheet, cell, message }) => [sheet, cell, message])).toEqual([
      ['Học sinh', 'AB3', "cột 'Cân nặng lúc sinh' không dùng đến, không đọc"],
      [marks, 'AI5', "cột 'Ghi chú' không dùng đến, không đọc"],
    ])
  })

  it('hidden columns, rows and sheets are read, and noted', async () => {
    const { records, notes } = await readChanged((drafts) => {
      sheetOf(drafts, 'Phân công').hidden = true
      sheetOf(drafts, marks).columns = [{}, {}, {}, {}, { hidden: true }]
      sheetOf(drafts, marks).rowDefs = new Map([[6, { hidden: true }]])
      sheetOf(drafts, 'Học sinh').columns = [{}, {}, {}, {}, {}, {}, { hidden: true }]
    })
    expect(records).toStrictEqual(smallSchool)
    expect(notes.map(({ sheet, cell }) => `${sheet} ${cell}`)).toEqual([
      'Phân công ',
      'Học sinh G3',
      `${marks} E5`,
      `${marks} A7`,
    ])
  })

  it('several lines, or semicolons, in one cell are several items', async () => {
    const { records } = await readChanged((drafts) => {
      set(drafts, 'Tổng hợp 6A1', 'K4', 'Giấy khen của trường\nGiấy khen của xã')
      set(drafts, 'Tổng hợp 6A1', 'N4', 'Giải Nhì cấp xã; Giải Ba cấp tỉnh')
      set(drafts, 'Tổng hợp 6A1', 'M4', 'Tin học - Loại: Khá')
    })
    expect(records.students[0]?.homeroom).toMatchObject({
      commendations: ['Giấy khen của trường', 'Giấy khen của xã'],
      competitions: ['Giải Nhì cấp xã', 'Giải Ba cấp tỉnh'],
      certificates: [{ name: 'Tin học', grade: 'Khá' }],
    })
  })

  it('a pupil without a row in the sheet of the class is noted, not forgotten', async () => {
    const { records, notes } = await readChanged((drafts) => {
      sheetOf(drafts, marks).rows.splice(6, 1)
    })
    expect(records.students[1]?.subjects).toEqual([])
    expect(notes).toEqual([
      expect.objectContaining({ sheet: marks, message: expect.stringContaining('0112345602') as string }),
    ])
  })

  it('the empty sheets of classes that a school does not have are left aside', async () => {
    const template = await rebuildWithTemplateSheets()
    const { records, notes } = await read(template)
    expect(records).toStrictEqual(smallSchool)
    expect(notes.every(({ message }) => message.includes('trang trống'))).toBe(true)
    expect(notes).toHaveLength(2)
  })
})

/** A filled workbook that still has two empty class sheets of the template. */
const rebuildWithTemplateSheets = (): Promise<Uint8Array> =>
  rebuild(smallSchool, (drafts) => {
    for (const name of [marks, 'Tổng hợp 6A1']) {
      const sheet = sheetOf(drafts, name)
      const unused = name.replace('6A1', '9A1')
      const header = sheet.rows.findLastIndex((row) => row.includes('ĐĐGtx1') || row.includes('Mã học sinh'))
      const rows = sheet.rows
        .slice(0, header + 1)
        .map((row) => row.map((value) => (value === '6A1' ? '9A1' : value)))
      drafts.set(unused, { ...sheet, name: unused, rows: [...rows, [null, null], []] })
    }
  })

describe('the template', () => {
  it.each(['primary', 'lower-secondary', 'upper-secondary'] as const)(
    'of %s is understood as it is: only what is not yet filled in is missing',
    async (level) => {
      const reading = await readWorkbook(await writeTemplate(level), { fileName: 'mau.xlsx' })
      if (reading.ok) throw new Error('an empty template is no school year')
      expect(new Set(reading.problems.map(({ sheet }) => sheet))).toEqual(new Set(['Trường']))
      expect(reading.problems.every(({ message }) => message.startsWith("chưa ghi '"))).toBe(true)
    },
  )

  it('has the same bytes every time', async () => {
    const [first, second] = [await writeTemplate('primary'), await writeTemplate('primary')]
    expect(Buffer.from(first).equals(second)).toBe(true)
  })
})
