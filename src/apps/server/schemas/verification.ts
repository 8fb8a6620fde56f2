import { Type, type Static } from 'typebox'
import { RecordSchema } from './record.ts'
import { CheckSchema, SignatureSchema, StatusSchema, VerdictSchema, Named, refTo } from './shared.ts'

/** One year inside a file, where the registry has it. */
export const FileYearSchema = Named('FileYear', {
  verdict: refTo(VerdictSchema),
  status: Type.Optional(refTo(StatusSchema)),
  newestVersion: Type.Optional(Type.Integer({ description: 'The newest version that the registry knows.' })),
  record: refTo(RecordSchema),
})

/** The answer to a file; its years are there unless it is not genuine: nothing of such a file may look trustworthy. */
export const FileAnswerSchema = Type.Object({
  format: Type.Unsafe<'xml' | 'pdf' | 'unknown'>({ type: 'string', enum: ['xml', 'pdf', 'unknown'] }),
  verdict: refTo(VerdictSchema),
  checks: Type.Array(refTo(CheckSchema)),
  signatures: Type.Array(refTo(SignatureSchema)),
  years: Type.Array(refTo(FileYearSchema)),
})

export type FileJson = Static<typeof FileAnswerSchema>
export type FileYearJson = Static<typeof FileYearSchema>
