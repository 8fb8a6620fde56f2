import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A letter as it came over the wire (RFC 5321). */
export interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** Header and body as they were sent, dots unstuffed. */
  readonly data: string
}

/** A mail server that keeps what it is given; it refuses whom it is told to. */
export interface MailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  readonly refuse: (address: string) => void
  close(): Promise<void>
}

interface Session {
  from: string
  to: string[]
  data: string[] | undefined
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? ''

const answerTo = (line: string, session: Session, refused: ReadonlySet<string>): string => {
  const verb = line.slice(0, 4).toUpperCase()
  if (verb === 'EHLO' || verb === 'HELO') return '250 mail.example'
  if (verb === 'MAIL') session.from = addressIn(line)
  if (verb === 'RCPT') {
    if (refused.has(addressIn(line))) return '550 5.1.1 no such user'
    session.to.push(addressIn(line))
  }
  if (verb === 'DATA') {
    session.data = []
    return '354 go on'
  }
  return verb === 'QUIT' ? '221 bye' : '250 ok'
}

const converse = (socket: Socket, received: ReceivedMail[], refused: ReadonlySet<string>): void => {
  const session: Session = { from: '', to: [], data: undefined }
  let rest = ''
  const hear = (line: string): void => {
    if (session.data === undefined) {
      socket.write(`${answerTo(line, session, refused)}\r\n`)
      return
    }
    if (line !== '.') {
      session.data.push(line.replace(/^\./, ''))
      return
    }
    received.push({ from: session.from, to: session.to, data: session.data.join('\r\n') })
    Object.assign(session, { from: '', to: [], data: undefined })
    socket.write('250 taken\r\n')
  }
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    const lines = (rest + bytes.toString('utf8')).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line)
  })
  socket.write('220 mail.example ESMTP\r\n')
}

export const openMailServer = async (): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  const refused = new Set<string>()
  const server = createServer((socket) => {
    converse(socket, received, refused)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (address) => void refused.add(address),
    close: () =>
      new Promise((resolve) =>
        server.close(() => {
          resolve()
        }),
      ),
  }
}

/** The text of a letter: out of quoted-printable or base64, whichever it came in. */
export const textOf = ({ data }: ReceivedMail): string => {
  const [head = '', ...body] = data.split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  const how = /^content-transfer-encoding: *(\S+)/im.exec(head)?.[1]?.toLowerCase()
  if (how === 'base64') return Buffer.from(text, 'base64').toString('utf8')
  if (how !== 'quoted-printable') return text
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

/** A line of the head, out of encoded words (RFC 2047). */
export const headOf = ({ data }: ReceivedMail, name: string): string => {
  const [head = ''] = data.split('\r\n\r\n')
  const line = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return (line ?? '')
    .slice(name.length + 1)
    .trim()
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_all, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replace(/_/g, ' ')
            .replace(/=([0-9A-F]{2})/gi, (_one, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
    )
    .replace(/.*/s, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
}
