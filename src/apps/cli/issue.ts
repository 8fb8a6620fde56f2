import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { formatProblem, readWorkbook, type WorkbookNote } from '../../adapters/workbook/index.ts'
import type { SchoolYearRecords } from '../../records/index.ts'
import { Refusal } from '../../shared/refusal.ts'
import { badUsage, readArguments } from './arguments.ts'
import { checkYears, describeCheck } from './issuing/check.ts'
import { calendarOfNow } from './issuing/calendar.ts'
import { refuseCollisions } from './issuing/collisions.ts'
import { issueYears, type IssuingSummary } from './issuing/run.ts'
import { showProgress } from './progress.ts'

const usage = 'Cách gọi: hocba issue SỔ.xlsx… --out THƯ-MỤC [--check]'

/** `hocba issue`: from workbooks to sealed books, with demonstration keys; `--check` only reports. */
export const issueCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArguments(
    args,
    { out: { type: 'string' }, check: { type: 'boolean' } },
    usage,
  )
  if (positionals.length === 0) throw badUsage('Chưa nêu sổ nào.', usage)
  const { years, notes } = await readYears(positionals)
  process.stdout.write(describeNotes(notes))
  if (values.check === true) {
    process.stdout.write(describeCheck(checkYears(years)))
    return 0
  }
  if (values.out === undefined) throw badUsage('Thiếu --out.', usage)
  const progress = showProgress('Phát hành')
  const now = new Date()
  const certificatesFrom = new Date(now.getTime() - dayInMilliseconds)
  try {
    const summary = await issueYears(years, {
      out: values.out,
      calendar: calendarOfNow(now),
      algorithmOf: () => 'rsa-pkcs1-sha256',
      certificatesFrom,
      now,
      onProgress: progress.update,
    })
    progress.stop()
    process.stdout.write(describeSummary(summary, values.out))
  } finally {
    progress.stop()
  }
  return 0
}

const dayInMilliseconds = 24 * 60 * 60 * 1000

/** What all the workbooks of a call hold, and what was understood although it was not written as expected. */
interface Readings {
  readonly years: readonly SchoolYearRecords[]
  readonly notes: readonly WorkbookNote[]
}

/** Reads every workbook before anything is done; one that is not accepted stops the whole act. */
const readYears = async (files: readonly string[]): Promise<Readings> => {
  const years: SchoolYearRecords[] = []
  const notes: WorkbookNote[] = []
  const problems: string[] = []
  for (const file of files) {
    const reading = await readWorkbook(await readBytes(file), { fileName: basename(file) })
    if (reading.ok) {
      years.push(reading.records)
      notes.push(...reading.notes)
    } else problems.push(...reading.problems.map(formatProblem))
  }
  if (problems.length > 0)
    throw new Refusal('workbook-not-accepted', `Chưa nhận sổ, chưa có gì thay đổi:\n${problems.join('\n')}`)
  refuseCollisions(years)
  return { years, notes }
}

/** Nothing is understood silently: each kind of note with the first place it is about. */
const describeNotes = (notes: readonly WorkbookNote[]): string =>
  notes
    .map(({ file, sheet, cell, message, count }) => {
      const place = [file, sheet, cell].filter((part) => part !== '').join(', ')
      return `Lưu ý (${place}): ${message}${count > 1 ? ` – ${count} ô` : ''}\n`
    })
    .join('')

const readBytes = async (file: string): Promise<Uint8Array> => {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new Refusal('file-not-readable', `Không đọc được ${file}. Hãy kiểm tra đường dẫn và quyền đọc.`, {
      cause,
    })
  }
}

const shownReasons = 10

/** What was issued and what was not, for a person. */
export const describeSummary = ({ books, notIssued, signatures }: IssuingSummary, out: string): string => {
  const reasons = notIssued.slice(0, shownReasons).map(({ student, reason }) => `  • ${student}: ${reason}`)
  const more =
    notIssued.length > shownReasons
      ? [`  … và ${notIssued.length - shownReasons} em khác, xem summary.json`]
      : []
  return [
    `Đã niêm phong ${books} học bạ với ${signatures} chữ ký vào ${out}/xml`,
    ...(notIssued.length === 0 ? [] : [`Chưa phát hành ${notIssued.length} em:`, ...reasons, ...more]),
    `Kiểm tra: npx --no-install hocba verify ${out}/xml/* --trust ${out}/trust`,
    '',
  ].join('\n')
}
