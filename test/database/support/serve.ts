import { startEmbeddedPostgres } from '../../../src/adapters/postgres/embedded.ts'

/**
 * A program that uses the embedded database of the folder it is given: says in one line where it is, and stops it
 * when its input ends.
 */
const began = performance.now()
const log: string[] = []
const [dataFolder = ''] = process.argv.slice(2)
const { url, adminUrl, stop } = await startEmbeddedPostgres({
  dataFolder,
  log: (line) => {
    log.push(line)
  },
})
const milliseconds = performance.now() - began
process.stdout.write(`${JSON.stringify({ url, adminUrl, log, milliseconds })}\n`)
process.stdin.resume().on('end', () => {
  void stop()
})
