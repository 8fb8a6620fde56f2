import { isPermitted, type Actor } from '../../../../accounts/index.ts'
import type { PlanRequest, SittingKind } from '../../../../adapters/postgres/books/plan-sitting.ts'
import {
  readSitting,
  type SittingDetail,
  type SittingView,
} from '../../../../adapters/postgres/books/sittings.ts'
import { Refusal } from '../../../../shared/refusal.ts'
import type { SchoolAddress } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'

export const signingAddress = '/api/v1/schools/:schoolCode/years/:schoolYear/:level/signing'
export const sittingsAddress = `${signingAddress}/sittings`

/** A server without a desk tells everything and signs nothing. */
export const noDesk = 'Máy chủ chưa nối với nơi giữ khóa nên chưa kí được. Hãy báo người quản trị hệ thống.'

export type Year = Pick<SchoolAddress, 'schoolYear' | 'level'>

/** The level's year of an address, in the school of whoever asks. */
export const scopeOf = ({ tenant }: Actor, { schoolYear, level }: Year) => ({ tenant, schoolYear, level })

/** Whose sitting it would be. Who may sign but not seal is refused the seal. */
export const requestOf = (actor: Actor, year: Year, kind: SittingKind, now: Date): PlanRequest => {
  const { staffCode } = actor
  if (staffCode === undefined || (kind === 'seal' && !isPermitted(actor, 'books.seal', {})))
    throw new Refusal(
      'act-not-available',
      kind === 'seal'
        ? 'Đóng dấu, phát hành học bạ là việc của văn thư. Hãy nhờ văn thư của trường.'
        : 'Tài khoản này không gắn với cán bộ nào của trường nên không kí được. Hãy nhờ quản trị gắn mã cán bộ.',
    )
  return { ...scopeOf(actor, year), staffCode, kind, now }
}

/** The heads of the school look at every sitting. */
export const seesAll = ({ roles }: Actor): boolean =>
  roles.includes('principal') || roles.includes('vice-principal')

/** Others at their own; at a sealing also whoever may seal. */
const maySee = (actor: Actor, sitting: SittingView): boolean => seesAll(actor) || mayRun(actor, sitting)

/** Who may stop it and let it go on. */
export const mayRun = (actor: Actor, { kind, staffCode }: SittingView): boolean =>
  staffCode === actor.staffCode || (kind === 'seal' && isPermitted(actor, 'books.seal', {}))

/** The parts of an address that name a sitting. */
export interface SittingAddress extends Year {
  readonly sittingId: string
}

/** A sitting that whoever asks may look at. */
export const findVisible = async (
  { school }: SchoolPorts,
  actor: Actor,
  address: SittingAddress,
): Promise<SittingDetail | undefined> => {
  const found = await readSitting(school, { ...scopeOf(actor, address), sittingId: address.sittingId })
  return found !== undefined && maySee(actor, found) ? found : undefined
}
