const timeZone = 'Asia/Ho_Chi_Minh'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})
const day = new Intl.DateTimeFormat('en-GB', { timeZone, day: '2-digit', month: '2-digit' })

/** A moment as a teacher reads it, in Viet Nam's time: '21:14' today, '21:14 22/11' before. */
export const describeMoment = (at: number | string, now: number): string => {
  const moment = new Date(at)
  const time = clock.format(moment)
  return day.format(moment) === day.format(now) ? time : `${time} ${day.format(moment)}`
}
