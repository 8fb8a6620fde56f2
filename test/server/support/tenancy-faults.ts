import type { RecordedStatement } from '../../database/support/recorded.ts'
import type { Outcome } from './other-tenant.ts'

/** A statement that gives something whatever rows are there. */
interface Exemption {
  readonly part: string
  /** What tells nothing of any school; all else is a fault. */
  readonly rows: (parameters: readonly unknown[]) => readonly object[]
}

/** The only statements that give a row whatever rows are there: what they then give is written down here. */
export const alwaysAnswering: readonly Exemption[] = [
  // The place after the last one of a list: with no row there, the first.
  { part: 'select coalesce(max(position), -1)::int + 1 as next from', rows: () => [{ next: 0 }] },
  // How many pupils and lessons keep a class from going, how many pupils a search finds: none.
  {
    part: 'select (select count(*)::int from school.enrolment',
    rows: () => [{ students: 0, lessons: 0 }],
  },
  { part: 'select count(*)::int as total from school.enrolment e', rows: () => [{ total: 0 }] },
  // Which of the codes asked for are nobody's: every one of them, as it was asked.
  {
    part: 'select n.code, s.has_left from unnest($1::text[])',
    rows: ([codes]) => (codes as readonly string[]).map((code) => ({ code, has_left: null })),
  },
]

const exemptionOf = (sql: string): Exemption | undefined =>
  alwaysAnswering.find(({ part }) => sql.includes(part))

const isRefusal = ({ code, message }: { readonly code: string; readonly message: string }): boolean =>
  (code === '42501' && message.includes('row-level security')) || code === '23503'

/** What of a statement's outcomes in other names is neither nothing nor PostgreSQL's refusal. */
export const listFaults = (
  { sql, parameters }: RecordedStatement,
  outcomes: readonly Outcome[],
): readonly string[] =>
  outcomes.flatMap((outcome) => {
    if ('code' in outcome) return isRefusal(outcome) ? [] : [`${outcome.code} ${outcome.message}: ${sql}`]
    const nothing = exemptionOf(sql)?.rows(parameters) ?? []
    return outcome.written === 0 && JSON.stringify(outcome.rows) === JSON.stringify(nothing)
      ? []
      : [`${outcome.written} written, ${JSON.stringify(outcome.rows)} given: ${sql}`]
  })
