import { fillDemonstration } from '../../../src/demo/index.ts'
import { openPlace } from './open-place.ts'

/**
 * A process that issues an invented province and says of each version that is on record: its key, number and files. It
 * is killed, with its database, while it does so.
 */
const [folder = '', students = ''] = process.argv.slice(2)
const place = await openPlace(folder)
process.stdout.write('{"ready":true}\n')
await fillDemonstration(
  { folder, school: place.school, registry: place.registry, verificationUrl: 'http://127.0.0.1:8080/' },
  {
    students: Number(students),
    seed: 1,
    clock: () => new Date(),
    onStep: () => undefined,
    onReceipt: ({ identity, version }) => {
      const { xml, pdf } = version
      const said = { yearKey: identity.yearKey, version: version.version, xml: xml.sha256, pdf: pdf?.sha256 }
      process.stdout.write(`${JSON.stringify(said)}\n`)
    },
  },
)
await place.close()
