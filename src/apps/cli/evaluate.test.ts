import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../shared/refusal.ts'
import { evaluateCommand } from './evaluate.ts'

interface Run {
  readonly status: number
  readonly results: readonly string[]
  readonly messages: string
}

const collector = (): { readonly stream: Writable; readonly text: () => string } => {
  let text = ''
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream, text: () => text }
}

const run = async (args: readonly string[], chunks: Iterable<Uint8Array> = []): Promise<Run> => {
  const output = collector()
  const messages = collector()
  const streams = { input: Readable.from(chunks), output: output.stream, messages: messages.stream }
  const status = await evaluateCommand(args, streams)
  return { status, results: output.text().split('\n').slice(0, -1), messages: messages.text() }
}

const caseOf = (id: string): string =>
  JSON.stringify({ id, circular: 'TT22/2021', schoolYear: '2025-2026', grade: 8 })
const bytes = (text: string): Uint8Array => Buffer.from(text)
const idsOf = ({ results }: Run): unknown[] => results.map((line) => (JSON.parse(line) as { id: unknown }).id)

const withFolder = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'hocba-evaluate-'))
  await work(folder)
  rmSync(folder, { recursive: true })
}

describe('hocba evaluate', () => {
  it('writes one result per line in the same order and exits 0, also when cases are invalid', async () => {
    const done = await run([], [bytes(`${caseOf('a')}\n${caseOf('b')}\nnonsense\n${caseOf('c')}\n`)])
    expect(done).toMatchObject({ status: 0, messages: '' })
    expect(idsOf(done)).toEqual(['a', 'b', null, 'c'])
  })

  it('answers a last line without its line break, and one that ends as in Windows', async () => {
    expect(idsOf(await run([], [bytes(`${caseOf('a')}\r\n${caseOf('b')}`)]))).toEqual(['a', 'b'])
  })

  it('answers a blank line too, so that results stay in step with the input', async () => {
    const { results } = await run([], [bytes(`\n${caseOf('a')}\n\n`)])
    expect(results.map((line) => line.includes('not-json'))).toEqual([true, false, true])
  })

  it('writes nothing for an empty input', async () => {
    expect(await run([])).toEqual({ status: 0, results: [], messages: '' })
  })

  it('puts lines together from pieces of any size, also within a letter', async () => {
    const whole = bytes(`${caseOf('Đặng')}\n${caseOf('Nguyễn')}\n`)
    const pieces = Array.from(whole, (byte) => Uint8Array.of(byte))
    expect(idsOf(await run([], pieces))).toEqual(['Đặng', 'Nguyễn'])
  })

  it('reads a file, and past a byte order mark', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'cases.ndjson')
      writeFileSync(file, `\ufeff${caseOf('a')}\n`)
      expect(idsOf(await run([file]))).toEqual(['a'])
    })
  })

  it('takes no line of more than a million bytes, and keeps none of it', async () => {
    const piece = Buffer.alloc(100_000, 'x')
    const long = [...Array<Buffer>(30).fill(piece), bytes(`\n${caseOf('a')}\n`)]
    const { results } = await run([], long)
    expect(results[0]).toContain('not-json')
    expect(results).toHaveLength(2)
    const justShort = JSON.stringify({ id: 'x'.repeat(999_000) })
    expect((await run([], [bytes(justShort)])).results[0]).not.toContain('not-json')
  })

  it('takes no line that is not UTF-8', async () => {
    const { results } = await run([], [Buffer.from('{"id":"\xe9"}\n', 'latin1')])
    expect(results[0]).toContain('not-json')
  })

  it('exits 1 and says why when the input cannot be read to its end', async () => {
    await withFolder(async (folder) => {
      const missing = await run([join(folder, 'no.ndjson')])
      expect(missing.status).toBe(1)
      expect(missing.messages).toContain('no.ndjson: không có tệp này.')
      expect((await run([folder])).messages).toContain('đây là thư mục')
    })
  })

  it('gives the results so far when the input breaks off', async () => {
    function* breaking(): Generator<Uint8Array> {
      yield bytes(`${caseOf('a')}\n`)
      throw Object.assign(new Error('đĩa hỏng'), { code: 'EIO' })
    }
    const done = await run([], breaking())
    expect(done).toMatchObject({ status: 1, messages: 'Không đọc hết được đầu vào chuẩn: đĩa hỏng.\n' })
    expect(idsOf(done)).toEqual(['a'])
  })

  it('says nothing when whoever reads the results has stopped', async () => {
    const output = new Writable({
      write(_chunk, _encoding, done) {
        done(Object.assign(new Error('broken pipe'), { code: 'EPIPE' }))
      },
    })
    const messages = collector()
    const input = Readable.from([bytes(`${caseOf('a')}\n`)])
    expect(await evaluateCommand([], { input, output, messages: messages.stream })).toBe(1)
    expect(messages.text()).toBe('')
  })

  it('waits for a slow reader instead of piling results up', async () => {
    let waiting = 0
    let most = 0
    const output = new Writable({
      highWaterMark: 1,
      decodeStrings: false,
      write(_chunk, _encoding, done) {
        waiting--
        setImmediate(done)
      },
    })
    function* counted(): Generator<Uint8Array> {
      for (let line = 0; line < 500; line++) {
        waiting++
        most = Math.max(most, waiting)
        yield bytes(`${caseOf(String(line))}\n`)
      }
    }
    expect(await evaluateCommand([], { input: Readable.from(counted(), { highWaterMark: 2 }), output })).toBe(
      0,
    )
    expect(most).toBeLessThan(30)
  })

  it.each([[['a', 'b']], [['--fast']]])('%j is a wrong call', async (args) => {
    await expect(run(args)).rejects.toThrow(Refusal)
    await expect(run(args)).rejects.toMatchObject({ code: 'bad-usage' })
  })
})
