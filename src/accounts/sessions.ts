const hour = 3_600_000

/** How long a session lasts without being used, and at most. */
export const sessionLife = { idle: 12 * hour, whole: 7 * 24 * hour } as const

/** What of a session decides whether it still counts. */
export interface SessionTimes {
  readonly lastSeenAt: Date
  readonly expiresAt: Date
}

/** Whether a session still counts. */
export const isSessionAlive = ({ lastSeenAt, expiresAt }: SessionTimes, now: Date): boolean =>
  now < expiresAt && now.getTime() - lastSeenAt.getTime() < sessionLife.idle
