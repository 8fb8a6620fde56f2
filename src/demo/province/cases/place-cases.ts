import type { EducationLevel } from '../../../shared/education-level.ts'
import type { ClassPlan } from '../class-plan.ts'
import type { Seat, SpecialCase } from './special-cases.ts'
import { seatsOfLevel } from './special-cases.ts'

/** Which seats of each class are special: class index → seat number → case. Seats left out are ordinary pupils. */
export type CaseSeating = readonly ReadonlyMap<number, SpecialCase>[]

/** Large schools have each case more than once: once per so many pupils. */
const pupilsPerRound = 600

const fits = ({ place }: Seat, plan: ClassPlan, lowest: number): boolean => {
  if (place === 'thai-class') return plan.learnsThai
  if (place === 'arts-class') return plan.subjects.includes('AM_NHAC')
  if (place === 'lowest') return plan.grade === lowest
  return place === 'any' || plan.grade > lowest
}

/** The class with the most ordinary pupils left; an ordinary one stays in every class, for the amendment. */
const roomiest = (candidates: readonly ClassPlan[], used: readonly Map<number, SpecialCase>[]): ClassPlan => {
  const left = (plan: ClassPlan): number => plan.size - (used[plan.index]?.size ?? 0)
  const [first, ...others] = candidates
  if (first === undefined) throw new Error('no class fits the case')
  return others.reduce((best, plan) => (left(plan) > left(best) ? plan : best), first)
}

/** Gives every special case of the level its seat, spread over the classes it fits. */
export const placeCases = (level: EducationLevel, plans: readonly ClassPlan[]): CaseSeating => {
  const seating = plans.map(() => new Map<number, SpecialCase>())
  const pupils = plans.reduce((sum, { size }) => sum + size, 0)
  const lowest = Math.min(...plans.map(({ grade }) => grade))
  const rounds = Math.max(1, Math.floor(pupils / pupilsPerRound))
  for (let round = 0; round < rounds; round++) {
    for (const seat of seatsOfLevel[level]) {
      const plan = roomiest(
        plans.filter((candidate) => fits(seat, candidate, lowest)),
        seating,
      )
      const taken = seating[plan.index]
      taken?.set(taken.size, seat.case)
    }
  }
  return seating
}
