import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { fillDemonstration, findSamples, listDemoAccounts, type DemoAccount } from '../../demo/index.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Config } from './config.ts'
import { createServer, type ServerParts } from './create-server.ts'
import { openLookup, openPlace, type Log, type Place } from './place.ts'
import type { Portal, SampleCode } from './portal-contract.ts'
import { openSchool } from './school-place.ts'
import { hasAccounts } from '../../adapters/postgres/signin/accounts.ts'
import type { SchoolPorts } from './school/ports.ts'
import { usualLimits } from './settings.ts'

/** A server that answers. */
export interface RunningServer {
  /** Where people on this machine reach it. */
  readonly url: string
  readonly sampleCodes: readonly SampleCode[]
  /** Whom a visitor of the demonstration may sign in as. */
  readonly accounts: readonly DemoAccount[]
  /** What the first person has to type at /truong/ while nobody has an account. */
  readonly setUpCode?: string
  /** Takes nothing more, finishes what was begun, and closes everything behind it. */
  close(): Promise<void>
}

/** What a server is started with, beside its configuration. */
export interface Surroundings {
  readonly portal?: Portal
  /** The school's pages; without them the API alone is there. */
  readonly web?: ServerParts['web']
  readonly clock: () => Date
  readonly log: Log
  /** Told how far the filling of the invented province is. */
  readonly onStep: (step: string, done: number, total: number) => void
}

/** How large the invented province is. */
const province = { students: 180, seed: 1 }

/** The codes to try; the invented province is filled in first where that has not been finished. */
const findOrFill = async (
  { dataFolder, publicUrl }: Config,
  { registry, school, signin }: Place,
  { clock, onStep, hasher }: Surroundings & Pick<SchoolPorts, 'hasher'>,
): Promise<readonly SampleCode[]> => {
  const known = await findSamples(dataFolder)
  if (known !== undefined) return known
  const accounts = { signin, hasher }
  const place = { folder: dataFolder, school, registry, accounts, verificationUrl: publicUrl }
  await fillDemonstration(place, { ...province, leavesWork: true, clock, onStep })
  return (await findSamples(dataFolder)) ?? []
}

/**
 * Starts everything: database, files, trust, the demonstration where it is wanted, the server. Refused, with the
 * remedy, where one of them cannot be had; then nothing stays open.
 */
export const serve = async (config: Config, surroundings: Surroundings): Promise<RunningServer> => {
  const place = await openPlace(config, surroundings.log)
  try {
    const ports = await openSchool(config, place, surroundings)
    const { hasher } = ports
    const sampleCodes = config.demonstration
      ? await findOrFill(config, place, { ...surroundings, hasher })
      : []
    const accounts = config.demonstration ? await listDemoAccounts(config.dataFolder) : []
    const server = await makeServer(config, place, { ...surroundings, sampleCodes, ports })
    const url = await listen(server, config)
    const close = async (): Promise<void> => {
      await server.close()
      await place.close()
    }
    const isNew = !(await hasAccounts(place.signin))
    return { url, sampleCodes, accounts, ...(isNew ? { setUpCode: ports.setUpCode.text } : {}), close }
  } catch (error) {
    await place.close()
    throw error
  }
}

const makeServer = async (
  config: Config,
  place: Place,
  {
    portal,
    web,
    clock,
    log,
    sampleCodes,
    ports,
  }: Surroundings & Pick<RunningServer, 'sampleCodes'> & { readonly ports: SchoolPorts },
): Promise<FastifyInstance> => {
  const { secondDatum, trustProxy, demonstration, linkKey = randomBytes(32) } = config
  const lookup = await openLookup(config, place, log)
  const settings = { secondDatum, trustProxy, demonstration, linkKey, sampleCodes, limits: usualLimits }
  return createServer({
    lookup,
    settings,
    clock,
    report: (instance, route, error) => {
      log(
        `Lỗi ${instance} ở ${route}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
    },
    school: ports,
    ...(web === undefined ? {} : { web }),
    ...(portal === undefined ? {} : { portal }),
  })
}

const listen = async (server: FastifyInstance, { host, port }: Config): Promise<string> => {
  try {
    return await server.listen({ host, port })
  } catch (cause) {
    await server.close()
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')) throw cause
    throw new Refusal(
      'bad-usage',
      `Cổng ${port} đã có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác: HOCBA_PORT=${port + 1}.`,
      { cause },
    )
  }
}
