import type { SchoolYearRecords } from '../../../src/records/index.ts'
import {
  emptyClass,
  now,
  openFilled,
  schoolYear,
  type FilledDatabase,
} from '../../database/support/gradebook.ts'
import { openGradebookServer, type GradebookServer } from './gradebook-server.ts'

const base = emptyClass(7)

/** 7A and an empty 7B, which CB03 leads; CB04 keeps the register. */
const school: SchoolYearRecords = {
  ...base,
  staff: [
    ...base.staff,
    { staffCode: 'CB04', citizenId: '001080000004', fullName: 'Lường Thị Sổ', post: 'registrar' },
  ],
  classes: [...base.classes, { classId: '7B', name: '7B', grade: 7, homeroomTeacher: 'CB03' }],
}

type Headers = { readonly cookie: string }
type Person = 'principal' | 'registrar' | 'teacher' | 'stranger'
type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'

interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** A school whose year is being set up, asked over HTTP by its people and by one of another school. */
export interface SetUpServer extends GradebookServer {
  readonly filled: FilledDatabase
  readonly headersOf: (person: Person) => Headers
  readonly ask: (method: Method, path: string, payload?: object, by?: Person) => Promise<Answer>
}

export const openSetUpServer = async (): Promise<SetUpServer> => {
  const filled = await openFilled(school, emptyClass(9, 2, '0079000888'))
  const { database, server } = filled
  const opened = await openGradebookServer({
    school: database,
    url: server.url,
    superuserUrl: server.superuserUrl,
    clock: () => now,
  })
  const schoolCode = school.school.code
  const [principal, registrar, teacher, stranger] = await opened.signIn(
    { schoolCode, staffCode: 'CB01', fullName: 'Quàng Thị Thời' },
    { schoolCode, staffCode: 'CB04', fullName: 'Lường Thị Sổ' },
    { schoolCode, staffCode: 'CB03', fullName: 'Ngân Thị Lụa' },
    { schoolCode: '0079000888', staffCode: 'CB01', fullName: 'Lang Thị Lạ' },
  )
  const none = { cookie: '' }
  const as: Readonly<Record<Person, Headers>> = {
    principal: principal?.headers ?? none,
    registrar: registrar?.headers ?? none,
    teacher: teacher?.headers ?? none,
    stranger: stranger?.headers ?? none,
  }
  return {
    ...opened,
    filled,
    headersOf: (person) => as[person],
    ask: async (method, path, payload, by = 'registrar') => {
      const answer = await opened.server.inject({
        method,
        url: `/api/v1/schools/${schoolCode}/years/${schoolYear}/lower-secondary${path}`,
        headers: as[by],
        ...(payload === undefined ? {} : { payload }),
      })
      const body: unknown = answer.body === '' ? null : JSON.parse(answer.body)
      return { status: answer.statusCode, body: body as Answer['body'] }
    },
    close: async () => {
      await opened.close()
      await filled.close()
    },
  }
}
