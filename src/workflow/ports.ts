/** A letter that somebody is sent: one address, a subject of one line, plain text. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Where mail is handed over (máy chủ thư). Fails with what the other side said where it does not take the letter. */
export interface Mailer {
  send(mail: Mail): Promise<void>
}
