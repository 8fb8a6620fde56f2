/** The same object type with every key that may be undefined made optional. */
export type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>
}

/** Leaves out the keys without a value: in the records, not written down is an absent key. */
export const present = <T extends object>(values: T): Present<T> => {
  const kept: Partial<T> = {}
  for (const key in values) if (values[key] !== undefined) kept[key] = values[key]
  return kept as unknown as Present<T>
}

/** The object without some of its keys. */
export const without = <T extends object, K extends keyof T>(values: T, ...keys: readonly K[]): Omit<T, K> =>
  Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key as K))) as Omit<T, K>

/** The object, or undefined when it holds nothing. */
export const orNothing = <T extends object>(values: T): T | undefined =>
  Object.keys(values).length === 0 ? undefined : values
