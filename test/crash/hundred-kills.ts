import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crashSittings } from './support/sitting-rounds.ts'

/** The long run of the crash test of sittings: `node test/crash/hundred-kills.ts [KILLS] [BOOKS]`; exit 1 on any fault. */
const [kills = '100', books = '300'] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'hocba-crash-'))
chmodSync(folder, 0o711)
try {
  const pupils = Number(books)
  // Each batch of three says up to five words: so many between two kills come to the end with the last of them.
  const wordsBetween = Math.max(4, Math.round((pupils * 8) / Number(kills)))
  const report = await crashSittings(
    folder,
    { kills: Number(kills), pupils, wordsBetween },
    (kill, { wasKilled, lastWord }) => {
      process.stdout.write(`kill ${kill}: ${wasKilled ? `killed at “${lastWord}”` : 'ended before'}\n`)
    },
  )
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  const { issued, unsigned, unfinished } = report.last
  if (report.faults.length > 0 || issued !== pupils || unsigned + unfinished > 0) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
