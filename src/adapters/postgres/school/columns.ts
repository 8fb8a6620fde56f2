/** What one column of a row may hold; null is what was not written down. */
export type Value = string | number | boolean | null

/** A row by its columns. */
export type Row = Readonly<Record<string, Value>>

/** The types of columns, as arrays of them are written in PostgreSQL. */
export type ColumnType =
  | 'boolean'
  | 'date'
  | 'integer'
  | 'smallint'
  | 'text'
  | 'school.article9_3'
  | 'school.assessment_kind'
  | 'school.education_level'
  | 'school.gender'
  | 'school.staff_post'
  | 'school.year_before'

type Leaf = string | number | boolean

/** A way to a single value inside a record: 'profile.father.fullName'. Lists have rows of their own. */
type PathOf<T> = {
  [K in keyof T & string]-?: NonNullable<T[K]> extends Leaf
    ? K
    : NonNullable<T[K]> extends readonly unknown[]
      ? never
      : `${K}.${PathOf<NonNullable<T[K]>>}`
}[keyof T & string]

/** A record's columns: for each where its value stands in the record, and its type. Written and read by one table. */
export type Columns<T> = Readonly<Record<string, readonly [path: PathOf<T>, type: ColumnType]>>

type Tree = Readonly<Record<string, unknown>>

const valueAt = (record: unknown, path: string): Value => {
  let found: unknown = record
  for (const key of path.split('.')) found = (found as Tree | undefined)?.[key]
  return (found as Value | undefined) ?? null
}

/** The row of a record. What the record does not have is null. */
export const rowOf = <T>(columns: Columns<T>, record: T): Row =>
  Object.fromEntries(Object.entries(columns).map(([name, [path]]) => [name, valueAt(record, path)]))

/** Puts a value at its path, making the objects on the way. */
export const putAt = (record: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const [key = '', ...rest] = path
  if (rest.length === 0) record[key] = value
  else putAt((record[key] ??= {}) as Record<string, unknown>, rest, value)
}

/** The record of a row: what is null is an absent key, and so is an object of which nothing is known. */
export const recordOf = <T>(columns: Columns<T>, row: Row): T => {
  const record: Record<string, unknown> = {}
  for (const [name, [path]] of Object.entries<readonly [string, ColumnType]>(columns)) {
    const value = row[name] ?? null
    if (value !== null) putAt(record, path.split('.'), value)
  }
  // The columns name every value that a record of this kind must have; the table says which may not be null.
  return record as T
}

/** The types alone. */
export const typesOf = <T>(columns: Columns<T>): Readonly<Record<string, ColumnType>> =>
  Object.fromEntries(
    Object.entries<readonly [string, ColumnType]>(columns).map(([name, [, type]]) => [name, type]),
  )
