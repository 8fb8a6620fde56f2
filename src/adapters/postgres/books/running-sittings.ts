import { runPrepared, type Database } from '../connect.ts'
import type { SittingKey } from './sittings.ts'

const statement = {
  name: 'school-running-sittings',
  text: 'select tenant_id as tenant, sitting_id as "sittingId" from school.list_running_sittings()',
}

/**
 * The sittings that run, of every school, oldest first: what a server goes on with when it starts. The function of
 * db/0014 says why it may ask across schools.
 */
export const listRunningSittings = (database: Database<'school'>): Promise<readonly SittingKey[]> =>
  runPrepared<SittingKey & Record<string, unknown>>(database, statement, [])
