import fc from 'fast-check'
import { expect, it } from 'vitest'
import { confirmCovers } from '../../src/adapters/postgres/books/confirm-covers.ts'
import type { StoredReport } from '../../src/adapters/postgres/books/stored-reports.ts'
import { readSheets } from '../../src/adapters/postgres/books/stored-reports.ts'
import { withTenant } from '../../src/adapters/postgres/connect.ts'
import { claimedRoles } from '../../src/bookfile/index.ts'
import { certificateFromDer } from '../../src/crypto/certificate.ts'
import { decodeBase64 } from '../../src/crypto/base64.ts'
import { readSignature } from '../../src/crypto/xml-signature-read.ts'
import { isValueValid } from '../../src/crypto/xml-signature-verify.ts'
import type { SheetName } from '../../src/gradebook/index.ts'
import { Refusal } from '../../src/shared/refusal.ts'
import { closeAgain, makeAnewNow, openAgain, writeCell } from './support/edit-books.ts'
import { carryOverNow, colleagues, making, plannedClass, yearEnd } from './support/finished-class.ts'
import { schoolYear } from './support/gradebook.ts'
import { openCarriedOver, signThrough, type CarriedOverClass } from './support/issued-class.ts'
import { askAll } from './support/rows.ts'

const pupils = ['7A0001', '7A0002'] as const

/** One thing that somebody does in the course of closing a year. */
type Step =
  | {
      readonly do: 'edit'
      readonly sheet: SheetName
      readonly pupil: string
      readonly path: string
      readonly value: string | null
      /** Whether the report is made anew with it, as an answer to a sent-back cell does. */
      readonly isMade: boolean
    }
  | { readonly do: 'profile'; readonly pupil: string; readonly value: string }
  | { readonly do: 'make-anew' | 'carry-over' | 'covers' | 'seal' }
  | { readonly do: 'sign'; readonly who: keyof typeof colleagues }

const pupil = fc.constantFrom(...pupils)
const edits = fc.constantFrom<readonly [SheetName, string, readonly (string | null)[]]>(
  ['TOAN', 'terms.2.finalMark', ['4', '9.5', '10', null]],
  ['NGU_VAN', 'comment', ['Em viết đều tay.', 'Em đọc to, rõ.']],
  ['GDTC', 'terms.2.finalResult', ['pass', 'not-pass']],
  ['homeroom', 'comment', ['Em là tổ trưởng gương mẫu.', 'Em hay giúp bạn.']],
  ['homeroom', 'conduct.2', ['good', 'fair', 'not-pass']],
)
const signer = fc.constantFrom('principal', 'homeroomTeacher', 'subjectTeacher', 'artsTeacher')

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: signer.map((who): Step => ({ do: 'sign', who })) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(edits, pupil, fc.nat(), fc.boolean())
      .map(([[sheet, path, values], one, at, isMade]): Step => {
        const value = values[at % values.length] ?? null
        return { do: 'edit', sheet, pupil: one, path, value, isMade }
      }),
  },
  { weight: 3, arbitrary: fc.constantFrom<Step>({ do: 'make-anew' }, { do: 'carry-over' }) },
  { weight: 2, arbitrary: fc.constant<Step>({ do: 'seal' }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pupil, fc.constantFrom('Thái', 'Mông', 'Kinh'))
      .map(([one, value]): Step => ({ do: 'profile', pupil: one, value })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'covers' }) },
)

/** Under an order, which is closed again behind it. */
const edit = async (
  bench: CarriedOverClass,
  wanted: Extract<Step, { do: 'edit' }>,
  now: Date,
): Promise<void> => {
  const orderId = await openAgain(bench, now)
  const write = writeCell(bench, wanted.sheet, [wanted.pupil, wanted.path, wanted.value], now)
  // A book that went out is closed to everybody.
  await write.catch((error: unknown) => {
    if (!String(error).includes('đã phát hành')) throw error
  })
  await closeAgain(bench, orderId, now)
  if (wanted.isMade) await makeAnewNow(bench, [wanted.pupil], now)
}

const take = async (bench: CarriedOverClass, one: Step, now: Date): Promise<unknown> => {
  switch (one.do) {
    case 'edit':
      return edit(bench, one, now)
    case 'profile':
      return askAll(bench.server, 'update school.enrolment set ethnicity = $2 where student_code = $1', [
        one.pupil,
        one.value,
      ])
    case 'make-anew':
      return makeAnewNow(bench, pupils, now)
    case 'carry-over':
      return carryOverNow(bench, 'year', now)
    case 'covers':
      return confirmCovers(bench.database, bench.place, {
        teacher: colleagues.homeroomTeacher,
        now,
        making,
      })
    case 'sign':
      return bench.sit(colleagues[one.who])
    case 'seal':
      return bench.sit(colleagues.clerk, 'seal')
  }
}

/** What the law of the house forbids at this moment is simply not done. */
const attempt = async (bench: CarriedOverClass, one: Step, now: Date): Promise<void> => {
  await take(bench, one, now).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}

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

it('whatever is written, made anew, signed and sealed in whatever order: signatures cover what their draft shows', async () => {
  let signatures = 0
  await fc.assert(
    fc.asyncProperty(
      fc.boolean(),
      fc.array(step, { minLength: 8, maxLength: 14 }),
      async (isSigned, steps) => {
        const bench = await openCarriedOver(plannedClass(7, pupils.length))
        try {
          // Half of the runs begin when everybody but the clerk has signed: there is most to fall.
          if (isSigned) await signThrough(bench)
          for (const [minute, one] of steps.entries()) {
            await attempt(bench, one, new Date(yearEnd.getTime() + (minute + 1) * 60_000))
            const drafts = await readAll(bench)
            for (const draft of drafts) checkCoverage(draft)
            signatures += drafts.reduce((sum, { sheet }) => sum + sheet.made.size, 0)
            await checkCurrent(bench)
          }
        } finally {
          await bench.close()
        }
      },
    ),
    { numRuns: 6 },
  )
  // Were nothing ever signed, nothing would have been looked at.
  expect(signatures).toBeGreaterThan(0)
})
