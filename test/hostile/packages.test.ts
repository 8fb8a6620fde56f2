import { beforeAll, describe, expect, it } from 'vitest'
import { readWorkbook, writeWorkbook, type WorkbookProblem } from '../../src/adapters/workbook/index.ts'
import { add, edit, partOf, put, unzip, zip, type Parts } from './package.ts'
import { smallSchool } from '../../src/adapters/workbook/testing/small-school.ts'

let parts: Parts
let file: Uint8Array

beforeAll(async () => {
  file = await writeWorkbook(smallSchool)
  parts = unzip(file)
})

/** The first problem of a file that must be refused as a whole; one that hangs ends at the test's time limit. */
const refuse = async (bytes: Uint8Array): Promise<WorkbookProblem> => {
  const reading = await readWorkbook(bytes, { fileName: 'so-diem.xlsx' })
  if (reading.ok) throw new Error('the hostile file was accepted')
  const [problem] = reading.problems
  if (!problem) throw new Error('refused without a problem')
  expect(problem.file).toBe('so-diem.xlsx')
  expect(problem.remedy).not.toBe('')
  return problem
}

const sheet = (cells: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells}</sheetData></worksheet>`

const marks = 'Điểm 6A1'
const big = Buffer.alloc(200 * 1024 * 1024, ' ')

describe('a file that is no .xlsx workbook', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), /rỗng/],
    ['an .xls file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), /\.xls/],
    [
      'an encrypted workbook',
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(64),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      /mật khẩu/,
    ],
    ['a .csv file', Buffer.from('Mã học sinh,Họ và tên\n0112345601,Đặng Ánh Dương\n'), /\.csv/],
    ['a web page called .xls', Buffer.from('<html><table><tr><td>8,5</td></tr></table></html>'), /trang web/],
    ['a PDF', Buffer.from('%PDF-1.7\n'), /PDF/],
    ['random bytes', Buffer.from('0001020304', 'hex'), /không phải là bảng tính/],
  ])('%s is refused with how to save it', async (_name, bytes, message) => {
    const problem = await refuse(bytes)
    expect(problem.message).toMatch(message)
    expect(problem.remedy).toMatch(/lưu.*\.xlsx/)
  })

  it('an .ods file is refused with how to save it', async () => {
    const ods = zip(new Map([['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')]]))
    const stored = Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      Buffer.alloc(26),
      Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
      ods,
    ])
    const problem = await refuse(stored)
    expect(problem.message).toContain('.ods')
    expect(problem.remedy).toContain('.xlsx')
  })

  it('any other ZIP file is refused', async () => {
    const problem = await refuse(zip(new Map([['thu.txt', Buffer.from('xin chào')]])))
    expect(problem.message).toMatch(/không phải là bảng tính/)
  })
})

describe('a package that lies or is damaged', () => {
  it('truncated anywhere, it is refused', async () => {
    for (const share of [0.2, 0.6, 0.95]) {
      const problem = await refuse(file.subarray(0, Math.floor(file.length * share)))
      expect(problem.message).toMatch(/hỏng|không khớp/)
    }
  })

  it('a zip bomb is refused before it is unpacked', async () => {
    const problem = await refuse(zip(new Map([...parts, ['xl/worksheets/sheet99.xml', big]])))
    expect(problem.message).toMatch(/giải nén ra quá lớn/)
  })

  it('a zip bomb that declares a small size is stopped at that size', async () => {
    const name = partOf(parts, marks)
    const bomb = new Map([...parts, [name, big]])
    const problem = await refuse(zip(bomb, { [name]: { declaredBytes: 5000 } }))
    expect(problem.message).toMatch(/không khớp với mục lục/)
    expect(problem.sheet).toBe(marks)
  })

  it('an entry smaller than declared is refused', async () => {
    const name = partOf(parts, marks)
    const problem = await refuse(zip(parts, { [name]: { declaredBytes: 900_000 } }))
    expect(problem.message).toMatch(/không khớp với mục lục/)
  })

  it('local and central headers that disagree are refused', async () => {
    const problem = await refuse(zip(parts, { 'xl/workbook.xml': { localBytes: 7 } }))
    expect(problem.message).toMatch(/mục lục/)
  })

  it('a wrong checksum is refused', async () => {
    const problem = await refuse(zip(parts, { 'xl/workbook.xml': { crc: 1 } }))
    expect(problem.message).toMatch(/không khớp/)
  })

  it('entries that share their bytes are refused', async () => {
    const twice = zip(
      new Map([['[Content_Types].xml', parts.get('[Content_Types].xml') ?? Buffer.alloc(0)], ...parts]),
    )
    const at = twice.lastIndexOf(Buffer.from('xl/workbook.xml'))
    const shared = Buffer.from(twice)
    shared.write('xl/worksheet.xm', at, 'latin1')
    expect((await refuse(shared)).message).toMatch(/mục lục/)
    const overlapping = zip(parts, { 'xl/styles.xml': { offset: 0 } })
    expect((await refuse(overlapping)).message).toMatch(/mục lục|chồng/)
  })

  it('bytes before the package, after it or a second directory are refused', async () => {
    expect((await refuse(Buffer.concat([file, Buffer.from('thêm')]))).message).toMatch(/hỏng/)
    expect((await refuse(Buffer.concat([zip(parts), zip(parts)]))).message).toMatch(/mục lục/)
  })

  it('names that climb out of the package, or are doubled, are refused', async () => {
    expect((await refuse(zip(add(parts, '../../ngoai.xml', '<a/>')))).message).toMatch(/tên không hợp lệ/)
    expect((await refuse(zip(add(parts, 'XL/workbook.xml', '<a/>')))).message).toMatch(/cùng tên/)
  })

  it('an encrypted entry, or another method, is refused', async () => {
    expect((await refuse(zip(parts, { 'xl/workbook.xml': { flags: 1 } }))).message).toMatch(/mã hóa/)
    expect((await refuse(zip(parts, { 'xl/workbook.xml': { method: 12 } }))).message).toMatch(/nén/)
  })

  it('thousands of entries are refused', async () => {
    const many = new Map(parts)
    for (let index = 0; index < 2000; index += 1) many.set(`xl/media/${index}.png`, Buffer.alloc(1))
    expect((await refuse(zip(many))).message).toMatch(/thành phần/)
  })
})

describe('a workbook that could run or fetch something', () => {
  it.each([
    ['a macro', 'xl/vbaProject.bin', /macro/],
    ['a link to another workbook', 'xl/externalLinks/externalLink1.xml', /liên kết/],
    ['a connection', 'xl/connections.xml', /nguồn bên ngoài/],
    ['an embedded object', 'xl/embeddings/oleObject1.bin', /đối tượng nhúng/],
    ['a binary workbook', 'xl/workbook.bin', /xlsb/],
  ])('%s is refused', async (_name, part, message) => {
    expect((await refuse(zip(add(parts, part, '<a/>')))).message).toMatch(message)
  })

  it('an outside target in any relationship is refused', async () => {
    const linked = edit(parts, 'xl/_rels/workbook.xml.rels', (text) =>
      text.replace(
        '</Relationships>',
        '<Relationship Id="rIdX" Type="http://x/image" Target="http://ngoai.vn/a" TargetMode="External"/></Relationships>',
      ),
    )
    expect((await refuse(zip(linked))).message).toMatch(/ra bên ngoài/)
  })

  it('a document type or an entity in any part is refused', async () => {
    const name = partOf(parts, marks)
    const withDoctype = edit(parts, name, (text) => text.replace('?>', '?><!DOCTYPE x [<!ENTITY a "8">]>'))
    expect((await refuse(zip(withDoctype))).message).toMatch(/DOCTYPE/)
    const withEntity = put(parts, marks, 'D6', { content: '<v>&mot;</v>' })
    expect((await refuse(zip(withEntity))).message).toMatch(/XML hỏng/)
  })
})

describe('any damage at all', () => {
  it('neither crashes the reader nor hangs it', async () => {
    const random = randomFrom(20260530)
    const name = partOf(parts, marks)
    const text = parts.get(name)?.toString('latin1') ?? ''
    const alphabet = '<>/"=&;0123456789rcvsft .AZ'
    for (let round = 0; round < 150; round += 1) {
      const spoiled = Buffer.from(file)
      spoiled[Math.floor(random() * spoiled.length)] = Math.floor(random() * 256)
      const at = Math.floor(random() * text.length)
      const letter = alphabet[Math.floor(random() * alphabet.length)] ?? ''
      const part = Buffer.from(text.slice(0, at) + letter + text.slice(at + 1), 'latin1')
      for (const bytes of [spoiled, zip(new Map([...parts, [name, part]]))]) {
        const reading = await readWorkbook(bytes, { fileName: 'so.xlsx' })
        expect(reading.ok || reading.problemCount > 0).toBe(true)
      }
    }
  })
})

/** Random numbers in [0, 1) that are the same on every run. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

describe('a sheet that is damaged or enormous', () => {
  const replaced = (cells: string): Buffer =>
    zip(new Map([...parts, [partOf(parts, marks), Buffer.from(sheet(cells))]]))

  it('markup that is cut off inside does not lose rows silently', async () => {
    const cut = edit(parts, partOf(parts, marks), (text) => text.slice(0, text.indexOf('<row r="7"')))
    const problem = await refuse(zip(cut))
    expect(problem).toMatchObject({ sheet: marks, message: 'tệp .xlsx có thành phần XML hỏng' })
  })

  it('bytes that are no UTF-8 are refused', async () => {
    const name = partOf(parts, marks)
    const bytes = Buffer.from(parts.get(name) ?? Buffer.alloc(0))
    bytes[bytes.indexOf('sheetData') - 2] = 0xff
    expect((await refuse(zip(new Map([...parts, [name, bytes]])))).message).toMatch(/UTF-8/)
  })

  it('a million rows are refused with what to delete', async () => {
    const rows = Array.from(
      { length: 70_000 },
      (_, at) => `<row r="${at * 14 + 1}"><c r="A${at * 14 + 1}"><v>1</v></c></row>`,
    )
    const problem = await refuse(replaced(rows.join('')))
    expect(problem).toMatchObject({ sheet: marks, cell: 'A60005' })
    expect(problem.remedy).toMatch(/dòng, cột trống/)
  })

  it('sixteen thousand columns are refused', async () => {
    const problem = await refuse(replaced('<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>'))
    expect(problem).toMatchObject({ sheet: marks, cell: 'XFD1' })
  })

  it('two far corners do not become a rectangle', async () => {
    const problem = await refuse(
      replaced('<row r="1"><c r="A1"><v>1</v></c></row><row r="50000"><c r="ALL50000"><v>1</v></c></row>'),
    )
    expect(problem.message).toMatch(/trải quá rộng/)
  })

  it('a cell that is there twice is refused instead of one of the two being taken', async () => {
    const doubled = edit(parts, partOf(parts, marks), (text) =>
      text.replace(/<c r="D6"/, '<c r="D6"><v>3</v></c><c r="D6"'),
    )
    expect(await refuse(zip(doubled))).toMatchObject({ sheet: marks, cell: 'D6' })
  })

  it('two values in one cell, or a text that is not there, are refused', async () => {
    expect(await refuse(zip(put(parts, marks, 'D6', { content: '<v>1</v><v>0</v>' })))).toMatchObject({
      cell: 'D6',
    })
    const problem = await refuse(zip(put(parts, marks, 'D6', { type: 's', content: '<v>99999</v>' })))
    expect(problem.message).toMatch(/thiếu nội dung chữ/)
  })

  it('elements nested thousands deep are refused', async () => {
    expect((await refuse(replaced('<a>'.repeat(5000) + '</a>'.repeat(5000)))).message).toMatch(/lồng nhau/)
  })

  it('an empty formula element is refused as a formula', async () => {
    const problem = await refuse(zip(put(parts, marks, 'D6', { content: '<f/><v>9</v>' })))
    expect(problem).toMatchObject({ sheet: marks, cell: 'D6' })
    expect(problem.message).toMatch(/công thức/)
  })
})
