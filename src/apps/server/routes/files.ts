import { Type } from 'typebox'
import type { FileReader } from '../../../registry/index.ts'
import type { FileLinker, LinkedFile } from '../file-links.ts'
import { problem, problemType } from '../problems.ts'
import { problemAnswers } from '../schemas/shared.ts'
import type { Api } from './api.ts'

const types: Record<LinkedFile['format'], string> = { xml: 'application/xml', pdf: 'application/pdf' }

const file = Type.Unsafe<unknown>({ type: 'string', format: 'binary' })

/** What files are given out with. */
export interface FilesPorts {
  readonly files: FileReader
  readonly links: FileLinker
  readonly clock: () => Date
}

/** GET /api/v1/files/{token}: a file of an opened year; the token comes with the answer that opened it. */
export const addFiles = (api: Api, { files, links, clock }: FilesPorts): void => {
  api.get(
    '/api/v1/files/:token',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'readFile',
        summary: 'Download a file of an opened record',
        description: 'The path comes with the answer that opened the record and is good for ten minutes.',
        tags: ['lookup'],
        params: Type.Object({ token: Type.String({ maxLength: 200 }) }),
        response: {
          200: {
            description: 'The file, byte for byte as it was sealed.',
            content: { 'application/xml': { schema: file }, 'application/pdf': { schema: file } },
          },
          ...problemAnswers(404, 500),
        },
      },
    },
    async ({ params }, reply) => {
      const linked = links.open(params.token, clock())
      const bytes = linked === undefined ? undefined : await files.read(linked.sha256)
      if (linked === undefined || bytes === undefined)
        return reply.code(404).type(problemType).send(problem('link-not-valid'))
      const name = `hoc-ba-${linked.schoolYear}.${linked.format}`
      return reply
        .type(types[linked.format])
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    },
  )
}
