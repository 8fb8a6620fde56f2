import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../../adapters/atomic-folder.ts'
import { writeAtOnce } from '../../adapters/file-store/write-at-once.ts'
import { createPageRenderer } from '../../adapters/page-renderer.ts'
import { httpRevocationSource } from '../../adapters/revocation-http.ts'
import { readTrustFolder } from '../../adapters/trust-folder.ts'
import { createRenderer } from '../../rendition/index.ts'
import { parseLookupCode, type LookupCode } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusal.ts'
import { badUsage, readArguments } from './arguments.ts'
import { compileBook, type CompiledBook } from './compiling/compile-book.ts'
import { openIssuedFolder } from './compiling/sources.ts'
import { defaultVerificationUrl, readVerificationUrl } from './page-options.ts'

const usage = `Cách gọi: hocba compile MÃ-TRA-CỨU… --from THƯ-MỤC --out TỆP.pdf|THƯ-MỤC [--trust THƯ-MỤC] [--offline]
                     [--verify-url ĐỊA-CHỈ]

Ghép học bạ qua các năm học thành một tệp PDF, kèm tệp dữ liệu đã niêm phong của từng năm. Mọi tệp nguồn được kiểm
tra trước. Bản tổng hợp không đóng dấu; học bạ mới có một năm thì lấy bản PDF đã đóng dấu của năm đó.`

const readCodes = (texts: readonly string[]): readonly LookupCode[] => {
  const codes = texts.map((text) => {
    const code = parseLookupCode(text)
    if (code === undefined)
      throw badUsage(`«${text}» không phải là mã tra cứu học bạ (32 chữ số hexa).`, usage)
    return code
  })
  if (codes.length === 0) throw badUsage('Chưa nêu mã tra cứu nào.', usage)
  return [...new Set(codes)]
}

type Compile = (code: LookupCode) => Promise<CompiledBook>

const describe = (code: LookupCode, { years }: CompiledBook, path: string): string =>
  years === 1
    ? `${path}: học bạ ${code} mới có một năm học, là bản PDF đã đóng dấu của năm đó\n`
    : `${path}: học bạ ${code} qua ${years} năm học – bản tổng hợp, không đóng dấu\n`

const writeFile = async (out: string, code: LookupCode, compile: Compile): Promise<string> => {
  if (existsSync(out))
    throw new Refusal('output-exists', `Tệp ${out} đã có. Hãy chọn tên khác, hoặc xóa tệp đó trước.`)
  const book = await compile(code)
  await writeAtOnce(out, book.bytes, { mode: 0o644 })
  return describe(code, book, out)
}

const writeFolder = (out: string, codes: readonly LookupCode[], compile: Compile): Promise<string> =>
  makeFolder(out, async (folder) => {
    let said = ''
    for (const code of codes) {
      const book = await compile(code)
      await folder.write(`${code}.pdf`, book.bytes)
      said += describe(code, book, join(out, `${code}.pdf`))
    }
    return said
  })

/** `hocba compile`: whole books over their years, each in one PDF, from files that have all passed. */
export const compileCommand = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = readArguments(
    args,
    {
      from: { type: 'string' },
      out: { type: 'string' },
      trust: { type: 'string' },
      offline: { type: 'boolean' },
      'verify-url': { type: 'string' },
    },
    usage,
  )
  const codes = readCodes(positionals)
  const { from, out } = values
  if (from === undefined || out === undefined) throw badUsage('Thiếu --from hoặc --out.', usage)
  const verificationUrl = readVerificationUrl(values['verify-url'] ?? defaultVerificationUrl, usage)
  const [first, ...others] = codes
  const isFile = out.toLowerCase().endsWith('.pdf')
  if (isFile && others.length > 0) throw badUsage('Nhiều mã tra cứu thì --out phải là thư mục.', usage)
  const folder = await openIssuedFolder(from)
  const context = {
    trust: await readTrustFolder(values.trust ?? join(from, 'trust')),
    now: new Date(),
    renderer: createPageRenderer(await createRenderer()),
    verificationUrl,
    ...(values.offline === true ? {} : { source: httpRevocationSource({}) }),
  }
  const compile: Compile = (code) => compileBook(folder, code, context)
  process.stdout.write(
    isFile && first !== undefined
      ? await writeFile(out, first, compile)
      : await writeFolder(out, codes, compile),
  )
  return 0
}
