import { Client } from 'pg'

/** A statement as it goes to the database. */
export interface RecordedStatement {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

const statementOf = (query: unknown, values: unknown): RecordedStatement | undefined => {
  if (typeof query === 'string') return { sql: query, parameters: Array.isArray(values) ? values : [] }
  const { text, values: own } = (query ?? {}) as {
    readonly text?: string
    readonly values?: readonly unknown[]
  }
  return text === undefined ? undefined : { sql: text, parameters: own ?? [] }
}

/** Remembers every statement that this process sends to PostgreSQL while something is done. */
export const recording = async (work: () => Promise<unknown>): Promise<readonly RecordedStatement[]> => {
  const statements: RecordedStatement[] = []
  const original = Object.getOwnPropertyDescriptor(Client.prototype, 'query')
  if (original === undefined) throw new Error('pg has no query')
  const send = original.value as (...args: unknown[]) => unknown
  Object.defineProperty(Client.prototype, 'query', {
    ...original,
    value: function (this: Client, ...args: readonly unknown[]): unknown {
      const statement = statementOf(args[0], args[1])
      if (statement !== undefined) statements.push(statement)
      return send.apply(this, [...args])
    },
  })
  try {
    await work()
  } finally {
    Object.defineProperty(Client.prototype, 'query', original)
  }
  return statements
}
