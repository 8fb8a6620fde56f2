import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBook, signatureSlots, type BookFile, type YearReport } from '../../src/bookfile/index.ts'
import { createRenderer, type RenditionInput, type Renderer } from '../../src/rendition/index.ts'
import {
  emptiest,
  hostileTexts,
  longest,
  longName,
  special,
  withName,
  withSubjects,
} from '../../src/rendition/testing/cases.ts'
import { sampleReport, type SampleLevel } from '../../src/rendition/testing/reports.ts'
import { sealedYear } from '../../src/rendition/testing/years.ts'
import { formatDate } from '../../src/shared/dates.ts'
import { awardNames, ratingNames, yearResultNames } from '../../src/shared/ratings.ts'
import { hocba, makeTemporaryFolder } from './province.ts'

/* Judged by programs that are not ours: poppler (pdftotext, pdfdetach, pdfinfo) and qpdf. */
const folder = makeTemporaryFolder()
let renderer: Renderer

const run = (
  command: string,
  ...args: readonly string[]
): { status: number | null; out: string; err: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
  return { status, out: stdout, err: stderr }
}

let written = 0
const writePdf = (bytes: Uint8Array): string => {
  const path = join(folder.path, `${++written}.pdf`)
  writeFileSync(path, bytes)
  return path
}

/** Lines, columns and pages break texts anywhere; a value is found by its letters. */
const letters = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '')

/** What pdftotext reads, in the order of the drawing and, where columns stand side by side, by its own sense. */
const readText = (path: string): string =>
  letters(run('pdftotext', '-raw', path, '-').out) + letters(run('pdftotext', path, '-').out)

const inputFrom = (book: BookFile, xml: Uint8Array, fileName: string): RenditionInput => {
  const { report } = book.data
  const slots = signatureSlots(report, { coverSignedSeparately: true })
  const issuedAt = book.signatures.at(-1)?.signingTime ?? ''
  return {
    report,
    issuedAt,
    verificationUrl: 'https://tracuu.example/hoc-ba/',
    sealed: {
      xml,
      fileName,
      signatures: book.signatures.map(({ id, signingTime, certificates: [own = ''] }) => ({
        id,
        role: slots.find((slot) => slot.id === id)?.role ?? 'subject-teacher',
        signer: /CN=(.*)/.exec(new X509Certificate(Buffer.from(own, 'base64')).subject)?.[1] ?? '',
        signedAt: signingTime,
        provenAt: issuedAt,
        certificateSerial: new X509Certificate(Buffer.from(own, 'base64')).serialNumber,
      })),
    },
  }
}

const inputs: RenditionInput[] = []

beforeAll(async () => {
  renderer = await createRenderer()
  const ending = hocba('demo', '--out', join(folder.path, 'demo'), '--no-pdf')
  if (ending.status !== 0) throw new Error(ending.err)
  const xmlFolder = join(folder.path, 'demo', 'xml')
  for (const name of readdirSync(xmlFolder).toSorted()) {
    const xml = readFileSync(join(xmlFolder, name))
    const reading = readBook(xml)
    if ('fault' in reading) throw new Error(name)
    inputs.push(inputFrom(reading.book, xml, name))
  }
})

afterAll(() => {
  folder.remove()
})

const levels = ['primary', 'lower-secondary', 'upper-secondary'] as const

const ofLevel = (level: SampleLevel): readonly RenditionInput[] =>
  inputs.filter(({ report }) => report.cover.level === level)

const present = (values: readonly (string | number | undefined)[]): readonly string[] =>
  values.filter((value) => value !== undefined).map(String)

const comma = (value: string | undefined): string | undefined =>
  value === 'pass' ? 'Đạt' : value === 'not-pass' ? 'Chưa đạt' : value?.replace('.', ',')

const rated = (values: object | undefined): readonly string[] =>
  Object.entries(values ?? {}).flatMap(([name, value]) =>
    name === 'articleCulprit' ? [] : [ratingNames[value as keyof typeof ratingNames]],
  )

