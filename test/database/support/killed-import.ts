import { connect } from '../../../src/adapters/postgres/connect.ts'
import { saveSchoolYear } from '../../../src/adapters/postgres/school/save-school-year.ts'
import { by, changedSchool, now } from './school-years.ts'
import { watched } from './statements.ts'

/** A process that imports another version of the small school and is killed at the statement it is told. */
const [url = '', statement = ''] = process.argv.slice(2)
const database = await connect(url, 'school')
const deadly = watched(database, (count) => {
  if (count === Number(statement)) process.kill(process.pid, 'SIGKILL')
})
await saveSchoolYear(deadly, changedSchool, { now, by })
process.stdout.write('survived')
await database.destroy()
