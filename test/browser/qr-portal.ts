import fastify, { type FastifyInstance } from 'fastify'
import { demandAccess } from '../../src/apps/server/access.ts'
import { addAssets, type AssetPaths } from '../../src/apps/server/pages/assets.ts'
import { addSecurityHeaders } from '../../src/apps/server/security-headers.ts'

/** What a form sent. */
export interface Sent {
  readonly path: string
  readonly body: string
}

/** A portal of forms alone: the real files and policy, no words of the real pages. */
export interface BarePortal {
  readonly address: string
  /** What was sent since it was last emptied. */
  readonly sent: Sent[]
  readonly server: FastifyInstance
}

/** The largest file that the bare portal's page sends. */
export const maxBytes = 300_000

const page = ({ style, script, scanner, worker }: AssetPaths): string => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Cổng</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${style}"></head>
<body><main><h1>Cổng</h1>
<p id="notice" role="status" aria-live="polite"></p>
<form id="lookup" method="post" action="/tra-cuu">
  <label for="ma">Mã</label><input name="ma" id="ma"><button>Tra cứu</button>
  <button type="button" id="scan-camera" hidden>Quét</button>
  <button type="button" id="scan-photo" hidden>Ảnh</button>
  <input type="file" accept="image/*" id="photo" aria-label="Ảnh" hidden>
</form>
<dialog id="scanner" aria-label="Quét"><video id="scanner-video" muted playsinline></video>
  <p id="scanner-note">Đưa mã vào khung</p><button type="button" id="scanner-close">Đóng</button></dialog>
<form id="verify" method="post" action="/xac-thuc" enctype="multipart/form-data">
  <label for="tep">Tệp</label><input type="file" name="tep" id="tep"><button>Xác thực</button>
</form></main>
<script id="portal-script" type="module" src="${script}" data-scanner="${scanner}" data-worker="${worker}"
  data-max-bytes="${maxBytes}" data-reading="Đang đọc" data-no-code="Không thấy mã" data-no-camera="Không mở được"
  data-checking="Đang kiểm tra" data-drop-here="Thả vào đây" data-too-large="Quá lớn"></script>
</body></html>`

/** Starts the bare portal on a free port of this machine. */
export const startBarePortal = async (): Promise<BarePortal> => {
  const server = fastify()
  const sent: Sent[] = []
  demandAccess(server)
  addSecurityHeaders(server)
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
    done(null, body)
  })
  const markup = page(await addAssets(server))
  server.get('/', { config: { access: 'public' } }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(markup),
  )
  server.post('/*', { config: { access: 'public' } }, ({ url, body }, reply) => {
    sent.push({ path: url, body: String(body) })
    return reply
      .type('text/html; charset=utf-8')
      .send(
        '<!doctype html><html lang="vi"><link rel="icon" href="data:,"><title>Trả lời</title><h1>Trả lời</h1></html>',
      )
  })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  return { address, sent, server }
}
