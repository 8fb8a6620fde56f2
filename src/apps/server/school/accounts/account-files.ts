import { Type } from 'typebox'
import { usernameKey, type Actor } from '../../../../accounts/index.ts'
import { readStaffRoles, type StaffRoles } from '../../../../adapters/postgres/school/staff-roles.ts'
import { listKnownAccounts } from '../../../../adapters/postgres/signin/known-accounts.ts'
import { listMemberStaff } from '../../../../adapters/postgres/signin/memberships.ts'
import { inSignin, type SigninTransaction } from '../../../../adapters/postgres/signin/transaction.ts'
import {
  readAccountList,
  writeAccountTemplate,
  type AccountRow,
} from '../../../../adapters/workbook/index.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import { createGate } from '../../limits/gate.ts'
import { readFile } from '../../read-file.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { maxFileBytes } from '../../settings.ts'
import { getActor } from '../guard.ts'
import { fileAnswer, sendFile, workbookType } from '../papers/download.ts'
import type { SchoolPorts } from '../ports.ts'
import { AddedSchema } from './add-accounts.ts'
import { addMembers, type AddedMember } from './add-members.ts'
import { judgeList, type JudgedRow } from './judge-list.ts'
import { SchoolParams } from './schemas.ts'
import { viewAdded } from './views.ts'

const address = '/api/v1/schools/:schoolCode/accounts/file'

const orNull = Type.Union([Type.String(), Type.Null()])
const outcomes = ['new', 'same', 'refused'] as const

const ImportSchema = Type.Object({
  rows: Type.Array(
    Type.Object({
      sheet: Type.String(),
      row: Type.Integer({ description: 'As the spreadsheet numbers it.' }),
      fullName: Type.String(),
      username: Type.String(),
      staffCode: orNull,
      isAdministrator: Type.Boolean(),
      outcome: Type.Unsafe<JudgedRow['outcome']>({ type: 'string', enum: [...outcomes] }),
      cell: Type.Union([Type.String({ description: '‘C7’, or several.' }), Type.Null()]),
      message: orNull,
    }),
  ),
  added: Type.Array(AddedSchema),
  counts: Type.Object({ new: Type.Integer(), same: Type.Integer(), refused: Type.Integer() }),
})

/** GET …/accounts/file: the empty list. */
const addTemplate = (api: Api): void => {
  api.get(
    address,
    {
      config: { access: 'accounts.manage' },
      schema: {
        operationId: 'accountsTemplate',
        summary: 'A workbook to list new accounts in',
        tags: ['account'],
        params: SchoolParams,
        response: {
          200: fileAnswer('The workbook.', workbookType),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (_request, reply) =>
      sendFile(reply, workbookType, 'Mẫu danh sách tài khoản.xlsx', await writeAccountTemplate()),
  )
}

const readList = async (bytes: Uint8Array): Promise<readonly AccountRow[]> => {
  const reading = await readAccountList(bytes)
  if ('ok' in reading) return reading.ok
  const { message, remedy } = reading.fault
  throw new Refusal('workbook-not-accepted', `Chưa nhận danh sách: ${message}. Cách sửa: ${remedy}.`)
}

const judge = async (
  transaction: SigninTransaction,
  schoolCode: string,
  rows: readonly AccountRow[],
  staff: ReadonlyMap<string, StaffRoles>,
): Promise<readonly JudgedRow[]> =>
  judgeList(rows, {
    accounts: await listKnownAccounts(
      transaction,
      schoolCode,
      rows.map(({ username }) => usernameKey(username)),
    ),
    staff: new Set(staff.keys()),
    taken: await listMemberStaff(transaction, schoolCode),
  })

const count = (rows: readonly JudgedRow[]) => {
  const of = (wanted: JudgedRow['outcome']): number => rows.filter(({ outcome }) => outcome === wanted).length
  return { new: of('new'), same: of('same'), refused: of('refused') }
}

/** Nothing is written where any row is refused. */
const importList = (
  { signin, clock }: SchoolPorts,
  { schoolCode, accountId }: Actor,
  rows: readonly AccountRow[],
  { staff, isCommit }: { readonly staff: ReadonlyMap<string, StaffRoles>; readonly isCommit: boolean },
): Promise<{ readonly rows: readonly JudgedRow[]; readonly added: readonly AddedMember[] }> =>
  inSignin(signin, { schoolCode }, async (transaction) => {
    const judged = await judge(transaction, schoolCode, rows, staff)
    const isWritten = isCommit && judged.every(({ outcome }) => outcome !== 'refused')
    const wanted = isWritten ? judged.filter(({ outcome }) => outcome === 'new') : []
    const added = await addMembers(transaction, wanted, { schoolCode, by: accountId, now: clock() })
    return { rows: judged, added }
  })

const file = Type.Unsafe<unknown>({ type: 'string', format: 'binary' })
const form = Type.Unsafe<unknown>({ type: ['object', 'null'], properties: { file } })

/** POST …/accounts/file: many accounts at once from a workbook. */
const addImport = (api: Api, ports: SchoolPorts): void => {
  const gate = createGate(1, 8, 'Máy chủ đang đọc danh sách khác')
  api.post(
    address,
    {
      config: { access: 'accounts.manage' },
      bodyLimit: maxFileBytes,
      schema: {
        operationId: 'importAccounts',
        summary: 'Accounts from a workbook: a preview, or with commit=true the accounts',
        description:
          'Columns: Họ và tên, Tên đăng nhập, Mã cán bộ, Quản trị. Nothing is written where any row is refused.',
        tags: ['account'],
        params: SchoolParams,
        querystring: Type.Object({
          commit: Type.Optional(Type.Unsafe<'true' | 'false'>({ type: 'string', enum: ['true', 'false'] })),
        }),
        body: Type.Unsafe<unknown>({ content: { 'multipart/form-data': { schema: form } } }),
        response: {
          200: ImportSchema,
          ...problemAnswers(400, 401, 403, 404, 413, 415, 422, 429, 500),
        },
      },
    },
    async (request) => {
      const actor = getActor(request)
      const bytes = await readFile(request)
      const list = await gate(() => readList(bytes))
      const staff = await readStaffRoles(ports.school, actor.tenant)
      const isCommit = request.query.commit === 'true'
      const { rows, added } = await importList(ports, actor, list, { staff, isCommit })
      return {
        rows: [...rows],
        added: added.map((one) => viewAdded(one, staff)),
        counts: count(rows),
      }
    },
  )
}

/** The routes of lists of accounts (nhập tài khoản từ Excel). */
export const addAccountFiles = (api: Api, ports: SchoolPorts): void => {
  addTemplate(api)
  addImport(api, ports)
}
