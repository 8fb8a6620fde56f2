import type { LookupPorts } from '../../lookup/index.ts'
import { createServer } from './create-server.ts'
import type { SchoolPorts } from './school/ports.ts'
import { usualLimits } from './settings.ts'

const nothing = (): Promise<undefined> => Promise.resolve(undefined)

/** Ports behind which nothing is: a description asks nobody. */
const noPorts: LookupPorts = {
  years: { list: () => Promise.resolve([]) },
  files: { read: nothing },
  standIn: { find: nothing },
  verify: () => Promise.reject(new Error('nothing is verified here')),
  memory: { recall: (_sha256, _now, verify) => verify() },
}

/** The same of a school's databases. */
const noSchool = {} as SchoolPorts

/** What the API can do, as OpenAPI 3.1: the content of docs/openapi.json. */
export const describeApi = async (): Promise<object> => {
  const server = createServer({
    lookup: noPorts,
    school: noSchool,
    settings: {
      secondDatum: 'birth-date-and-last-four',
      demonstration: false,
      trustProxy: false,
      linkKey: new Uint8Array(32),
      limits: usualLimits,
    },
    clock: () => new Date(0),
    report: () => undefined,
  })
  await server.ready()
  const described: object = JSON.parse(JSON.stringify(server.swagger())) as object
  await server.close()
  return described
}
