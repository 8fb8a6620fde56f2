import type { Api } from '../../routes/api.ts'
import type { SchoolPorts } from '../ports.ts'
import { createDailyDigest } from './daily-digest.ts'
import { addIncidents } from './incidents.ts'
import { addListNotices, addReadNotice } from './notices.ts'
import { addOwnMail } from './own-mail.ts'
import { noticeSchemas } from './schemas.ts'

/** The routes of notices and incidents (thông báo, báo sự cố); with settings for it also the digest of each day. */
export const addNotices = (api: Api, ports: SchoolPorts): void => {
  for (const schema of noticeSchemas) api.addSchema(schema)
  addListNotices(api, ports)
  addReadNotice(api, ports)
  addOwnMail(api, ports)
  addIncidents(api, ports)
  runDaily(api, ports)
}

const runDaily = (api: Api, { digest, ...ports }: SchoolPorts): void => {
  if (digest === undefined) return
  const daily = createDailyDigest({ ...ports, digest })
  // Only of a server that listens: one that is made to be described or tested sends nobody anything.
  api.addHook('onListen', (done) => {
    daily.start()
    done()
  })
  api.addHook('onClose', () => daily.close())
}
