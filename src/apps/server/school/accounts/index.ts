import type { Api } from '../../routes/api.ts'
import type { SchoolPorts } from '../ports.ts'
import { addActivations } from './activation.ts'
import { addAddAccount, addAddAccountsFromStaff } from './add-accounts.ts'
import { addAccountFiles } from './account-files.ts'
import { addJoin } from './join.ts'
import { addChangeAccount, addRecoverAccount } from './change-accounts.ts'
import { addListAccountActs, addListAccounts } from './list-accounts.ts'
import { addOwnAccount } from './own-account.ts'
import { AccountSchema, MeSchema } from './schemas.ts'
import { addSessions } from './sessions.ts'
import { addSetUp } from './set-up.ts'

/** The routes of accounts and sessions (tài khoản, phiên làm việc). */
export const addAccountRoutes = (api: Api, ports: SchoolPorts): void => {
  for (const schema of [MeSchema, AccountSchema]) api.addSchema(schema)
  addSetUp(api, ports)
  addSessions(api, ports)
  addActivations(api, ports)
  addOwnAccount(api, ports)
  addJoin(api, ports)
  addListAccounts(api, ports)
  addAddAccount(api, ports)
  addAddAccountsFromStaff(api, ports)
  addAccountFiles(api, ports)
  addChangeAccount(api, ports)
  addRecoverAccount(api, ports)
  addListAccountActs(api, ports)
}
