import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listGeneratedFiles } from './generated-files.ts'
import { ensureTestTools } from './test-tools.ts'

/** How many checks of one step passed and failed; a skipped test counts as failed. */
interface Tally {
  readonly passed: number
  readonly failed: number
}

const run = (label: string, command: string, args: readonly string[]): boolean => {
  process.stdout.write(`\n── ${label}\n`)
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0
}

const asTally = (ok: boolean): Tally => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

const checkGeneratedFiles = (): Tally => {
  process.stdout.write('\n── generated files\n')
  const stale = [...listGeneratedFiles()].filter(([path, text]) => readFileSync(path, 'utf8') !== text)
  for (const [path] of stale) process.stdout.write(`${path} is stale: run npm run generate\n`)
  return asTally(stale.length === 0)
}

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numTotalTests: number
}

/** Runs one project; an empty, skipped or crashed one is a failure. */
const runProject = (project: string): Tally => {
  const folder = mkdtempSync(join(tmpdir(), 'hocba-test-'))
  const file = join(folder, 'report.json')
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const ok = run(`tests: ${project}`, 'npx', ['--no-install', ...args])
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
    const failed = report.numFailedTests + report.numPendingTests + report.numTodoTests
    return {
      passed: report.numPassedTests,
      failed: failed + (failed === 0 && (!ok || report.numTotalTests === 0) ? 1 : 0),
    }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

ensureTestTools()
const tallies = [
  asTally(run('format', 'npx', ['--no-install', 'prettier', '--check', '--log-level', 'warn', '.'])),
  asTally(run('lint', 'npx', ['--no-install', 'eslint', '--max-warnings', '0', '.'])),
  asTally(run('types', 'npx', ['--no-install', 'tsc', '-p', '.'])),
  asTally(
    run('types: browser', 'npx', ['--no-install', 'tsc', '-p', 'src/apps/server/pages/browser', '--noEmit']),
  ),
  checkGeneratedFiles(),
  runProject('unit'),
  runProject('system'),
]
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
