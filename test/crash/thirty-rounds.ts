import { mkdtempSync, rmSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crashRounds } from './support/rounds.ts'

/** The long run of the crash test: `node test/crash/thirty-rounds.ts [ROUNDS] [STUDENTS]`; exit 1 if anything is lost. */
const [rounds = '30', students = '180'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'hocba-crash-'))
chmodSync(folder, 0o711)
try {
  const report = await crashRounds(
    folder,
    { rounds: Number(rounds), students: Number(students) },
    (round, { acknowledged, wasKilled }) => {
      process.stdout.write(
        `round ${round}: ${acknowledged.length} acknowledged, ${wasKilled ? 'killed' : 'ended'}\n`,
      )
    },
  )
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  if (report.lost.length + report.halves.length + report.duplicates > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