/** Every value of a report that a page shows, as a reader expects to see it; codes and digests of people stay inside. */
const valuesOf = ({ cover, identity, version, subjects, summary }: YearReport): readonly string[] => {
  const { student, school, approver, history } = cover
  const orders = [
    approver.onBehalf,
    summary.approver.onBehalf,
    ...subjects.map(({ substitute }) => substitute),
  ]
  return present([
    ...[cover.bookLookupCode, identity.yearLookupCode, identity.studentCode, identity.citizenId],
    ...[school.name, school.code, school.ward.name, school.district?.name, school.province.name],
    ...[student.fullName, formatDate(student.birthDate), student.ethnicity, student.nationality],
    ...[student.birthPlace, student.hometown, student.address, student.policyGroup],
    ...[student.registerNumber, student.foreignPaper, student.gender === 'male' ? 'Nam' : 'Nữ'],
    ...[student.father, student.mother, student.guardian].flatMap((one) => [one?.fullName, one?.occupation]),
    ...history.flatMap((row) => [
      row.schoolYear.replace('-', ' - '),
      row.className,
      row.schoolName,
      row.registerNumber,
    ]),
    ...history.map(({ entryDate }) => entryDate && formatDate(entryDate)),
    ...[identity.className, identity.classId, identity.schoolYear.replace('-', ' - ')],
    identity.entryDate && formatDate(identity.entryDate),
    ...[
      version.reason,
      version.ruleSet,
      version.yearBefore.digest,
      formatDate(version.expectedEffectiveDate),
    ],
    ...version.amendments.flatMap((one) => [one.reason, one.decisionNumber, formatDate(one.decidedOn)]),
    ...subjects.flatMap(({ name, comment, teacher }) => [name, comment, teacher.fullName]),
    ...subjects.flatMap(({ term1, term2, year, reassessed }) => [term1, term2, year, reassessed].map(comma)),
    ...subjects.flatMap(({ level, finalScore }) => [level, finalScore]),
    ...orders.flatMap((order) => [order?.decisionNumber, order?.reason]),
    ...[summary.excusedAbsences, summary.unexcusedAbsences, summary.heightCm, comma(summary.weightKg)],
    ...[...rated(summary.conduct), ...rated(summary.learning)],
    ...[summary.qualitiesComment, summary.generalCompetencesComment, summary.specificCompetencesComment],
    summary.yearResult && yearResultNames[summary.yearResult],
    summary.award && awardNames[summary.award],
    ...[...summary.commendations, ...summary.competitions],
    ...summary.certificates.flatMap(({ name, grade }) => [name, grade]),
    ...[summary.comment, summary.summerComment, summary.homeroomTeacher.fullName],
    ...[approver.fullName, summary.approver.fullName, summary.signingPlace],
  ])
}

const missingFrom = (path: string, values: readonly string[]): readonly string[] => {
  const text = readText(path)
  return values.filter((value) => !text.includes(letters(value)))
}

describe('the page of a demonstration book', () => {
  it.each(levels)(
    'shows every value of the record: every third %s book of the invented province',
    async (level) => {
      const books = ofLevel(level).filter((_, index) => index % 3 === 0)
      expect(books.length).toBeGreaterThan(15)
      const missing: string[] = []
      for (const input of books) {
        const path = writePdf(await renderer.render(input))
        missing.push(
          ...missingFrom(path, valuesOf(input.report)).map((value) => `${input.sealed.fileName}: ${value}`),
        )
      }
      expect(missing).toEqual([])
    },
  )

  it('shows of every signature its time, its certificate and who made it', async () => {
    const [input] = ofLevel('lower-secondary')
    if (input === undefined) throw new Error('no book')
    const values = input.sealed.signatures.flatMap(({ signer, signedAt, certificateSerial }) =>
      present([signer, signedAt, certificateSerial ?? undefined]),
    )
    expect(values.length).toBeGreaterThan(20)
    expect(missingFrom(writePdf(await renderer.render(input)), values)).toEqual([])
  })

  it.each(levels)('carries the sealed XML of a %s book unchanged', async (level) => {
    const [input] = ofLevel(level)
    if (input === undefined) throw new Error('no book')
    const path = writePdf(await renderer.render(input))
    const out = join(folder.path, `attached-${level}`)
    mkdirSync(out)
    expect(run('pdfdetach', '-saveall', '-o', out, path).status).toBe(0)
    expect(readdirSync(out)).toEqual([input.sealed.fileName])
    expect(Buffer.compare(readFileSync(join(out, input.sealed.fileName)), input.sealed.xml)).toBe(0)
  })

  it('is compiled over the years with every file attached', async () => {
    const [code, years] =
      [...Map.groupBy(inputs, ({ report }) => report.identity.bookLookupCode)].find(
        ([, own]) => own.length > 1,
      ) ?? []
    if (code === undefined || years === undefined) throw new Error('no book of two years')
    const path = writePdf(await renderer.renderBook(years))
    expect(
      missingFrom(
        path,
        years.flatMap(({ report }) => present(report.subjects.map(({ comment }) => comment))),
      ),
    ).toEqual([])
    expect(run('pdfdetach', '-list', path).out).toContain(`${years.length} embedded files`)
  })
})

