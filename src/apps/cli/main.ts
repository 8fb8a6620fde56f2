import { Refusal, type RefusalCode } from '../../shared/refusal.ts'
import { usage } from './usage.ts'

/** One command of `hocba`: takes its arguments, gives the exit status. */
type Command = (args: readonly string[]) => Promise<number>

/** Commands are loaded when called, so that `evaluate` does not pay for certificates and Excel. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  evaluate: async () => (await import('./evaluate.ts')).evaluateCommand,
  template: async () => (await import('./template.ts')).templateCommand,
  import: async () => (await import('./import.ts')).importCommand,
  issue: async () => (await import('./issue.ts')).issueCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  compile: async () => (await import('./compile.ts')).compileCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
}

/** Exit statuses by sysexits(3). */
const exitStatuses: Record<RefusalCode, number> = {
  'bad-usage': 64,
  'workbook-not-accepted': 65,
  'book-not-accepted': 65,
  'file-not-readable': 66,
  'school-year-not-found': 66,
  'page-engine-missing': 69,
  'database-not-available': 69,
  'own-verification-failed': 70,
  'output-exists': 73,
  'timestamp-not-available': 75,
  'too-many-requests': 75,
  'input-not-accepted': 65,
  'changed-meanwhile': 75,
  'key-not-available': 69,
  'act-not-available': 77,
  'database-not-fit': 78,
}

/** The server is an app of its own: `bin/hocba.js` starts it, and comes here only when it was called wrongly. */
const refuseStart = (): Refusal =>
  new Refusal(
    'bad-usage',
    'hocba start không nhận tham số; đặt bằng biến môi trường: HOCBA_DATA, HOCBA_PORT, HOCBA_DATABASE_URL…',
  )

const run = async (name: string, args: readonly string[]): Promise<number> => {
  if (name === 'start') throw refuseStart()
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) throw new Refusal('bad-usage', `Không có lệnh «${name}».\n\n${usage}`)
  const command = await load()
  return command(args)
}

/** Runs one command line. Refusals become one message and a status; anything else is a bug and is shown whole. */
export const main = async ([name, ...args]: readonly string[]): Promise<void> => {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(`${usage}\n`)
    process.exitCode = name === undefined ? 64 : 0
    return
  }
  try {
    process.exitCode = await run(name, args)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = exitStatuses[error.code]
  }
}
