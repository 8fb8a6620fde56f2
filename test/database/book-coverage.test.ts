import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { StoredReport } from '../../src/adapters/postgres/books/stored-reports.ts'
import { readSheets } from '../../src/adapters/postgres/books/stored-reports.ts'
import { withTenant } from '../../src/adapters/postgres/connect.ts'
import { claimedRoles } from '../../src/bookfile/index.ts'
import { certificateFromDer } from '../../src/crypto/certificate.ts'
import { decodeBase64 } from '../../src/crypto/base64.ts'
import { readSignature } from '../../src/crypto/xml-signature-read.ts'
import { isValueValid } from '../../src/crypto/xml-signature-verify.ts'
import { attempt, pupils, step, type Step } from './support/book-steps.ts'
import { plannedClass, yearEnd } from './support/finished-class.ts'
import { schoolYear } from './support/gradebook.ts'
import { issueAll, openCarriedOver, signThrough, type CarriedOverClass } from './support/issued-class.ts'
import { askAll } from './support/rows.ts'

/** How far the class is when a run begins. */
type Start = 'carried-over' | 'signed' | 'issued'

const readAll = async ({ server, database, tenant }: CarriedOverClass): Promise<readonly StoredReport[]> => {
  const keys = await askAll<{ studentCode: string; version: number; draft: number }>(
    server,
    'select student_code as "studentCode", version, draft from school.report',
  )
  return withTenant(database, tenant, (transaction) => readSheets(transaction, { tenant, schoolYear }, keys))
}

/** What a signature says that it covers, beside what its draft shows there. */
const checkCoverage = ({ sheet, slots }: StoredReport): void => {
  expect(slots.map(({ slotId }) => slotId)).toEqual(sheet.slots.map(({ id }) => id))
  for (const slot of sheet.slots) {
    const made = sheet.made.get(slot.id)
    if (made === undefined) continue
    const signature = readSignature({ text: made.text, at: 0 })
    const shown = slot.covers.map((targetId) => ({
      targetId,
      digest: targetId.startsWith('sv-')
        ? sheet.made.get(targetId.slice(3))?.valueDigest
        : sheet.data.digestOf(targetId),
    }))
    expect(signature.references).toEqual(shown)
    expect([signature.id, signature.claimedRole, signature.valueDigest]).toEqual([
      slot.id,
      claimedRoles[slot.role],
      made.valueDigest,
    ])
    const certificate = certificateFromDer(decodeBase64(signature.certificates[0] ?? '') ?? new Uint8Array())
    expect(certificate !== undefined && isValueValid(signature, certificate)).toBe(true)
  }
}

/** Of each pupil at most one cover and one report are to be signed; slots are current with their draft. */
const checkCurrent = async ({ server }: CarriedOverClass): Promise<void> => {
  expect(
    await askAll(
      server,
      `select student_code, version from school.report where is_current
       group by student_code, version = 0, version having count(*) > 1
       union all
       select s.student_code, s.version from school.signature_slot s
       join school.report r using (tenant_id, school_year, student_code, version, draft)
       where s.is_current <> r.is_current`,
    ),
  ).toEqual([])
}

/** One run goes to the second version, whatever else is drawn. */
const examples: [Start, Step[]][] = [
  [
    'issued',
    [
      { do: 'correct', pupil: '7A0001', decision: 'granted' },
      ...(['homeroomTeacher', 'homeroomTeacher', 'principal'] as const).map((who) => ({
        do: 'sign' as const,
        who,
      })),
      { do: 'seal' },
      { do: 'send-back', pupil: '7A0002', answer: 'change' },
    ],
  ],
]

/** What every issued version says, with its signatures: 'pupil/version' to its bytes. */
const readIssued = async ({ server }: CarriedOverClass): Promise<ReadonlyMap<string, string>> => {
  const rows = await askAll<{ readonly key: string; readonly text: string }>(
    server,
    `select r.student_code || '/' || r.version as key, r.data || (
       select string_agg(s.signature, '' order by s.position) from school.signature_slot s
       where s.tenant_id = r.tenant_id and s.school_year = r.school_year and s.student_code = r.student_code
         and s.version = r.version and s.draft = r.draft) as text
     from school.report r where r.issued_at is not null`,
  )
  return new Map(rows.map(({ key, text }) => [key, text]))
}

it('whatever is written, sent back, corrected, made anew, signed and sealed in whatever order: signatures cover what their draft shows', async () => {
  let signatures = 0
  let versions = 0
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<Start>('carried-over', 'signed', 'issued'),
      fc.array(step, { minLength: 8, maxLength: 14 }),
      async (start, steps) => {
        const bench = await openCarriedOver(plannedClass(7, pupils.length))
        try {
          // Where everybody but the clerk has signed there is most to fall; of what is issued nothing ever does.
          if (start === 'signed') await signThrough(bench)
          if (start === 'issued') await issueAll(bench)
          let issued = await readIssued(bench)
          for (const [minute, one] of steps.entries()) {
            await attempt(bench, one, new Date(yearEnd.getTime() + (minute + 1) * 60_000))
            const drafts = await readAll(bench)
            for (const draft of drafts) checkCoverage(draft)
            signatures += drafts.reduce((sum, { sheet }) => sum + sheet.made.size, 0)
            await checkCurrent(bench)
            const later = await readIssued(bench)
            expect([...issued].filter(([key, text]) => later.get(key) !== text)).toEqual([])
            issued = later
            versions = Math.max(versions, ...[...issued.keys()].map((key) => Number(key.split('/')[1])))
          }
        } finally {
          await bench.close()
        }
      },
    ),
    { numRuns: 6, examples },
  )
  // Were nothing ever signed, nothing would have been looked at.
  expect(signatures).toBeGreaterThan(0)
  expect(versions).toBeGreaterThan(1)
})
