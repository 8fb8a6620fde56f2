import { sha256Hex } from '../../crypto/digest.ts'
import { lookUpCode, lookUpFile, type LookupPorts } from '../../lookup/index.ts'
import { parseLookupCode } from '../../shared/ids.ts'
import type { ReportBug } from './errors.ts'
import type { FileLinker } from './file-links.ts'
import { createGate } from './limits/gate.ts'
import type { RateLimiter } from './limits/rate-limiter.ts'
import { refuseTooMany } from './limits/too-many.ts'
import type { PortalPorts } from './portal-contract.ts'
import type { ServerSettings } from './settings.ts'

/** What the limited acts are made of. */
export interface LookupParts {
  readonly lookup: LookupPorts
  readonly codes: RateLimiter
  readonly links: FileLinker
  readonly settings: ServerSettings
  readonly clock: () => Date
  readonly report: ReportBug
}

/** The same key however a code is typed; codes themselves stand in no table and no log. */
const keyOf = (code: string): string => sha256Hex(parseLookupCode(code) ?? `no code: ${code}`)

/**
 * The acts of looking up as the API and the pages share them: with a limit on trying second data for one code, and on
 * files verified at once. A try is counted before it is made, so that tries side by side do not slip through, and
 * given back when the datum was right. Codes that do not exist are counted alike.
 */
export const limitLookups = ({ lookup, codes, links, settings, clock, report }: LookupParts): PortalPorts => {
  const { verificationsAtOnce, verificationsWaiting } = settings.limits
  const gate = createGate(verificationsAtOnce, verificationsWaiting)
  const { secondDatum } = settings
  return {
    lookUpCode: async (code, datum) => {
      const now = clock()
      if (datum === undefined) return lookUpCode(lookup, { code }, { now, secondDatum })
      const key = keyOf(code)
      const allowance = await codes.take(key, now)
      if (!allowance.isAllowed)
        throw refuseTooMany('Mã tra cứu này đã được thử quá nhiều lần', allowance.retryAfter)
      const answer = await lookUpCode(lookup, { code, datum }, { now, secondDatum })
      if (answer.kind === 'opened') await codes.giveBack(key)
      return answer
    },
    lookUpFile: (bytes) => gate(() => lookUpFile(lookup, bytes, { now: clock() })),
    fileLinks: (year) => links.linksTo(year, clock()),
    settings,
    report,
  }
}
