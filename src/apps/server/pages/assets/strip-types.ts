import { Worker } from 'node:worker_threads'

const code = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { stripTypeScriptTypes } = require('node:module')
  parentPort.postMessage(stripTypeScriptTypes(workerData))`

/**
 * A TypeScript source as the browser's JavaScript, types blanked out by Node as it does for the server's own files. In
 * a thread of its own, where Node's warning that this may still change is off: it would be printed to whoever runs
 * the server, for whom it means nothing.
 */
export const stripTypes = (source: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(code, {
      eval: true,
      workerData: source,
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
