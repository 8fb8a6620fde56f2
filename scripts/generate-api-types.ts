import openapiTS, { astToString } from 'openapi-typescript'
import { format, resolveConfig } from 'prettier'

/** The types that the school's pages reach the API by. */
export const apiTypesPath = 'src/apps/web/api/schema.d.ts'

/** Makes them from the API's description; binary bodies are blobs. */
export const listApiTypes = async (api: object): Promise<readonly [string, string]> => {
  const tree = await openapiTS(JSON.stringify(api))
  const options = await resolveConfig(apiTypesPath)
  const note = '// Made from docs/openapi.json by npm run generate.\n'
  return [apiTypesPath, await format(note + astToString(tree), { ...options, filepath: apiTypesPath })]
}
