import { Type } from 'typebox'
import { readStaffRoles } from '../../../../adapters/postgres/school/staff-roles.ts'
import { listAccountActs } from '../../../../adapters/postgres/signin/account-acts.ts'
import { listMembers } from '../../../../adapters/postgres/signin/memberships.ts'
import { inSignin } from '../../../../adapters/postgres/signin/transaction.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers, refTo } from '../../schemas/shared.ts'
import { getActor } from '../guard.ts'
import { PageNumber, PageSize, pagingOf } from '../paging.ts'
import type { SchoolPorts } from '../ports.ts'
import { AccountSchema, SchoolParams, SearchText } from './schemas.ts'
import { viewMember } from './views.ts'

/** GET …/accounts: who has an account at the school. */
export const addListAccounts = (api: Api, { school, signin }: SchoolPorts): void => {
  api.get(
    '/api/v1/schools/:schoolCode/accounts',
    {
      config: { access: 'accounts.read' },
      schema: {
        operationId: 'listAccounts',
        summary: 'The school’s accounts, by given name',
        tags: ['account'],
        params: SchoolParams,
        querystring: Type.Object({
          search: Type.Optional(SearchText),
          state: Type.Optional(
            Type.Unsafe<'invited' | 'active' | 'suspended'>({
              type: 'string',
              enum: ['invited', 'active', 'suspended'],
            }),
          ),
          page: PageNumber,
          pageSize: PageSize,
        }),
        response: {
          200: Type.Object({ accounts: Type.Array(refTo(AccountSchema)), total: Type.Integer() }),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request) => {
      const { schoolCode, tenant } = getActor(request)
      const { page, pageSize, ...query } = request.query
      const paging = pagingOf({ page, pageSize })
      const found = await inSignin(signin, { schoolCode }, (transaction) =>
        listMembers(transaction, schoolCode, { ...query, ...paging }),
      )
      const staff = await readStaffRoles(school, tenant)
      return { accounts: found.members.map((member) => viewMember(member, staff)), total: found.total }
    },
  )
}

/** GET …/account-acts: what was done to accounts, newest first. */
export const addListAccountActs = (api: Api, { signin }: SchoolPorts): void => {
  api.get(
    '/api/v1/schools/:schoolCode/account-acts',
    {
      config: { access: 'accounts.read' },
      schema: {
        operationId: 'listAccountActs',
        summary: 'What was done to the school’s accounts, newest first',
        tags: ['account'],
        params: SchoolParams,
        querystring: Type.Object({ page: PageNumber }),
        response: {
          200: Type.Object({
            acts: Type.Array(
              Type.Object({
                actId: Type.String(),
                at: Type.String({ format: 'date-time' }),
                byName: Type.String(),
                kind: Type.String(),
                aboutName: Type.String(),
                detail: Type.String(),
              }),
            ),
            total: Type.Integer(),
          }),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request) => {
      const { schoolCode } = getActor(request)
      const { acts, total } = await inSignin(signin, { schoolCode }, (transaction) =>
        listAccountActs(transaction, schoolCode, pagingOf(request.query)),
      )
      return { acts: acts.map((act) => ({ ...act, at: act.at.toISOString() })), total }
    },
  )
}
