import type { FastifyInstance } from 'fastify'
import { MaskedYearSchema, OpenedYearSchema } from './lookup.ts'
import { RecordSchema } from './record.ts'
import {
  CheckSchema,
  FindingSchema,
  ProblemSchema,
  SignatureSchema,
  StatusSchema,
  VerdictSchema,
} from './shared.ts'
import { FileYearSchema } from './verification.ts'

const named = [
  VerdictSchema,
  StatusSchema,
  FindingSchema,
  CheckSchema,
  SignatureSchema,
  ProblemSchema,
  RecordSchema,
  MaskedYearSchema,
  OpenedYearSchema,
  FileYearSchema,
]

/** Makes the named schemas known, so that routes refer to them and the description has each of them once. */
export const addSchemas = (server: FastifyInstance): void => {
  for (const schema of named) server.addSchema(schema)
}
