import { Refusal } from '../../../shared/refusal.ts'
import { withTenant, type Database } from '../connect.ts'

/** Where somebody is written to; null where they gave no address, and then they get no letters. */
export interface MailChoice {
  readonly address: string | null
  readonly wantsDigest: boolean
}

/** Whose it is. */
export interface OwnPlace {
  readonly tenant: number
  readonly accountId: string
}

const nothing: MailChoice = { address: null, wantsDigest: false }

/** The own choice at a school. */
export const readMailChoice = (
  database: Database<'school'>,
  { tenant, accountId }: OwnPlace,
): Promise<MailChoice> =>
  withTenant(database, tenant, async (transaction) => {
    const found = await transaction
      .selectFrom('school.mail_address')
      .select(['address', 'wants_digest as wantsDigest'])
      .where('tenant_id', '=', tenant)
      .where('account_id', '=', accountId)
      .executeTakeFirst()
    return found ?? nothing
  })

// One address and nothing that a mail program might read as two, or as a name beside it.
const oneAddress =
  /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}$/

/** Keeps the own choice; without an address it is forgotten. */
export const saveMailChoice = (
  database: Database<'school'>,
  { tenant, accountId }: OwnPlace,
  { address, wantsDigest }: MailChoice,
): Promise<MailChoice> => {
  const typed = address?.trim() ?? ''
  if (typed !== '' && (typed.length > 254 || !oneAddress.test(typed)))
    throw new Refusal(
      'input-not-accepted',
      `Mục 'Địa chỉ thư': '${typed.slice(0, 100)}' không phải địa chỉ thư điện tử → gõ dạng ten@truong.edu.vn.`,
    )
  return withTenant(database, tenant, async (transaction) => {
    if (typed === '') {
      await transaction
        .deleteFrom('school.mail_address')
        .where('tenant_id', '=', tenant)
        .where('account_id', '=', accountId)
        .execute()
      return nothing
    }
    const chosen = { address: typed, wants_digest: wantsDigest }
    await transaction
      .insertInto('school.mail_address')
      .values({ tenant_id: tenant, account_id: accountId, ...chosen })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doUpdateSet(chosen))
      .execute()
    return { address: typed, wantsDigest }
  })
}
