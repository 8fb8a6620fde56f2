import type { KyselyPlugin } from 'kysely'
import type { Database } from '../../../src/adapters/postgres/connect.ts'

/** A database that tells of every statement before it is sent, and waits for whoever wants to act after its answer. */
export const watched = (
  database: Database<'school'>,
  beforeStatement: (count: number) => void,
  afterAnswer: (count: number) => Promise<void> = () => Promise.resolve(),
): Database<'school'> => {
  let count = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      count += 1
      beforeStatement(count)
      return node
    },
    transformResult: async ({ result }) => {
      await afterAnswer(count)
      return result
    },
  }
  return database.withPlugin(plugin)
}
