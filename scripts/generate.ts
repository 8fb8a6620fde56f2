import { writeFile } from 'node:fs/promises'
import { format, resolveConfig } from 'prettier'
import { listApiTypes } from './generate-api-types.ts'
import { describeApi } from '../src/apps/server/describe-api.ts'
import { listDatabaseTypes } from './generate-db-types.ts'
import { listGeneratedFiles } from './generated-files.ts'

const apiPath = 'docs/openapi.json'

const listApi = async (api: object): Promise<readonly [string, string]> => {
  const options = await resolveConfig(apiPath)
  return [apiPath, await format(JSON.stringify(api), { ...options, filepath: apiPath })]
}

const api = await describeApi()

/** Writes the generated files anew. */
for (const [path, text] of [
  ...listGeneratedFiles(),
  await listDatabaseTypes(),
  await listApi(api),
  await listApiTypes(api),
]) {
  await writeFile(path, text)
  process.stdout.write(`${path}\n`)
}
