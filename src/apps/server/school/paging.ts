import { Type } from 'typebox'

/** A page's number in an address: text, since nothing that is sent is turned into another type. */
export const PageNumber = Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,4}$' }))

/** How many to a page, up to 500. */
export const PageSize = Type.Optional(Type.String({ pattern: '^([1-9]\\d?|[1-4]\\d\\d|500)$' }))

/** Which part of a list is asked for; the first 50 where nothing is said. */
export const pagingOf = ({
  page = '1',
  pageSize = '50',
}: {
  readonly page?: string | undefined
  readonly pageSize?: string | undefined
}): { readonly page: number; readonly pageSize: number } => ({
  page: Number(page),
  pageSize: Number(pageSize),
})
