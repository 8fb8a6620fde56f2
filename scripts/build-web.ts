import { buildWeb } from '../src/apps/server/web/build.ts'

/** Builds the school's pages into dist/web. */
await buildWeb((line) => process.stdout.write(`${line}\n`))
