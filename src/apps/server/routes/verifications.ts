import { Type } from 'typebox'
import { bookTypes } from '../content-types.ts'
import type { PortalPorts } from '../portal-contract.ts'
import { readFile } from '../read-file.ts'
import { problemAnswers } from '../schemas/shared.ts'
import { FileAnswerSchema } from '../schemas/verification.ts'
import { maxFileBytes } from '../settings.ts'
import { viewFileAnswer } from '../views/answers.ts'
import type { Api } from './api.ts'

const file = Type.Unsafe<unknown>({ type: 'string', format: 'binary' })
const form = Type.Unsafe<unknown>({ type: 'object', properties: { file }, required: ['file'] })

/** What the OpenAPI page says of the body; it is not validated, since it is no JSON. */
const content = Object.fromEntries([
  ...bookTypes.map((type) => [type, { schema: file }] as const),
  ['multipart/form-data', { schema: form }] as const,
])

/** POST /api/v1/verifications: is a file genuine and in force (xác thực)? */
export const addVerifications = (api: Api, ports: PortalPorts): void => {
  api.post(
    '/api/v1/verifications',
    {
      config: { access: 'public' },
      bodyLimit: maxFileBytes,
      validatorCompiler: () => () => true,
      schema: {
        operationId: 'verifyFile',
        summary: 'Verify a file',
        description:
          'XML or PDF, as the body or as the one file of a form, up to 20 MB. The answer shows the file’s own content, ' +
          'and none where it is not genuine. Nothing is kept.',
        tags: ['lookup'],
        body: Type.Unsafe<unknown>({ content }),
        response: { 200: FileAnswerSchema, ...problemAnswers(400, 413, 415, 429, 500) },
      },
    },
    async (request) => viewFileAnswer(await ports.lookUpFile(await readFile(request))),
  )
}
