import { hash } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createTimestampRequest, parseTimestampToken } from '../crypto/timestamp.ts'
import { createDemoAuthority, type DemoAuthority } from '../demo/authority/index.ts'
import { httpTimestampAuthority } from './timestamp-http.ts'

const at = new Date('2026-05-30T02:15:00Z')
const imprints = Array.from({ length: 20 }, (_, index) => hash('sha256', `seal ${index}`, 'buffer'))
let authority: DemoAuthority
beforeAll(async () => {
  authority = await createDemoAuthority({ now: new Date('2025-08-01T00:00:00Z') })
})

it('gives a token for each imprint, in order', async () => {
  const server = await authority.listenTimestamps(() => at)
  const tokens = await httpTimestampAuthority({ url: server.url }).timestamp(imprints)
  await server.close()
  expect(tokens.map((token) => parseTimestampToken(token))).toMatchObject(
    imprints.map((imprint) => ({ imprint, at })),
  )
})

describe('is refused', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })
  const stampBy = async (listener: RequestListener) => {
    server = createServer(listener)
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    return httpTimestampAuthority({ url, timeoutMilliseconds: 300 }).timestamp(imprints.slice(0, 1))
  }
  const refused = (message: RegExp) => ({
    code: 'timestamp-not-available',
    message: expect.stringMatching(message) as string,
  })

  it('when nobody listens', async () => {
    const stamping = httpTimestampAuthority({ url: 'http://127.0.0.1:1/' }).timestamp(imprints)
    await expect(stamping).rejects.toMatchObject(refused(/không kết nối được/))
  })

  it('when nobody answers in time', async () => {
    await expect(stampBy(() => undefined)).rejects.toMatchObject(refused(/quá thời gian chờ/))
  })

  it('when the server fails', async () => {
    await expect(stampBy((_, response) => response.writeHead(503).end())).rejects.toMatchObject(
      refused(/trả lời mã 503/),
    )
  })

  it('when the answer is no timestamp', async () => {
    await expect(stampBy((_, response) => response.end('<html>'))).rejects.toMatchObject(
      refused(/không đúng chuẩn RFC 3161/),
    )
  })

  it('when the authority rejects the request', async () => {
    const rejection = await authority.timestampResponse(Buffer.from('rubbish'), at)
    await expect(stampBy((_, response) => response.end(rejection))).rejects.toMatchObject(
      refused(/máy chủ từ chối \(trạng thái 2\)/),
    )
  })

  it('when an old answer is played back', async () => {
    const request = createTimestampRequest(imprints[0] ?? Buffer.alloc(32), {
      nonce: Buffer.from('01'),
      certReq: true,
    })
    const old = await authority.timestampResponse(request, at)
    await expect(stampBy((_, response) => response.end(old))).rejects.toMatchObject(
      refused(/không ứng với yêu cầu/),
    )
  })
})
