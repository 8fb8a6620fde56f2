import { parentPort, workerData } from 'node:worker_threads'
import { readClass } from './read-class.ts'
import { verifyBook } from '../src/verification/index.ts'
import { getBook } from './read-class.ts'
import { doLimit } from './verify-limit.ts'

/** What a thread is asked for: so many books, as a verifier or with what cannot be spared alone. */
export interface ThreadTask {
  readonly books: number
  readonly what: 'whole' | 'limit'
}

const { files, limits, context } = await readClass(workerData as string)

parentPort?.on('message', ({ books, what }: ThreadTask) => {
  for (let index = 0; index < books; index++) {
    const place = index % files.length
    if (what === 'whole') for (const file of files.slice(place, place + 1)) verifyBook(getBook(file), context)
    else for (const limit of limits.slice(place, place + 1)) doLimit(limit)
  }
  parentPort?.postMessage(books)
})
parentPort?.postMessage('ready')
