import { hash, verify } from '@node-rs/argon2'
import { normalizePassword } from '../accounts/index.ts'

/** Hashes passwords and compares them (port; slow on purpose). */
export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** False too where there is no hash, after the same work: who asks cannot tell a missing account by the time. */
  verify(password: string, hashed: string | undefined): Promise<boolean>
}

/** argon2id as RFC 9106 §4 has it for less memory: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A hasher with argon2id; the library runs it beside the main thread. */
export const createPasswordHasher = async (): Promise<PasswordHasher> => {
  const nobodys = await hash('không ai dùng mật khẩu này', cost)
  return {
    hash: (password) => hash(normalizePassword(password), cost),
    verify: async (password, hashed) =>
      (await verify(hashed ?? nobodys, normalizePassword(password))) && hashed !== undefined,
  }
}
