import { CompiledQuery } from 'kysely'
import type { QueryResultRow } from 'pg'
import type { PreparedStatement, RunPrepared } from '../connect.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'

/** Runs the gradebook's statements within a transaction of another act, so that a cell is written in one way only. */
export const preparedIn =
  (transaction: SchoolTransaction): RunPrepared =>
  async <Row extends QueryResultRow>({ text }: PreparedStatement, values: readonly unknown[]) =>
    (await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows
