import { readDirectory, type Entry } from './directory.ts'
import { fault, saveAgain, type OrFault, type PackageFault } from './fault.ts'
import { unpack } from './inflate.ts'
import { limits } from './limits.ts'
import { recognizeForeign } from './recognize.ts'
import { repack } from './repack.ts'
import { sheetGuard, type Allowance } from './sheet-guard.ts'
import { sheetNames } from './sheet-names.ts'
import { checkXml, decodePart } from './xml-guard.ts'

/** Parts that could run, or fetch something from outside. */
const dangerous: readonly (readonly [RegExp, string, string])[] = [
  [
    /vbaproject|macrosheets|dialogsheets|vbadata/,
    'tệp có macro',
    'lưu thành .xlsx (Excel Workbook, không macro)',
  ],
  [
    /externallinks?\//,
    'tệp có liên kết tới bảng tính khác',
    'Dữ liệu → Sửa liên kết → Ngắt liên kết, rồi lưu lại',
  ],
  [
    /connections\.xml|querytables\//,
    'tệp lấy dữ liệu từ nguồn bên ngoài',
    'dán giá trị vào một tệp mới rồi lưu lại',
  ],
  [/embeddings\/|activex\/|oleobject/, 'tệp có đối tượng nhúng', 'xóa các đối tượng nhúng rồi lưu lại'],
  [/workbook\.bin$/, 'tệp là bảng tính nhị phân (.xlsb)', 'hãy lưu thành .xlsx'],
]

/** Parts that say nothing about the data; the library is not given them. */
const aside =
  /(^docprops\/|\/(drawings|media|charts|theme|tables|pivottables|pivotcache|slicers|slicercaches|timelines|timelinecaches|persons|threadedcomments|customxml|printersettings|ctrlprops|richdata)\/|^customxml\/|\/worksheets\/_rels\/|comments[^/]*\.xml$|calcchain\.xml$|metadata\.xml$)/

/** Checks a workbook's package within hard limits and packs it anew, so that a library may be given it. */
export const makeSafe = (file: Uint8Array): OrFault<Uint8Array> => {
  if (file.length > limits.fileBytes)
    return fault(
      `tệp lớn hơn ${limits.fileBytes / 1024 / 1024} MB`,
      'chia thành nhiều tệp, hoặc xóa hình ảnh và trang thừa',
    )
  const foreign = recognizeForeign(file)
  if (foreign) return { fault: foreign }
  const directory = readDirectory(file)
  if ('fault' in directory) return directory
  const forbidden = findForbidden(directory.ok)
  return forbidden ? { fault: forbidden } : repackChecked(file, directory.ok)
}

const findForbidden = (entries: readonly Entry[]): PackageFault | undefined => {
  for (const { name } of entries) {
    const found = dangerous.find(([pattern]) => pattern.test(name.toLowerCase()))
    if (found) return fault(found[1], found[2], name).fault
  }
  return entries.some(({ name }) => name === '[Content_Types].xml')
    ? undefined
    : fault('tệp không phải là bảng tính .xlsx', 'hãy lưu thành .xlsx').fault
}

const isText = (name: string): boolean => /\.(xml|rels)$/i.test(name)
const isNeeded = (name: string): boolean => isText(name) && !aside.test(name.toLowerCase())

// One part is unpacked at a time; what was looked at is packed anew as it came.
const repackChecked = (file: Uint8Array, entries: readonly Entry[]): OrFault<Uint8Array> => {
  const partOf = (name: string): Uint8Array | undefined => {
    const entry = entries.find((candidate) => candidate.name === name)
    const unpacked = entry && entry.bytes <= limits.sharedBytes ? unpack(file, entry) : undefined
    return unpacked && 'ok' in unpacked ? unpacked.ok : undefined
  }
  const names = sheetNames(
    entries.map(({ name }) => name),
    partOf,
  )
  if (names.size > limits.sheets) return fault(`tệp có ${names.size} trang, quá ${limits.sheets} trang`)
  const needed = entries.filter(({ name }) => isNeeded(name))
  const allowance: Allowance = { cells: 0, area: 0, texts: 0, lastText: -1 }
  for (const entry of entries.filter(({ name }) => isNeeded(name) || name.toLowerCase().endsWith('.rels'))) {
    const unpacked = unpack(file, entry)
    const wrong = 'fault' in unpacked ? unpacked.fault : checkPart(entry.name, unpacked.ok, names, allowance)
    if (wrong) return { fault: { sheet: names.get(entry.name) ?? entry.name, ...wrong } }
  }
  if (allowance.lastText >= allowance.texts) return fault('tệp thiếu nội dung chữ của một số ô')
  return { ok: repack(file, needed) }
}

const checkPart = (
  name: string,
  bytes: Uint8Array,
  names: ReadonlyMap<string, string>,
  allowance: Allowance,
): PackageFault | undefined => {
  const text = names.has(name) || bytes.length <= limits.sharedBytes ? decodePart(bytes) : undefined
  if (text === undefined) return unreadable(bytes)
  const wrong = checkXml(text, sheetGuard(allowance)) ?? checkLinks(name, text)
  return wrong ?? (allowance.area > limits.area ? spread : undefined)
}

const spread: PackageFault = {
  message: 'trang trải quá rộng: có ô ghi ở rất xa phần dữ liệu',
  remedy: 'xóa các dòng, cột trống thừa rồi lưu lại thành .xlsx',
}

const unreadable = (bytes: Uint8Array): PackageFault =>
  bytes.length > limits.sharedBytes
    ? fault('tệp có thành phần quá lớn', 'xóa các trang, kiểu định dạng thừa rồi lưu lại').fault
    : fault('tệp có chữ không phải UTF-8').fault

// A web address behind a cell is harmless text; every other outside target would be fetched by somebody's program.
const checkLinks = (part: string, text: string): PackageFault | undefined => {
  if (part === '[Content_Types].xml' && /macroEnabled|vbaProject/i.test(text))
    return fault('tệp có macro (.xlsm)', 'lưu thành .xlsx (Excel Workbook, không macro)').fault
  if (!part.endsWith('.rels')) return undefined
  const outside = (text.match(/<[^>]*TargetMode\s*=\s*["']External["'][^>]*>/gi) ?? []).find(
    (relationship) => !/\/(hyperlink|hyperlinks)["']/.test(relationship),
  )
  return outside === undefined
    ? undefined
    : fault('tệp có liên kết ra bên ngoài', `ngắt liên kết; ${saveAgain}`).fault
}