describe('every kind of page', () => {
  const kinds = { plain: (report: YearReport) => report, longest, emptiest, special }

  it.each(
    levels.flatMap((level) => Object.entries(kinds).map(([kind, change]) => [level, kind, change] as const)),
  )('is sound and tagged: %s, %s', async (level, _, change) => {
    const path = writePdf(await renderer.render(sealedYear(change(sampleReport(level)))))
    const { status, out, err } = run('qpdf', '--check', path)
    expect(`${status ?? ''} ${err}`).toBe('0 ')
    expect(out).toContain('No syntax or stream encoding errors found')
    expect(run('pdfinfo', path).out).toMatch(/Tagged:\s+yes/)
  })

  it.each(levels)('loses nothing of the longest texts and of every special case: %s', async (level) => {
    for (const change of [longest, special]) {
      const report = change(sampleReport(level))
      expect(missingFrom(writePdf(await renderer.render(sealedYear(report))), valuesOf(report))).toEqual([])
    }
  })

  it.each(levels)('keeps every letter inside the sheet: %s', async (level) => {
    const path = writePdf(await renderer.render(sealedYear(longest(withName(longName)(sampleReport(level))))))
    const boxes = [
      ...run('pdftotext', '-bbox', path, '-').out.matchAll(
        /xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"/g,
      ),
    ]
    expect(boxes.length).toBeGreaterThan(1000)
    const outside = boxes.filter(
      ([, xMin, yMin, xMax, yMax]) =>
        Number(xMin) < 40 || Number(yMin) < 20 || Number(xMax) > 560 || Number(yMax) > 830,
    )
    expect(outside.map(([box]) => box)).toEqual([])
  })

  it.each(levels)('prints markup and other hostile texts letter by letter: %s', async (level) => {
    const [markup, code, wide] = hostileTexts
    const report = withName(markup)(
      withSubjects((subject, index) => ({
        ...subject,
        comment: hostileTexts[index % hostileTexts.length] ?? '',
      }))(sampleReport(level)),
    )
    const path = writePdf(await renderer.render(sealedYear(report)))
    expect(missingFrom(path, [markup, code, wide, '[U+202E]abc[U+202C]', '[U+200C]'])).toEqual([])
  })

  it('says who signs on behalf, and marks a demonstration on every page', async () => {
    const path = writePdf(await renderer.render(sealedYear(special(sampleReport('primary')))))
    expect(missingFrom(path, ['KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG'])).toEqual([])
    const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', path).out)?.[1])
    const marks =
      letters(run('pdftotext', '-raw', path, '-').out).split('BẢNMINHHỌA–KHÔNGCÓGIÁTRỊPHÁPLÝ').length - 1
    expect(marks).toBe(pages)
  })
})

/** The captions of the official forms, as docs/forms-checklist.md lists them: 'caption' in backquotes. */
const captionsFor = (heading: string): readonly string[] => {
  const list = readFileSync(join(import.meta.dirname, '../../docs/forms-checklist.md'), 'utf8')
  const section = list.split(/^## /mu).find((part) => part.startsWith(heading)) ?? ''
  return [...section.matchAll(/^\| \[x\] `([^`]+)`/gmu)].map(([, caption = '']) => caption)
}

describe('the captions of the official form', () => {
  it.each([
    ['Tiểu học', 'primary', 40],
    ['Trung học cơ sở', 'lower-secondary', 45],
    ['Trung học phổ thông', 'upper-secondary', 45],
  ] as const)('all stand on the page: %s', async (heading, level, least) => {
    const captions = captionsFor(heading)
    expect(captions.length).toBeGreaterThan(least)
    const report = sampleReport(level)
    const paths = await Promise.all(
      [report, special(report)].map(async (one) => writePdf(await renderer.render(sealedYear(one)))),
    )
    const text = paths.map(readText).join('')
    expect(captions.filter((caption) => !text.includes(letters(caption)))).toEqual([])
  })
})

describe('memory', () => {
  it('stays flat over 200 books', async () => {
    const books = [...inputs, ...inputs].slice(0, 260)
    const levelsOfMemory: number[] = []
    for (const [index, input] of books.entries()) {
      await renderer.render({ ...input, verificationUrl: `https://tracuu.example/${index}/` })
      if (index >= 60) levelsOfMemory.push(process.memoryUsage.rss())
    }
    const growth = (levelsOfMemory.at(-1) ?? 0) - (levelsOfMemory[0] ?? 0)
    expect(growth / 2 ** 20).toBeLessThan(60)
  })
})

describe('the drawn pages', () => {
  const root = new URL('../../docs/', import.meta.url)
  const drawn = readdirSync(new URL('forms/', root)).toSorted()

  it('are those that the checklist shows', () => {
    const checklist = readFileSync(new URL('forms-checklist.md', root), 'utf8')
    const shown = [...checklist.matchAll(/\]\(forms\/([^)]+)\)/g)].map(([, name]) => name)
    expect(shown.toSorted()).toEqual(drawn)
  })

  it('are small: at most 100 KB each', () => {
    const sizes = drawn.map((name) => readFileSync(new URL(`forms/${name}`, root)).length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100_000)
  })
})
