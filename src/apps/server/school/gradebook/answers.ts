import type { FastifyReply } from 'fastify'
import { Type, type TSchema } from 'typebox'
import { problem, problemType } from '../../problems.ts'

/** A named schema as a route answers with it: the answer's own type is that of the domain. */
export const answering = <Answer>(schema: TSchema & { readonly $id: string }) =>
  Type.Unsafe<Answer>({ $ref: `${schema.$id}#` })

/** There is no such class or sheet, or not for whoever asks. */
export const notFound = (reply: FastifyReply): FastifyReply =>
  reply.code(404).type(problemType).send(problem('not-found'))
