import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listApiTypes } from './generate-api-types.ts'
import { ensureWeb } from '../src/apps/server/web/build.ts'
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

/** What docs/openapi.json says the server answers is compared with the server by a test of its own. */
const listApiTypesOfFile = (): Promise<readonly [string, string]> =>
  listApiTypes(JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as object)

const checkGeneratedFiles = async (): Promise<Tally> => {
  process.stdout.write('\n── generated files\n')
  const files = [...listGeneratedFiles(), await listApiTypesOfFile()]
  const stale = files.filter(([path, text]) => readFileSync(path, 'utf8') !== text)
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

/** Once, before tests that run side by side would each build them. */
const buildPages = async (): Promise<Tally> => {
  process.stdout.write('\n── the school’s pages\n')
  await ensureWeb((line) => process.stdout.write(`${line}\n`))
  return asTally(true)
}

ensureTestTools()
const tallies = [
  asTally(run('format', 'npx', ['--no-install', 'prettier', '--check', '--log-level', 'warn', '.'])),
  asTally(run('lint', 'npx', ['--no-install', 'eslint', '--max-warnings', '0', '.'])),
  asTally(run('types', 'npx', ['--no-install', 'tsc', '-p', '.'])),
  asTally(
    run('types: browser', 'npx', ['--no-install', 'tsc', '-p', 'src/apps/server/pages/browser', '--noEmit']),
  ),
  asTally(run('types: web', 'npx', ['--no-install', 'tsc', '-p', 'src/apps/web'])),
  asTally(
    run('types: grid harness', 'npx', ['--no-install', 'tsc', '-p', 'test/browser/support/grid-harness']),
  ),
  await checkGeneratedFiles(),
  await buildPages(),
  runProject('unit'),
  runProject('system'),
]
const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0)
const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0)
process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
process.exitCode = failed === 0 ? 0 : 1
