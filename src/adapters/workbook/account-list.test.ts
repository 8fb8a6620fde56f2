import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readAccountList, writeAccountTemplate } from './account-list.ts'

const listOf = (...rows: (string | number | null)[][]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Danh sách', rows }] })

const header = ['STT', 'Họ và tên', 'Tên đăng nhập', 'Mã cán bộ', 'Quản trị']

describe('a list of accounts', () => {
  it('is read by its captions, whatever their order', async () => {
    const file = await listOf(
      ['Trường THCS Đồng Vọng'],
      ['Tên đăng nhập', 'Quản trị', 'Họ tên'],
      ['lan.dinh', 'x', 'Đinh Thị Lan'],
    )
    expect(await readAccountList(file)).toEqual({
      ok: [
        {
          sheet: 'Danh sách',
          row: 3,
          usernameCell: 'A3',
          staffCodeCell: 'A3',
          fullName: 'Đinh Thị Lan',
          username: 'lan.dinh',
          staffCode: null,
          isAdministrator: true,
          fault: null,
        },
      ],
    })
  })

  it('says of each row what is wrong with it, and in which cell', async () => {
    const file = await listOf(
      header,
      [1, 'Vi Văn Bình', 'binh.vi', 'CB07', null],
      [2, 'Vi Thị Cúc', null, 'CB08', null],
      [3, 'Vi Văn Dần', 'dan.vi', 'mã lạ?', null],
      [4, 'Vi Thị Én', 'en.vi', 'CB09', 'không'],
    )
    const reading = await readAccountList(file)
    const faults =
      'ok' in reading
        ? reading.ok.map(({ row, fault }) => [row, fault?.cell, fault?.message.split(':')[0]])
        : []
    expect(faults).toEqual([
      [2, undefined, undefined],
      [3, 'C3', "chưa ghi 'Tên đăng nhập'"],
      [4, 'D4', 'Mã cán bộ'],
      [5, 'E5', 'Quản trị'],
    ])
  })

  it('is its own template, and empty then', async () => {
    expect(await readAccountList(await writeAccountTemplate())).toEqual({ ok: [] })
  })

  it('is refused where it is no workbook, has no header or too many rows', async () => {
    const long = Array.from({ length: 2001 }, (_, at) => [at, 'Vi Văn Bình', `binh${at}`, null, null])
    const files = [Buffer.from('MZ…'), await listOf(['Xin chào']), await listOf(header, ...long)]
    for (const file of files) expect(await readAccountList(file)).toHaveProperty('fault.message')
  })
})
