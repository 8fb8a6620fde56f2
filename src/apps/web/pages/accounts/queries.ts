import { answerOf, api } from '../../api/client.ts'

/** A page of the school's accounts. */
export const accountsQuery = (schoolCode: string, search: string, page: number) => ({
  queryKey: ['accounts', schoolCode, 'list', search, page],
  queryFn: () =>
    answerOf(
      api.GET('/api/v1/schools/{schoolCode}/accounts', {
        params: { path: { schoolCode }, query: { page: String(page), ...(search === '' ? {} : { search }) } },
      }),
    ),
})

export type Account = Awaited<ReturnType<ReturnType<typeof accountsQuery>['queryFn']>>['accounts'][number]

/** An account with the code that opens it. */
export interface Slip {
  readonly fullName: string
  readonly username: string
  readonly activationCode: string
  readonly activationExpiresAt: string
  /** The account was just made: whoever has one at another school may take the place with that. */
  readonly isNew: boolean
}

/** The slip of an account that was just given. */
export const slipOf = ({
  account: { fullName, username },
  activationCode,
  activationExpiresAt,
}: {
  readonly account: Account
  readonly activationCode: string
  readonly activationExpiresAt: string
}): Slip => ({ fullName, username, activationCode, activationExpiresAt, isNew: true })
