import { expect } from 'vitest'
import { password, type Browser, type SchoolServer } from './school-server.ts'
import { smallSchool } from './small-school.ts'

/** Somebody of the small school with an account. */
export interface Person {
  readonly username: string
  readonly accountId: string
}

let count = 0

/** Somebody new each time, so that no test counts another's attempts. */
export const newPerson = async (
  opened: SchoolServer,
  more: { readonly staffCode?: string } = {},
): Promise<Person> => {
  const username = `person${(count += 1)}`
  const [accountId = ''] = await opened.addMembers({
    schoolCode: smallSchool.school.code,
    username,
    fullName: 'Kha Văn Tiến',
    ...more,
  })
  return { username, accountId }
}

export const enter = (browser: Browser, username: string, more: object = {}) =>
  browser.ask('POST', '/api/v1/sessions', { username, password, ...more })

/** A browser in which somebody signed in with their password. */
export const signIn = async (opened: SchoolServer, { username }: Person): Promise<Browser> => {
  const browser = opened.openBrowser()
  expect((await enter(browser, username)).statusCode).toBe(201)
  return browser
}

export const statusOfMe = async (browser: Browser): Promise<number> =>
  (await browser.ask('GET', '/api/v1/me')).statusCode
