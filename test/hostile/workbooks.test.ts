import { beforeAll, describe, expect, it } from 'vitest'
import {
  formatProblem,
  readWorkbook,
  writeWorkbook,
  type WorkbookProblem,
} from '../../src/adapters/workbook/index.ts'
import { edit, partOf, put, rename, unzip, withoutSheet, zip, type Parts } from './package.ts'
import { badCells } from './bad-cells.ts'
import { smallSchool } from '../../src/adapters/workbook/testing/small-school.ts'

let parts: Parts

beforeAll(async () => {
  parts = unzip(await writeWorkbook(smallSchool))
})

const marks = 'Điểm 6A1'
const summary = 'Tổng hợp 6A1'

/** The problems of a workbook that must be refused; each says where, what and what to do. */
const refuse = async (changed: Parts): Promise<readonly WorkbookProblem[]> => {
  const bytes = zip(changed)
  const reading = await readWorkbook(bytes, { fileName: 'so-diem.xlsx' })
  if (reading.ok) throw new Error('the hostile workbook was accepted')
  for (const problem of reading.problems) {
    expect(problem.sheet).not.toBe('')
    expect(problem.message).not.toBe('')
    expect(problem.remedy).not.toBe('')
    expect(formatProblem(problem)).not.toContain('\n')
  }
  return reading.problems
}

describe('a bad cell is refused with its sheet, cell, value and remedy', () => {
  it.each(badCells)('$what ($sheet $cell)', async (hostile) => {
    const problems = await refuse(put(parts, hostile.sheet, hostile.cell, hostile.put))
    const problem = problems.find(({ sheet, cell }) => sheet === hostile.sheet && cell === hostile.cell)
    expect(problem).toMatchObject({ value: hostile.value })
    expect(problem?.message).toMatch(hostile.message)
    expect(problem?.remedy).toMatch(hostile.remedy)
  })

  it('all problems of a file are told, the first two hundred in full', async () => {
    const spoiled = edit(parts, partOf(parts, marks), (text) =>
      text
        .replace(/<row r="6">.*?<\/row>/s, () =>
          Array.from(
            { length: 300 },
            (_, at) => `<row r="${at + 6}"><c r="B${at + 6}" t="inlineStr"><is><t>sai</t></is></c></row>`,
          ).join(''),
        )
        .replace(/<row r="7" .*?<\/row>/s, ''),
    )
    const moved = edit(spoiled, partOf(parts, marks), (text) =>
      text.replace(/(<row r="305">.*?<\/row>)<row r="7">.*?<\/row>/s, '$1'),
    )
    const reading = await readWorkbook(zip(moved), { fileName: 'so.xlsx' })
    if (reading.ok) throw new Error('accepted')
    expect(reading.problems).toHaveLength(200)
    expect(reading.problemCount).toBe(300)
  })
})

