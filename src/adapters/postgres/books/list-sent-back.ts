import type { Actor } from '../../../accounts/index.ts'
import { withTenant, type Database } from '../connect.ts'
import type { YearScope } from '../school/load-rows.ts'
import { listStoredSendBacks, type SentBack } from './stored-send-backs.ts'

/**
 * The cells that went back and concern whoever asks, open ones first, 200 at most: those to answer, those sent, those
 * of the classes and lessons they lead. Heads of the school see all. `isOpen` null: also those answered.
 */
export const listSendBacks = (
  database: Database<'school'>,
  scope: YearScope,
  actor: Actor,
  { isOpen }: { readonly isOpen: boolean | null },
): Promise<readonly SentBack[]> =>
  withTenant(database, scope.tenant, async (transaction) =>
    (await listStoredSendBacks(transaction, scope, actor, { isOpen })).map(({ sent }) => sent),
  )
