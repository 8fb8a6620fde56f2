import { randomBytes } from 'node:crypto'
import { ownerRole, schemaRoles } from '../../../src/adapters/postgres/roles.ts'
import { withClient } from '../../../src/adapters/postgres/session.ts'
import type { TestDatabase } from '../../../src/adapters/postgres/testing.ts'

/** An account as the field has one: it may take on every role of the data and is nobody special. */
export interface FieldAccount {
  readonly url: string
  remove(): Promise<void>
}

/** Adds one to a database's server; to be removed, since closing the database leaves it there. */
export const addFieldAccount = async ({ superuserUrl }: TestDatabase): Promise<FieldAccount> => {
  const name = `hb_field_${randomBytes(8).toString('hex')}`
  const password = randomBytes(8).toString('hex')
  await withClient(superuserUrl, async (client) => {
    await client.query(`create role ${name} login password '${password}'`)
    await client.query(`grant ${ownerRole}, ${Object.values(schemaRoles).join(', ')} to ${name}`)
  })
  const url = new URL(superuserUrl)
  url.username = name
  url.password = password
  return {
    url: url.href,
    remove: async () => {
      await withClient(superuserUrl, (client) => client.query(`drop role ${name}`))
    },
  }
}
