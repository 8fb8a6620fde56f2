import { randomUUID } from 'node:crypto'
import type { NoticeItem, SchoolPlace } from '../../../../adapters/postgres/books/notice-items.ts'
import {
  hasDigests,
  makeDigests,
  noteLetter,
  takeLetter,
  type Letter,
} from '../../../../adapters/postgres/notices/digests.ts'
import { listSchools } from '../../../../adapters/postgres/notices/schools.ts'
import { listActiveMembers, type ActiveMember } from '../../../../adapters/postgres/signin/active-members.ts'
import { inSignin } from '../../../../adapters/postgres/signin/transaction.ts'
import { dayInVietnam, formatDate, formatInstant } from '../../../../shared/dates.ts'
import type { Mail } from '../../../../workflow/index.ts'
import type { DigestSettings, SchoolPorts } from '../ports.ts'

/** What the digests of a server are made with. */
export type DigestPorts = Pick<SchoolPorts, 'school' | 'signin' | 'clock' | 'report'> & {
  readonly digest: DigestSettings
}

/** Makes digests while a server runs (bản tin ngày). */
export interface DailyDigest {
  /** Looks once: from the set hour on makes what was not made today, and sends what was not sent. */
  look(): Promise<void>
  /** Looks now and every five minutes. */
  start(): void
  /** Looks no more, and waits for a letter that is on its way. */
  close(): Promise<void>
}

const lookEvery = 5 * 60_000

/** Any number of servers may run it on one database: of each digest and each letter one of them takes care. */
export const createDailyDigest = (ports: DigestPorts): DailyDigest => {
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | undefined
  const look = (): Promise<void> =>
    (looking ??= lookAtAll(ports, () => isClosed).finally(() => {
      looking = undefined
    }))
  const lookAlone = (): void => {
    look().catch((error: unknown) => {
      tell(ports, error)
    })
  }
  return {
    look,
    start: () => {
      lookAlone()
      timer = setInterval(lookAlone, lookEvery)
      timer.unref()
    },
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await looking?.catch(() => undefined)
    },
  }
}

const tell = ({ report }: DigestPorts, error: unknown): void => {
  report?.(`urn:uuid:${randomUUID()}`, 'daily-digest', error)
}

const hourInVietnam = (at: Date): number => Number(formatInstant(at).slice(11, 13))

/** School by school: what fails for one is told, and the next one has its digests all the same. */
const lookAtAll = async (ports: DigestPorts, isClosed: () => boolean): Promise<void> => {
  if (hourInVietnam(ports.clock()) < ports.digest.hour) return
  for (const place of await listSchools(ports.school)) {
    if (isClosed()) return
    try {
      await lookAt(ports, place, isClosed)
    } catch (error) {
      tell(ports, error)
    }
  }
}

const lookAt = async (ports: DigestPorts, place: SchoolPlace, isClosed: () => boolean): Promise<void> => {
  const { school, signin, clock, digest } = ports
  const { tenant, schoolCode } = place
  const members = await inSignin(signin, { schoolCode }, (transaction) =>
    listActiveMembers(transaction, schoolCode),
  )
  if (!(await hasDigests(school, tenant, dayInVietnam(clock()))))
    await makeDigests(school, place, members, clock())
  if (digest.mailer === undefined) return
  const byAccount = new Map(members.map((member) => [member.accountId, member]))
  while (!isClosed()) {
    const letter = await takeLetter(school, tenant, clock())
    if (letter === undefined) return
    await send(ports, place, letter, byAccount.get(letter.accountId))
  }
}

/** Whoever has left since the digest was made gets none; that the attempt was counted keeps it so. */
const send = async (
  { school, clock, digest }: DigestPorts,
  { tenant }: SchoolPlace,
  letter: Letter,
  member: ActiveMember | undefined,
): Promise<void> => {
  if (member === undefined) return
  try {
    await digest.mailer?.send(writeLetter(letter, member, digest.publicUrl))
  } catch (error) {
    const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500)
    await noteLetter(school, tenant, letter, { failure })
    return
  }
  await noteLetter(school, tenant, letter, { mailedAt: clock() })
}

const lineOf = (publicUrl: string, { text, path }: NoticeItem): string =>
  `- ${text}\n  ${publicUrl}truong${path}`

/** The letter of a digest: counts and places, no pupil's name. */
export const writeLetter = (
  { address, day, items }: Letter,
  { fullName }: Pick<ActiveMember, 'fullName'>,
  publicUrl: string,
): Mail => ({
  to: address,
  subject: `Học bạ số: ${items.length} việc cần xem ngày ${formatDate(day)}`,
  text: [
    `Kính gửi thầy/cô ${fullName},`,
    '',
    `Việc cần xem ngày ${formatDate(day)}:`,
    '',
    ...items.map((item) => lineOf(publicUrl, item)),
    '',
    'Thư gửi tự động, mỗi ngày nhiều nhất một lần. Muốn thôi nhận: mở Thông báo trong chương trình, bỏ chọn nhận thư.',
    '',
  ].join('\n'),
})
