import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A small HTTP server on this machine's loopback address. */
export interface LocalServer {
  readonly url: string
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** Answers each POST with what `answer` makes of its body. */
export const listenLocally = async (
  contentType: string,
  answer: (body: Uint8Array) => Promise<Uint8Array>,
): Promise<LocalServer> => {
  const server = createServer((request, response) => {
    bodyOf(request)
      .then(answer)
      .then((body) => response.writeHead(200, { 'content-type': contentType }).end(body))
      .catch((cause: unknown) => response.destroy(cause instanceof Error ? cause : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.closeAllConnections()
      server.close((error) => {
        if (error) reject(error)
        else resolve()
      })
    })
  return { url: `http://127.0.0.1:${port}/`, close }
}
