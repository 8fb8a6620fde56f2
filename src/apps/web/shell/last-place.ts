const key = 'hocba.place'

/** The school's year somebody worked in last on this computer. */
export const lastPlace = (): string | undefined => localStorage.getItem(key) ?? undefined

export const rememberPlace = (place: string): void => {
  localStorage.setItem(key, place)
}
