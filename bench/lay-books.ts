import { connect } from '../src/adapters/postgres/connect.ts'
import { writingSchool } from '../src/adapters/postgres/school/enter-school.ts'
import { saveSchoolYear } from '../src/adapters/postgres/school/save-school-year.ts'
import { draftOf, putDrafts, reportsOf } from '../test/database/support/drafts.ts'
import { fillClass, plannedClass } from '../test/database/support/planned-class.ts'

/** Lays the books of a school ready to be signed: `node bench/lay-books.ts URL BOOKS` prints the school's number. */
const [url = '', books = ''] = process.argv.slice(2)
const database = await connect(url, 'school')
try {
  const records = plannedClass(7, Number(books))
  await saveSchoolYear(database, records, { now: new Date('2026-09-01T08:00:00+07:00'), by: 'bench' })
  const tenant = await writingSchool(database, records.school.code, (_, own) => Promise.resolve(own))
  await fillClass({ database, tenant }, records)
  const drafts = (await reportsOf({ database }, records)).map((report) => draftOf(report))
  await putDrafts({ database, tenant }, 'lower-secondary', drafts)
  process.stdout.write(String(tenant))
} finally {
  await database.destroy()
}
