import { readFileSync } from 'node:fs'
import { milliseconds, type Figure } from './figure.ts'
import { bookName } from './make-books.ts'
import { median } from './measure.ts'
import { fromRoot, runScript } from './paths.ts'
import { verifiedAt } from './read-class.ts'

const runs = 7

/** One file in a process that has verified nothing before: trust read, certificates parsed, code not yet warm. */
const verifyOnce = async (folder: string): Promise<number> => {
  const { readTrustFolder } = await import('../src/adapters/trust-folder.ts')
  const { openBook, verifyBook } = await import('../src/verification/index.ts')
  const before = performance.now()
  const trust = await readTrustFolder(`${folder}/trust`)
  const opened = await openBook(readFileSync(`${folder}/${bookName(0)}`))
  if (!('book' in opened)) throw new Error('a book of the benchmarks must be readable')
  const { verdict } = verifyBook(opened.book, { trust, now: new Date(verifiedAt) })
  if (verdict !== 'passed') throw new Error(`a book of the benchmarks must pass, not be ${verdict}`)
  return performance.now() - before
}

const timeCommand = (folder: string): number => {
  const args = [
    'verify',
    `${folder}/${bookName(0)}`,
    '--trust',
    `${folder}/trust`,
    '--at',
    verifiedAt,
    '--offline',
  ]
  const before = performance.now()
  runScript(fromRoot('bin/hocba.js'), args)
  return performance.now() - before
}

const repeat = (work: () => number): number => median(Array.from({ length: runs }, work))

/** The first verdict of a fresh process, and the whole command from start to exit. */
export const measureCold = (folder: string): Figure => {
  const first = repeat(() => Number(runScript(fromRoot('bench/cold.ts'), [folder])))
  return {
    what: 'One file, nothing warm',
    measured: `${milliseconds(first)} trust folder, file and verdict`,
    beside: `hocba verify from start to exit: ${milliseconds(repeat(() => timeCommand(folder)))}`,
    ratio: '',
    target: '',
  }
}

if (import.meta.main) process.stdout.write(String(await verifyOnce(process.argv[2] ?? '')))
