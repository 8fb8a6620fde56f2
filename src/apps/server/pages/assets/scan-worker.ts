import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const notice = '/* qr-scanner, MIT, Nimiq; with jsQR, Apache-2.0, Cosmo Wolfe */\n'

/**
 * The worker of qr-scanner that finds QR codes, as a file of its own. The package makes it from a text at run time
 * (a blob), which the pages' policy `worker-src 'self'` forbids: the text is taken out of its template here.
 */
export const readScanWorker = async (): Promise<string> => {
  const wrapped = await readFile(resolve('qr-scanner/qr-scanner-worker.min.js'), 'utf8')
  const text = /new Blob\(\[`(.*)`\]/s.exec(wrapped)?.[1]
  if (text === undefined) throw new Error('qr-scanner: the worker does not stand where it is looked for')
  return notice + text.replaceAll(/\\([`$\\])/g, '$1')
}
