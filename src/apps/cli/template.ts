import { access, open, rename, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { writeTemplate } from '../../adapters/workbook/index.ts'
import { educationLevels, type EducationLevel } from '../../shared/education-level.ts'
import { Refusal } from '../../shared/refusal.ts'
import { badUsage, readArguments } from './arguments.ts'

const usage = `Cách gọi: hocba template TỆP.xlsx --level ${educationLevels.join('|')}

Ghi sổ mẫu trống của một cấp học: trường, cán bộ, lớp, phân công, học sinh, điểm và đánh giá của từng lớp.`

/** `hocba template`: writes the empty workbook of a level, all at once, and never over an existing file. */
export const templateCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArguments(args, { level: { type: 'string' } }, usage)
  const [file, ...rest] = positionals
  if (file === undefined || rest.length > 0) throw badUsage('Cần đúng một tên tệp.', usage)
  if (!file.toLowerCase().endsWith('.xlsx')) throw badUsage('Tên tệp phải kết thúc bằng .xlsx.', usage)
  const bytes = await writeTemplate(readLevel(values.level))
  await writeNewFile(file, bytes)
  process.stdout.write(`Đã ghi sổ mẫu vào ${file}. Hãy mở trang Hướng dẫn trước khi điền.\n`)
  return 0
}

const readLevel = (level: string | undefined): EducationLevel => {
  const known = educationLevels.find((name) => name === level)
  if (known === undefined)
    throw badUsage(`Thiếu --level, hoặc cấp học không có: ${level ?? ''}`.trim(), usage)
  return known
}

const exists = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

const writeNewFile = async (file: string, bytes: Uint8Array): Promise<void> => {
  const place = resolve(file)
  if (await exists(place))
    throw new Refusal('output-exists', `Tệp ${file} đã có. Hãy chọn tên khác, hoặc xóa tệp đó trước.`)
  const draft = join(dirname(place), `.${basename(place)}.${randomUUID()}`)
  try {
    await writeFlushed(draft, bytes)
    await rename(draft, place)
  } catch (cause) {
    await rm(draft, { force: true })
    throw new Refusal('file-not-readable', `Không ghi được tệp ${file}. Hãy kiểm tra thư mục và quyền ghi.`, {
      cause,
    })
  }
}

const writeFlushed = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx', 0o644)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}
