const pattern = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'(\d\d)'?)$/

/** A PDF date (ISO 32000-1 §7.9.4) with its time zone as an instant; undefined for anything else. */
export const parsePdfDate = (text: string): Date | undefined => {
  const [, year, month, day, hour, minute, second, zoneHour = '+00', zoneMinute = '00'] =
    pattern.exec(text) ?? []
  if (year === undefined) return undefined
  const iso = `${year}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}`
  const at = new Date(`${iso}${zoneHour}:${zoneMinute}`)
  const isReal = !Number.isNaN(at.getTime()) && new Date(`${iso}Z`).toISOString().startsWith(iso)
  return isReal ? at : undefined
}

const vietnamOffset = 7 * 60 * 60 * 1000

/** An instant as a PDF date in Vietnam's time zone: `D:20260529090000+07'00'`. */
export const toPdfDate = (at: Date): string => {
  const digits = new Date(at.getTime() + vietnamOffset).toISOString().replace(/\D/g, '').slice(0, 14)
  return `D:${digits}+07'00'`
}
