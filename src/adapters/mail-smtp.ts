import { createTransport } from 'nodemailer'
import type { Mailer } from '../workflow/index.ts'

/** How a mail server is reached. */
export interface SmtpOptions {
  /** smtp://user:password@host:587, or smtps:// where TLS begins with the connection. */
  readonly url: string
  /** Whom the letters are from: an address, or a name with the address in angle brackets. */
  readonly from: string
  readonly timeoutMilliseconds?: number
}

/**
 * Hands mail over to a mail server (SMTP, RFC 5321). What a letter says is plain text: nothing in it makes the library
 * read a file or an address. Fails where the server cannot be reached or does not take the letter.
 */
export const smtpMailer = ({ url, from, timeoutMilliseconds = 20_000 }: SmtpOptions): Mailer => {
  const transport = createTransport({
    url,
    connectionTimeout: timeoutMilliseconds,
    greetingTimeout: timeoutMilliseconds,
    socketTimeout: timeoutMilliseconds,
    dnsTimeout: timeoutMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    send: async ({ to, subject, text }) => {
      await transport.sendMail({ from, to, subject, text, headers: { 'Auto-Submitted': 'auto-generated' } })
    },
  }
}
