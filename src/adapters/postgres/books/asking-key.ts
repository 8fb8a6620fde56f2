import type { Signer } from '../../../crypto/ports.ts'
import { Refusal } from '../../../shared/refusal.ts'

/**
 * Asks for a key, or asks a key; where it fails, the refusal says whose it is and that nothing is lost. A desk that
 * knows better says so itself.
 */
export const askingKey = async <T>(whose: string, ask: () => Promise<T>): Promise<T> => {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof Refusal && cause.code === 'key-not-available') throw cause
    throw new Refusal(
      'key-not-available',
      `${whose} không trả lời hoặc trả lời sai nên phiên dừng lại; chưa mất gì. Hãy kiểm tra khóa rồi tiếp tục.`,
      { cause },
    )
  }
}

/** The same key, which says whose it is when it fails. */
export const tellingSigner = (whose: string, signer: Signer): Signer => ({
  algorithm: signer.algorithm,
  chain: signer.chain,
  sign: (messages) => askingKey(whose, () => signer.sign(messages)),
})
