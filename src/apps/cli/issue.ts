import { calendarOfNow } from '../../issuing/index.ts'
import type { SchoolYearRecords } from '../../records/index.ts'
import { badUsage, readArguments } from './arguments.ts'
import { readConfig } from './config.ts'
import { checkYears, describeCheck } from './issuing/check.ts'
import { refuseCollisions } from './issuing/collisions.ts'
import { describeOutcome, describeSummary } from './issuing/describe.ts'
import { issueIntoRegistry, readCodedRecords } from './issuing/into-registry.ts'
import { issueYears } from './issuing/run.ts'
import { pageOptions, readPageWish, readVerificationUrl } from './page-options.ts'
import { withProgress } from './progress.ts'
import { readRecordsFromDatabase, readYearRequest, type YearRequest } from './read-records.ts'
import { describeNotes, readWorkbookFiles } from './read-workbook-file.ts'
import { chooseDatabase, startCommand, type DatabasePlace } from './school-database.ts'

const usage = `Cách gọi: hocba issue SỔ.xlsx… --out THƯ-MỤC [--no-pdf | --verify-url ĐỊA-CHỈ]
          hocba issue --school MÃ-TRƯỜNG --year NĂM-HỌC [--level CẤP] [--data THƯ-MỤC | --database ĐỊA-CHỈ]
                      [--out THƯ-MỤC [--no-pdf]] [--verify-url ĐỊA-CHỈ]

Từ sổ: phát hành vào một thư mục mới. Từ cơ sở dữ liệu (hocba import): phát hành và ghi vào CSDL học bạ, gọi lại thì
làm tiếp phần còn thiếu; có --out thì chỉ ghi ra thư mục. --check chỉ kiểm tra, không ký.`

const options = {
  school: { type: 'string' },
  year: { type: 'string' },
  level: { type: 'string' },
  data: { type: 'string' },
  database: { type: 'string' },
  out: { type: 'string' },
  check: { type: 'boolean' },
  ...pageOptions,
} as const

const readOptions = (args: readonly string[]) => readArguments(args, options, usage)
type Values = ReturnType<typeof readOptions>['values']

/** `hocba issue`: from workbooks or the database to sealed books, with demonstration keys; `--check` only reports. */
export const issueCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readOptions(args)
  const { school, year, level, data, database } = values
  const isStored = [school, year, level, data, database].some((value) => value !== undefined)
  if (isStored === positionals.length > 0)
    throw badUsage('Hãy nêu sổ (tệp .xlsx), hoặc --school và --year: một trong hai.', usage)
  await (isStored ? issueStored(values) : issueWorkbooks(positionals, values))
  return 0
}

const say = (text: string): void => {
  process.stdout.write(text)
}

const issueWorkbooks = async (files: readonly string[], values: Values): Promise<void> => {
  const { years, notes } = await readWorkbookFiles(files)
  refuseCollisions(years)
  say(describeNotes(notes))
  if (values.check === true) say(describeCheck(checkYears(years)))
  else if (values.out === undefined) throw badUsage('Thiếu --out.', usage)
  else await issueIntoFolder(years, values.out, values)
}

const issueStored = async (values: Values): Promise<void> => {
  const year = readYearRequest(values, usage)
  const place = chooseDatabase(values, usage)
  if (values.check === true) say(describeCheck(checkYears([await readRecordsFromDatabase(values, usage)])))
  else if (values.out === undefined) await putOnRecord(year, place, values)
  else {
    await issueIntoFolder([await readCodedRecords(place, year)], values.out, values)
    say('Các tệp này chưa được ghi vào CSDL học bạ. Muốn tra cứu được bằng mã: gọi lại lệnh này, bỏ --out.\n')
  }
}

const dayInMilliseconds = 24 * 60 * 60 * 1000

const issueIntoFolder = async (
  years: readonly SchoolYearRecords[],
  out: string,
  values: Values,
): Promise<void> => {
  const wish = readPageWish(values, usage)
  const now = new Date()
  const summary = await withProgress('Phát hành', (onProgress) =>
    issueYears(years, {
      out,
      calendar: calendarOfNow(now),
      algorithmOf: () => 'rsa-pkcs1-sha256',
      certificatesFrom: new Date(now.getTime() - dayInMilliseconds),
      now,
      ...wish,
      onProgress,
    }),
  )
  say(describeSummary(summary, out))
}

const putOnRecord = async (year: YearRequest, place: DatabasePlace, values: Values): Promise<void> => {
  if (values['no-pdf'] === true)
    throw badUsage('--no-pdf chỉ đi cùng --out: trong CSDL học bạ, học bạ luôn có bản PDF.', usage)
  const address = readVerificationUrl(values['verify-url'] ?? readConfig().publicUrl, usage)
  const { records, outcome } = await withProgress('Phát hành', (onProgress) =>
    issueIntoRegistry(year, place, { verificationUrl: address, clock: () => new Date(), onProgress }),
  )
  say(describeOutcome(records, outcome, { start: startCommand(values), address }))
}
