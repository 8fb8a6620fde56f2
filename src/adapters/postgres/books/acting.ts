import type { Actor } from '../../../accounts/index.ts'
import { textLimits } from '../../../shared/limits.ts'
import { Refusal } from '../../../shared/refusal.ts'
import type { SchoolTransaction } from '../school/enter-school.ts'
import type { YearScope } from '../school/load-rows.ts'
import { refuseInput } from '../set-up/set-up-rows.ts'
import { readText } from '../set-up/typed-values.ts'
import type { BookMaking } from './book-making.ts'

/** Who acts, and when. */
export interface Acting {
  readonly actor: Actor
  readonly now: Date
}

/** The same, where reports are made anew by it. */
export interface MakingActing extends Acting {
  readonly making: BookMaking
}

/** An act that the order of things forbids; the sentence names the place and the remedy. */
export const refuseAct = (sentence: string): Refusal => new Refusal('act-not-available', sentence)

const leastReason = 5

/** Lí do: words that tell somebody else why, at least five characters of them. */
export const readReason = (field: string, typed: string, longest: number = textLimits.phrase): string => {
  const reason = readText(field, typed, longest)
  if (reason.length >= leastReason) return reason
  throw refuseInput(
    `Mục '${field}' ngắn quá → ghi ít nhất ${leastReason} kí tự, đủ để người khác hiểu vì sao.`,
  )
}

/** Whether somebody decides as head of the school this year: the principal, or who signs on the principal's behalf. */
export const decidesAsPrincipal = async (
  transaction: SchoolTransaction,
  { tenant, schoolYear, level }: YearScope,
  { roles, staffCode, isAdministrator }: Actor,
): Promise<boolean> => {
  if (isAdministrator) return false
  if (roles.includes('principal')) return true
  if (staffCode === undefined) return false
  const found = await transaction
    .selectFrom('school.school_year')
    .select('approver')
    .where('tenant_id', '=', tenant)
    .where('school_year', '=', schoolYear)
    .where('level', '=', level)
    .where('approver', '=', staffCode)
    .executeTakeFirst()
  return found !== undefined
}
