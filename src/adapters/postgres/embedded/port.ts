import { readFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { findError } from '../../file-store/file-errors.ts'

/** Only programs on the same machine reach the embedded server. */
export const loopback = '127.0.0.1'

/** Listens for a moment to see whether a port is free; 0 asks the system for any. */
const tryPort = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => {
      resolve(undefined)
    })
    server.listen({ port, host: loopback, exclusive: true }, () => {
      const { port: free } = server.address() as AddressInfo
      server.close(() => {
        resolve(free)
      })
    })
  })

/** The port of the last time if it is still free, else any free one. */
export const choosePort = async (portFile: string): Promise<number> => {
  const last = Number(await readFile(portFile, 'utf8').catch(findError('ENOENT')))
  const again = Number.isInteger(last) && last > 1023 && last < 65_536 ? await tryPort(last) : undefined
  const port = again ?? (await tryPort(0))
  if (port === undefined) throw new Error('the system has no free port')
  return port
}
