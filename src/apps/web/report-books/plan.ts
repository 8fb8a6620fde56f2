import type { AnswerOf } from '../setting-up/request.ts'

/** What somebody may sign in one sitting, class by class, and what not yet. */
export type Plan = AnswerOf<'getSigningPlan'>
export type PlannedClass = Plan['classes'][number]
export type PlannedItem = PlannedClass['eligible'][number]
export type SittingKind = Plan['kind']

/** A report to be looked at before it is signed, with its class. */
export interface OddItem {
  readonly schoolClass: PlannedClass
  readonly item: PlannedItem
}

/** The reports out of the ordinary, in the order of the classes. */
export const listOdd = ({ classes }: Plan): readonly OddItem[] =>
  classes.flatMap((schoolClass) =>
    schoolClass.eligible
      .filter(({ exceptions }) => exceptions.length > 0)
      .map((item) => ({ schoolClass, item })),
  )

/** The classes in which every report is odd in the same way. */
export const listCommon = ({ classes }: Plan): readonly PlannedClass[] =>
  classes.filter(({ common }) => common.length > 0)

/** What of a plan is chosen: some classes, without some pupils. */
export interface Choice {
  readonly classIds: ReadonlySet<string>
  readonly leftOut: ReadonlySet<string>
}

/** Everything at first: most evenings nothing has to be left. */
export const chooseAll = ({ classes }: Plan): Choice => ({
  classIds: new Set(classes.filter(({ eligible }) => eligible.length > 0).map(({ classId }) => classId)),
  leftOut: new Set(),
})

/** A set with one member in or out. */
export const toggled = (set: ReadonlySet<string>, member: string, isIn: boolean): ReadonlySet<string> => {
  const next = new Set(set)
  if (isIn) next.add(member)
  else next.delete(member)
  return next
}

/** The chosen reports of a plan. */
export const listChosen = ({ classes }: Plan, { classIds, leftOut }: Choice): readonly PlannedItem[] =>
  classes
    .filter(({ classId }) => classIds.has(classId))
    .flatMap(({ eligible }) => eligible.filter(({ studentCode }) => !leftOut.has(studentCode)))

/** How many reports of a class wait for somebody else. */
export const countBlocked = ({ blocked }: PlannedClass): number =>
  blocked.reduce((sum, { students }) => sum + students.length, 0)

/** How long what is left will take at the pace so far, in minutes; undefined before anything is done. */
export const minutesLeft = (
  { total, done, failed, dropped }: Readonly<Record<'total' | 'done' | 'failed' | 'dropped', number>>,
  elapsed: number,
): number | undefined => {
  const passed = done + failed + dropped
  return passed === 0 || elapsed <= 0 ? undefined : Math.round(((total - passed) * elapsed) / passed / 60_000)
}
