import type { Actor } from '../../../../accounts/index.ts'
import { listSheetStates } from '../../../../adapters/postgres/books/progress-sheets.ts'
import { withTenant } from '../../../../adapters/postgres/connect.ts'
import {
  listProgress,
  type Progress,
  type WorkPlace,
} from '../../../../adapters/postgres/gradebook/list-work.ts'
import { listDeadlines } from '../../../../adapters/postgres/gradebook/stored-deadlines.ts'
import type { YearScope } from '../../../../adapters/postgres/school/load-rows.ts'
import { findNextDeadline } from '../../../../gradebook/index.ts'
import { dayInVietnam } from '../../../../shared/dates.ts'
import type { Api } from '../../routes/api.ts'
import { problemAnswers } from '../../schemas/shared.ts'
import { getActor } from '../guard.ts'
import type { SchoolPorts } from '../ports.ts'
import { answering } from './answers.ts'
import { canWrite } from './places.ts'
import { WorkSchema, YearParams } from './schemas.ts'

type WorkRole = 'subject-teacher' | 'homeroom-teacher' | 'principal' | 'group-head'

/** One sheet of somebody's work. */
interface WorkSheet extends Progress {
  readonly role: WorkRole
  readonly deadline: { readonly date: string; readonly title: string; readonly article: string | null } | null
  readonly canWrite: boolean
  /** Null where a sheet is none that is confirmed by itself. */
  readonly isConfirmed: boolean | null
}

/** GET …/years/:schoolYear/:level/work: the sheets somebody has to do with, and how far they are (việc của tôi). */
export const addGetWork = (api: Api, { school, clock }: SchoolPorts): void => {
  api.get(
    '/api/v1/schools/:schoolCode/years/:schoolYear/:level/work',
    {
      config: { access: 'work.read' },
      schema: {
        operationId: 'getWork',
        summary: 'The sheets of whoever asks, and how far they are',
        description: 'Counted are the cells that are asked for by today.',
        tags: ['gradebook'],
        params: YearParams,
        response: {
          200: answering<{ readonly sheets: readonly WorkSheet[] }>(WorkSchema),
          ...problemAnswers(400, 401, 403, 404, 500),
        },
      },
    },
    async (request) => {
      const actor = getActor(request)
      const { schoolYear, level } = request.params
      const wanted = listWork(actor)
      const place = { tenant: actor.tenant, schoolYear, level }
      const today = dayInVietnam(clock())
      const deadlines = await listDeadlines(school, place)
      const progress = await listProgress(
        school,
        place,
        wanted.map(({ place: one }) => one),
        today,
      )
      const confirmed = await readConfirmed(school, place)
      return {
        sheets: wanted.flatMap((work) =>
          toWorkSheets(actor, work, progress, (one) => ({
            deadline: deadlineOf(findNextDeadline(one.grade, deadlines, today)),
            isConfirmed: confirmed.get(keyOf(one)) ?? null,
          })),
        ),
      }
    },
  )
}

interface Work {
  readonly role: WorkRole
  readonly place: WorkPlace
}

/** Own lessons, the own class's sheets, the principal's decisions, and what a group head follows; each sheet once. */
const listWork = ({ teaches, homeroomClasses, roles, follows }: Actor): readonly Work[] => {
  const own = teaches.map(({ classId, subject }): Work => {
    return { role: 'subject-teacher', place: { classId, sheet: subject } }
  })
  const ofClass = homeroomClasses.flatMap((classId) =>
    (['homeroom', 'attendance'] as const).map((sheet): Work => {
      return { role: 'homeroom-teacher', place: { classId, sheet } }
    }),
  )
  const decisions: readonly Work[] = roles.includes('principal')
    ? [{ role: 'principal', place: { sheet: 'decisions' } }]
    : []
  const followed = follows
    .filter(
      (one) => !teaches.some(({ classId, subject }) => classId === one.classId && subject === one.subject),
    )
    .map(({ classId, subject }): Work => ({ role: 'group-head', place: { classId, sheet: subject } }))
  return [...own, ...ofClass, ...decisions, ...followed]
}

const keyOf = ({ classId, sheet }: Pick<Progress, 'classId' | 'sheet'>): string => `${classId}/${sheet}`

/** By sheet, whether its year is confirmed. */
const readConfirmed = async (
  school: SchoolPorts['school'],
  place: YearScope,
): Promise<ReadonlyMap<string, boolean>> => {
  const states = await withTenant(school, place.tenant, (transaction) => listSheetStates(transaction, place))
  return new Map(states.map((state) => [keyOf(state), state.isConfirmed]))
}

const deadlineOf = (next: ReturnType<typeof findNextDeadline>): WorkSheet['deadline'] =>
  next === undefined ? null : { date: next.closesOn, title: next.title, article: next.article }

const toWorkSheets = (
  actor: Actor,
  { role, place }: Work,
  progress: readonly Progress[],
  standingOf: (one: Progress) => Pick<WorkSheet, 'deadline' | 'isConfirmed'>,
): readonly WorkSheet[] =>
  progress
    .filter(({ classId, sheet }) => sheet === place.sheet && classId === (place.classId ?? classId))
    .map((one) => ({ ...one, role, ...standingOf(one), canWrite: canWrite(actor, one) }))
