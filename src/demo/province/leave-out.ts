/** A copy without the named keys, as if they had never been written down. */
export const leaveOut = <T extends object, K extends keyof T>(
  record: T,
  ...keys: readonly K[]
): Omit<T, K> => {
  const left: readonly PropertyKey[] = keys
  return Object.fromEntries(Object.entries(record).filter(([key]) => !left.includes(key))) as Omit<T, K>
}
