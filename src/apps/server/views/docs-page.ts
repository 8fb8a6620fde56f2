import type { ProblemKind } from '../problem-kinds.ts'

/** The little style of the page about the API. */
export const styleOfDocs = `body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff}
code{font-family:ui-monospace,monospace;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem .4rem 0;border-bottom:1px solid #ccc}
a{color:#0b4f9e}
:target td{background:#fff3c4}
`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

/** What is read of an OpenAPI document: each path's methods with their words. */
interface Described {
  readonly paths?: Readonly<Record<string, object | undefined>>
}

interface Operation {
  readonly summary?: string
  readonly description?: string
}

const isOperation = (value: unknown): value is Operation =>
  typeof value === 'object' && value !== null && 'summary' in value

const writeOperations = (path: string, item: object): readonly string[] =>
  Object.entries(item).flatMap(([method, operation]: [string, unknown]) =>
    isOperation(operation)
      ? [
          `<h3><code>${escape(method.toUpperCase())} ${escape(path)}</code></h3>` +
            `<p>${escape(operation.summary ?? '')}. ${escape(operation.description ?? '')}</p>`,
        ]
      : [],
  )

const writeProblem = ([code, { status, title }]: readonly [string, ProblemKind]): string =>
  `<tr id="${escape(code)}"><td><code>${escape(code)}</code></td><td>${status}</td><td>${escape(title)}</td></tr>`

/** The page about the API: its operations from the OpenAPI document and all kinds of problems, no script. */
export const writeDocs = (
  { paths = {} }: Described,
  problems: Readonly<Record<string, ProblemKind>>,
): string => {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    item === undefined ? [] : writeOperations(path, item),
  )
  return `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>API tra cứu học bạ số</title><link rel="stylesheet" href="/api/docs/page.css"></head>
<body><main>
<h1>API tra cứu học bạ số</h1>
<p>Mô tả cho máy đọc (OpenAPI 3.1): <a href="/api/docs/openapi.json">/api/docs/openapi.json</a>.</p>
<h2>Các yêu cầu</h2>
${operations.join('\n')}
<h2>Các lỗi (RFC 9457)</h2>
<table><thead><tr><th scope="col">Mã</th><th scope="col">HTTP</th><th scope="col">Nghĩa</th></tr></thead>
<tbody>
${Object.entries(problems).map(writeProblem).join('\n')}
</tbody></table>
</main></body></html>
`
}
