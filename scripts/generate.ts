import { writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { describeApi } from '../src/apps/server/describe-api.ts'
import { listDatabaseTypes } from './generate-db-types.ts'
import { listGeneratedFiles } from './generated-files.ts'

const apiPath = 'docs/openapi.json'

const listApi = async (): Promise<readonly [string, string]> => {
  const options = await resolveConfig(apiPath)
  return [apiPath, await format(JSON.stringify(await describeApi()), { ...options, filepath: apiPath })]
}

/** Writes the generated files anew. */
for (const [path, text] of [...listGeneratedFiles(), await listDatabaseTypes(), await listApi()]) {
  await writeFile(path, text)
  process.stdout.write(`${path}\n`)
}
