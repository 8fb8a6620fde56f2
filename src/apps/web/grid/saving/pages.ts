import type { SheetCell } from '../model/sheet.ts'

const prefix = 'hocba-trang-'

/** This page's name, held as long as it is open: a killed page lets go of it. */
export const holdPage = (): string => {
  const page = crypto.randomUUID()
  // Never given back: the browser does when the page is gone.
  void navigator.locks.request(`${prefix}${page}`, () => new Promise(() => undefined))
  return page
}

/** The names of the pages that are open. */
export const listOpenPages = async (): Promise<ReadonlySet<string>> => {
  const { held = [] } = await navigator.locks.query()
  return new Set(
    held.flatMap(({ name }) => (name?.startsWith(prefix) === true ? [name.slice(prefix.length)] : [])),
  )
}

/** Between this person's pages of one sheet: what one saved, the others show at once. */
export interface OtherPages {
  readonly tell: (cells: readonly SheetCell[]) => void
  readonly close: () => void
}

/** Joins the pages of one sheet. */
export const joinPages = (sheetKey: string, hear: (cells: readonly SheetCell[]) => void): OtherPages => {
  const channel = new BroadcastChannel(`hocba-trang-so/${sheetKey}`)
  channel.onmessage = ({ data }: MessageEvent<readonly SheetCell[]>) => {
    hear(data)
  }
  return {
    tell: (cells) => {
      if (cells.length > 0) channel.postMessage(cells)
    },
    close: () => {
      channel.close()
    },
  }
}
