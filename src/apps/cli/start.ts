import { existsSync } from 'node:fs'
import { describeSummary } from './issue.ts'
import { issueDemo } from './demo.ts'
import { readArguments } from './arguments.ts'

const usage = 'Cách gọi: npm start'

/** The first folder name of the row that is free: ket-qua, ket-qua-2, … */
const findFreeFolder = (): string => {
  for (let index = 1; ; index++) {
    const folder = index === 1 ? 'ket-qua' : `ket-qua-${index}`
    if (!existsSync(folder)) return folder
  }
}

/** `npm start`: the main job for a newcomer, on an invented province, with what to look at afterwards. */
export const startCommand = async (args: readonly string[]): Promise<number> => {
  readArguments(args, {}, usage)
  const out = findFreeFolder()
  process.stdout.write('Đang tạo một tỉnh giả định và phát hành học bạ của ba trường (dưới một phút)…\n')
  const summary = await issueDemo({ out, students: 180, seed: 1 })
  process.stdout.write(
    `\n${describeSummary(summary, out)}\n` +
      `Sổ của các trường (mở bằng Excel hoặc LibreOffice): ${out}/workbooks\n` +
      `Sửa một chữ trong một tệp ở ${out}/xml rồi kiểm tra lại để thấy hệ thống từ chối.\n` +
      `Kiểm tra bằng công cụ khác: xem docs/format.md, mục “Kiểm tra bằng công cụ ngoài”.\n`,
  )
  return 0
}
