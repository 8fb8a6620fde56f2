import { closingsOn, type Closing, type Column, type Deadline, type YearPart } from '../gradebook/index.ts'
import { formatDate, dayInVietnam } from '../shared/dates.ts'

/** Which part of a sheet a confirmation closes: the year with all its terms and moments, or what the summer gives. */
export type ConfirmedPart = 'year' | 'summer'

/** A confirmation that stands (xác nhận): who said so, and when (ISO 8601). */
export interface StandingConfirmation {
  readonly part: ConfirmedPart
  readonly byName: string
  readonly at: string
}

/** An order in force that reaches a sheet (lệnh mở sổ); without a part it opens all of the year. */
export interface OrderInForce {
  readonly orderNumber: string
  readonly part: YearPart | null
}

/** What decides whether a sheet of a class may be written at an instant. */
export interface EntryFacts {
  readonly deadlines: readonly Deadline[]
  /** Of the sheet itself; attendance closes with the homeroom teacher's sheet, decisions with the carry-over. */
  readonly confirmations: readonly StandingConfirmation[]
  readonly orders: readonly OrderInForce[]
}

/** What of one pupil decides, whatever the sheet. */
export interface PupilStanding {
  /** A version of the year's report has been issued: nothing opens it but a correction. */
  readonly isIssued: boolean
  /** Paths of the sheet that were sent back and not answered yet. */
  readonly sentBack: readonly string[]
}

const partsOfYear = ['midterm1', 'term1', 'midterm2', 'year'] as const satisfies readonly YearPart[]

const confirmedParts = (part: ConfirmedPart): readonly YearPart[] =>
  part === 'year' ? partsOfYear : ['summer']

const closingsOf = ({ part, byName, at }: StandingConfirmation): readonly Closing[] =>
  confirmedParts(part).map((one) => ({
    part: one,
    because:
      `${byName} đã xác nhận trang này ngày ${formatDate(dayInVietnam(new Date(at)))}. ` +
      'Muốn sửa thì nhờ trả lại ô, hoặc xin lệnh mở sổ.',
  }))

type Orders = Pick<EntryFacts, 'orders'>

const openedBy =
  ({ orders }: Orders) =>
  ({ part }: Closing): boolean =>
    orders.some((order) => order.part === null || order.part === part)

/**
 * What of a sheet is closed now (khóa sổ), and why: by its confirmation, else by its deadline; an order in force opens
 * what it reaches. The one policy of entry: the page, the grid, its pastes and every import ask it.
 */
export const sheetClosings = (facts: EntryFacts, { now }: { readonly now: Date }): readonly Closing[] => {
  const isOpened = openedBy(facts)
  const byDeadline = closingsOn(facts.deadlines, dayInVietnam(now))
  return [...confirmedClosings(facts), ...byDeadline.filter((closing) => !isOpened(closing))]
}

/**
 * What confirmations alone have closed: that also holds of what a sheet rests on and deadlines do not speak of, as
 * exemptions and who is in the class.
 */
export const confirmedClosings = (facts: EntryFacts): readonly Closing[] => {
  const isOpened = openedBy(facts)
  return facts.confirmations.flatMap(closingsOf).filter((closing) => !isOpened(closing))
}

/** Said of whatever belongs to an issued book. */
export const issuedBecause = 'Học bạ của em này đã phát hành. Muốn sửa thì đề nghị đính chính.'
/** Said of what a school keeps about a pupil whose book is issued: it stands on its pages. */
export const issuedPupilBecause =
  'Học bạ của em này đã phát hành. Muốn sửa thì đề nghị đính chính, hoặc thu hồi học bạ.'
/** Said of a cell that waits for an answer. */
export const sentBackBecause = 'Ô này được trả lại. Hãy trả lời ở trang “Ô trả lại”.'

/**
 * Why one cell may not be written now; undefined where it may. A cell that was sent back is written by its answer
 * alone, so that whoever sent it back hears of it.
 */
export const whyClosed = (
  { path, isLocked, lockedBecause }: Pick<Column, 'path' | 'isLocked' | 'lockedBecause'>,
  { isIssued, sentBack }: PupilStanding,
  { isAnswer = false }: { readonly isAnswer?: boolean } = {},
): string | undefined => {
  if (isIssued) return issuedBecause
  if (sentBack.includes(path)) return isAnswer ? undefined : sentBackBecause
  return isLocked ? (lockedBecause ?? 'Ô này đã khóa.') : undefined
}
