import type { Response } from 'light-my-request'
import type { Operation } from './every-operation.ts'

const year = '/years/{schoolYear}/{level}'
const toan = { staffCode: 'CB07', classId: '7A', sheet: 'TOAN', words: 'Còn ba ô chưa nhập.' }
const told = { page: '/lop/7A', words: 'Trang không mở.' }
const chosen = { address: 'tien@example.vn', wantsDigest: true }

const incidentIdOf = (answer: Response): string => answer.json<{ readonly incidentId: string }>().incidentId

/** A success of every operation of progress, notices and incidents; after what fills sheets and makes books. */
export const noticeOperations: Readonly<Record<string, Operation>> = {
  [`GET ${year}/progress`]: async (ask) => {
    for (const by of ['principal', 'groupHead'] as const) await ask(by)
  },
  [`POST ${year}/progress/nudges`]: async (ask) => {
    for (const by of ['principal', 'principal', 'homeroomTeacher', 'groupHead'] as const)
      await ask(by, { body: toan })
  },
  'POST /incidents': async (ask) => {
    for (const by of ['clerk', 'clerk', 'registrar'] as const) await ask(by, { body: told })
  },
  'GET /incidents': async (ask) => {
    for (const by of ['administrator', 'clerk'] as const) await ask(by, { query: '?page=1&pageSize=20' })
  },
  'POST /incidents/{incidentId}/answer': (ask, last) =>
    ask('administrator', {
      incidentId: incidentIdOf(last('POST /incidents')),
      body: { words: 'Đã sửa.' },
    }),
  'PUT /me/mail': async (ask) => {
    for (const body of [chosen, { ...chosen, wantsDigest: false }]) await ask('subjectTeacher', { body })
    await ask('clerk', { body: chosen })
    await ask('clerk', { body: { address: null, wantsDigest: false } })
  },
  'GET /me/mail': (ask) => ask('subjectTeacher'),
  'POST /notices/{day}/read': async (ask) => {
    for (const day of ['2026-11-10', '2026-11-10']) await ask('subjectTeacher', { day })
  },
  'GET /notices': async (ask) => {
    for (const by of [
      'subjectTeacher',
      'homeroomTeacher',
      'principal',
      'registrar',
      'administrator',
    ] as const)
      await ask(by)
  },
}
