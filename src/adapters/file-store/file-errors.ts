/** The system's code of a failed file or network operation, such as 'ENOENT'. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** For `.catch`: turns the expected failures into undefined and lets every other one pass. */
export const findError =
  (...expected: readonly string[]) =>
  (error: unknown): undefined => {
    if (expected.includes(errorCode(error) ?? '')) return undefined
    throw error
  }
