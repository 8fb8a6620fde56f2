import type { FastifyInstance } from 'fastify'
import { addressKey } from './address-key.ts'
import type { RateLimiter } from './rate-limiter.ts'
import { refuseTooMany } from './too-many.ts'

/** Reading costs next to nothing, unless a route says otherwise; what is sent is searched for or verified. */
const free = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Counts every request that costs work by the address it comes from, before anything of its body is read. Who has to be
 * signed in is counted by their session instead: a whole school may stand behind one address.
 */
export const limitAddresses = (server: FastifyInstance, limiter: RateLimiter, clock: () => Date): void => {
  server.addHook('onRequest', async ({ method, ip, routeOptions }) => {
    const { access, costsWork } = routeOptions.config
    if (access !== undefined && access !== 'public') return
    if (free.has(method) && costsWork !== true) return
    const allowance = await limiter.take(addressKey(ip), clock())
    if (!allowance.isAllowed)
      throw refuseTooMany('Địa chỉ này đã gửi quá nhiều yêu cầu', allowance.retryAfter)
  })
}