describe('a workbook that lacks something', () => {
  it.each(['Trường', 'Cán bộ', 'Lớp', 'Phân công', 'Học sinh', marks, summary])(
    'without its sheet %s',
    async (sheet) => {
      const problems = await refuse(withoutSheet(parts, sheet))
      expect(problems.map(({ message }) => message)).toContain(`thiếu trang '${sheet}'`)
    },
  )

  it('without its header row', async () => {
    const headless = edit(parts, partOf(parts, 'Cán bộ'), (text) => text.replace(/<row r="3".*?<\/row>/s, ''))
    const [problem] = await refuse(headless)
    expect(problem).toMatchObject({ sheet: 'Cán bộ' })
    expect(problem?.message).toMatch(/không thấy dòng tiêu đề/)
    expect(problem?.remedy).toMatch(/Mã cán bộ/)
  })

  it('without a required column', async () => {
    const [problem] = await refuse(put(parts, 'Học sinh', 'H3', 'Sinh nhật'))
    expect(problem?.message).toBe("thiếu cột 'Ngày sinh'")
    expect(problem?.remedy).toMatch(/dòng 3/)
  })

  it('with the captions of two columns swapped, whose values then do not fit', async () => {
    const swapped = put(put(parts, 'Học sinh', 'G3', 'Ngày sinh'), 'Học sinh', 'H3', 'Giới tính')
    const problems = await refuse(swapped)
    expect(problems.map(({ cell }) => cell)).toEqual(expect.arrayContaining(['G4', 'H4', 'G5', 'H5']))
  })

  it('with two columns of one caption', async () => {
    const [problem] = await refuse(put(parts, marks, 'E5', 'ĐĐGtx1'))
    expect(problem).toMatchObject({ sheet: marks, cell: 'E5', value: 'ĐĐGtx1' })
    expect(problem?.message).toMatch(/cùng một tiêu đề/)
  })

  it('with marks of a subject that nobody was assigned', async () => {
    const problems = await refuse(put(parts, 'Phân công', 'C4', 'Toán'))
    expect(problems[0]).toMatchObject({ sheet: marks, cell: 'D6', value: 'Ngữ văn' })
    expect(problems[0]?.remedy).toMatch(/Phân công/)
  })

  it('with marks under a subject that does not exist', async () => {
    const [problem] = await refuse(put(parts, marks, 'D3', 'Thiên văn'))
    expect(problem).toMatchObject({ sheet: marks, cell: 'D5' })
    expect(problem?.message).toMatch(/không rõ cột này của môn nào/)
  })

  it('with a sheet for a class that does not exist', async () => {
    const problems = await refuse(rename(put(parts, marks, 'B2', '6A9'), marks, 'Điểm 6A9'))
    expect(problems.map(({ sheet, message }) => [sheet, message])).toContainEqual([
      'Điểm 6A9',
      "không có lớp '6A9'",
    ])
  })

  it('with two sheets for one class', async () => {
    const twice = rename(put(parts, 'Điểm 6A2', 'B2', '6A1'), 'Điểm 6A2', 'Điểm 6A1 (2)')
    const problems = await refuse(twice)
    expect(problems.map(({ message }) => message)).toContain("lớp 6A1 đã có trang 'Điểm 6A1'")
  })

  it('with data in merged cells, which belongs to the first of them only', async () => {
    const merged = put(
      edit(parts, partOf(parts, marks), (text) =>
        text.replace('</mergeCells>', '<mergeCell ref="B6:B7"/></mergeCells>'),
      ),
      marks,
      'B7',
      null,
    )
    const [problem] = await refuse(merged)
    expect(problem).toMatchObject({ sheet: marks, cell: 'B7' })
    expect(problem?.message).toMatch(/chưa ghi mã học sinh/)
  })

  it('of another level than its subjects and grades', async () => {
    const problems = await refuse(put(parts, 'Trường', 'B4', 'Tiểu học'))
    expect(problems.map(({ sheet }) => sheet)).toEqual(expect.arrayContaining(['Lớp', 'Phân công']))
  })
})

describe('a workbook that only looks hostile', () => {
  it('a wrong declared range hides nothing', async () => {
    const lying = edit(parts, partOf(parts, marks), (text) =>
      text.replace(/<dimension ref="[^"]*"/, '<dimension ref="A1:B2"'),
    )
    const reading = await readWorkbook(zip(lying), { fileName: 'so.xlsx' })
    expect(reading.ok && reading.records).toStrictEqual(smallSchool)
  })

  it('a mark stored with the dust of binary fractions is the mark Excel shows', async () => {
    const dusty = put(parts, marks, 'H6', { content: '<v>8.3000000000000007</v>' })
    const reading = await readWorkbook(zip(dusty), { fileName: 'so.xlsx' })
    expect(reading.ok && reading.records.students[0]?.subjects[0]).toMatchObject({
      terms: { 1: { midtermMark: '8.3' } },
    })
  })

  it('text that looks like a formula stays text', async () => {
    const reading = await readWorkbook(zip(put(parts, marks, 'S6', '=HYPERLINK("http://x")')), {
      fileName: 'so.xlsx',
    })
    expect(reading.ok && reading.records.students[0]?.subjects[0]?.comment).toBe('=HYPERLINK("http://x")')
  })
})
