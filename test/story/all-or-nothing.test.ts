import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWorkbook } from '../../src/adapters/workbook/index.ts'
import { readBook } from '../../src/bookfile/index.ts'
import { inventProvince } from '../../src/demo/province/index.ts'
import { hocba, makeTemporaryFolder, root } from '../interop/province.ts'

/** Issuing changes everything or nothing: by one rename, whatever goes wrong before it. */
const folder = makeTemporaryFolder()
const place = (...names: readonly string[]): string => join(folder.path, ...names)
const workbooks: string[] = []

beforeAll(async () => {
  for (const records of inventProvince({ students: 60, seed: 3 })) {
    const path = place(`${records.school.code}-${records.schoolYear}.xlsx`)
    writeFileSync(path, await writeWorkbook(records))
    workbooks.push(path)
  }
})
afterAll(folder.remove)

/** What stands beside the folder that is asked for, hidden drafts included. */
const besides = (name: string): readonly string[] => readdirSync(place(name))

const makeRoom = (name: string): string => {
  mkdirSync(place(name))
  return place(name, 'out')
}

describe('a workbook that is not accepted', () => {
  const spoil = (change: (bytes: Buffer) => Uint8Array): readonly string[] => {
    const [first = '', ...rest] = workbooks
    const spoilt = place('spoilt.xlsx')
    writeFileSync(spoilt, change(readFileSync(first)))
    return [...rest, spoilt]
  }

  it.each<readonly [string, (bytes: Buffer) => Uint8Array]>([
    ['cut in half', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['that is no workbook', () => Buffer.from('Họ và tên;Toán\n')],
    ['that is empty', () => Buffer.alloc(0)],
  ])('%s among several stops all of them and leaves nothing behind', (name, change) => {
    const room = name.replaceAll(' ', '-')
    const out = makeRoom(room)
    const { status, err } = hocba('issue', ...spoil(change), '--out', out)
    expect(status).toBe(65)
    expect(err).toContain('spoilt.xlsx')
    expect(besides(room)).toEqual([])
  })

  it('that is not there stops all of them too', () => {
    const out = makeRoom('missing')
    const { status, err } = hocba('issue', ...workbooks, place('khong-co.xlsx'), '--out', out)
    expect(status).toBe(66)
    expect(err).toContain('khong-co.xlsx')
    expect(besides('missing')).toEqual([])
  })
})

describe('a folder that is already there', () => {
  it('is refused when it holds anything, and stays as it was', () => {
    const out = makeRoom('taken')
    mkdirSync(out)
    copyFileSync(workbooks[0] ?? '', join(out, 'so.xlsx'))
    expect(hocba('issue', ...workbooks, '--out', out).status).toBe(73)
    expect(readdirSync(out)).toEqual(['so.xlsx'])
    expect(besides('taken')).toEqual(['out'])
  })

  it('is refused when it is a file', () => {
    const out = makeRoom('file')
    writeFileSync(out, 'có sẵn')
    expect(hocba('issue', ...workbooks, '--out', out)).toMatchObject({ status: 73 })
    expect(readFileSync(out, 'utf8')).toBe('có sẵn')
  })

  it('is taken when it is empty', () => {
    const out = makeRoom('empty')
    mkdirSync(out)
    expect(hocba('issue', ...workbooks.slice(0, 1), '--out', out).status).toBe(0)
    expect(isWhole(out)).toBe(true)
    expect(besides('empty')).toEqual(['out'])
  })
})

/** Whether a folder holds all that a finished run leaves, every book readable. */
const isWhole = (out: string): boolean => {
  const { books } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as { books: number }
  const names = readdirSync(join(out, 'xml'))
  const readable = names.filter((name) => 'book' in readBook(readFileSync(join(out, 'xml', name))))
  const pages = readdirSync(join(out, 'pdf')).filter(
    (name) => readFileSync(join(out, 'pdf', name)).length > 0,
  )
  return (
    books > 0 &&
    names.length === books &&
    pages.length === books &&
    readable.length === books &&
    existsSync(join(out, 'trust/persons.pem'))
  )
}

const countBooks = (draft: string | undefined): number =>
  draft !== undefined && existsSync(join(draft, 'xml')) ? readdirSync(join(draft, 'xml')).length : 0

const findDraft = (room: string): string | undefined => {
  const name = besides(room).find((one) => one.startsWith('.out-'))
  return name === undefined ? undefined : place(room, name)
}

/** Starts issuing and kills it, with no chance to tidy up, as soon as the moment has come. */
const issueUntil = async (room: string, isTime: () => boolean): Promise<void> => {
  const child = spawn(
    process.execPath,
    [join(root, 'bin/hocba.js'), 'issue', ...workbooks, '--out', place(room, 'out')],
    { stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve()
    }),
  )
  while (child.exitCode === null && child.signalCode === null && !isTime()) await sleep(1)
  child.kill('SIGKILL')
  await ended
}

describe('a process that is killed', () => {
  const moments: readonly (readonly [string, (room: string) => boolean])[] = [
    ['as its draft appears', (room) => findDraft(room) !== undefined],
    ['after its first book', (room) => countBooks(findDraft(room)) >= 1],
    ['in the middle of its books', (room) => countBooks(findDraft(room)) >= 30],
    ['near its last book', (room) => countBooks(findDraft(room)) >= 70],
    [
      'while it writes the summary',
      (room) => existsSync(join(findDraft(room) ?? '', 'summary.json')) || existsSync(place(room, 'out')),
    ],
    ['as the folder appears', (room) => existsSync(place(room, 'out'))],
  ]

  it.each(moments)('%s leaves no folder or a whole one', async (name, isTime) => {
    const room = name.replaceAll(' ', '-')
    const out = makeRoom(room)
    await issueUntil(room, () => isTime(room))
    expect(!existsSync(out) || isWhole(out)).toBe(true)
  })

  it('early leaves none, and does not stand in the way of the next run', async () => {
    const out = makeRoom('again')
    await issueUntil('again', () => countBooks(findDraft('again')) >= 5)
    expect(existsSync(out)).toBe(false)
    expect(hocba('issue', ...workbooks, '--out', out).status).toBe(0)
    expect(isWhole(out)).toBe(true)
  })
})
