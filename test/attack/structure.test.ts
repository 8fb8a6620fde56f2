import { beforeAll, describe, expect, it } from 'vitest'
import { secondaryReport } from '../builders/reports.ts'
import { cut, exchange, findElement, insertAt, replaceAt, replaceOnce } from './support/edit.ts'
import { listFindings, setScene, type Scene } from './support/judge.ts'

/** What an attacker can do to the parts of a signed file without any key (XML signature wrapping). */
let scene: Scene
beforeAll(async () => {
  scene = await setScene(secondaryReport())
})

const data = '<DuLieu Id="hb">'
const maths = '<MonHoc Id="mon-TOAN">'
const literature = '<MonHoc Id="mon-NGU_VAN">'
const summary = '<TongKet Id="tk">'
const better = (text: string): string => text.replaceAll('<CaNam>8.5</CaNam>', '<CaNam>9.9</CaNam>')

type Trick = readonly [name: string, finding: string, change: (text: string) => string]

const wrapping: readonly Trick[] = [
  [
    'the signed data moved into a wrapper, forged data in its place',
    'duplicate-id@hb',
    (text) => {
      const place = findElement(text, data)
      const wrapped = `${better(cut(text, place))}<Kho>${cut(text, place)}</Kho>`
      return replaceAt(text, place, wrapped)
    },
  ],
  [
    'the same with an Id of its own for the forged data',
    'part-moved@hb',
    (text) => {
      const place = findElement(text, data)
      const forged = better(cut(text, place))
        .replace('Id="hb"', 'Id="hb2"')
        .replaceAll(/ Id="(?!hb2)[^"]*"/g, '')
      return replaceAt(text, place, `${forged}<Kho>${cut(text, place)}</Kho>`)
    },
  ],
  [
    'the signed data kept in an Object of a signature',
    'part-moved@hb',
    (text) => {
      const place = findElement(text, data)
      const forged = better(cut(text, place)).replaceAll(/ Id="[^"]*"/g, '')
      const moved = `<ds:Object>${cut(text, place)}</ds:Object></ds:Signature></ChuKys>`
      return replaceOnce(replaceAt(text, place, forged), '</ds:Signature></ChuKys>', moved)
    },
  ],
  [
    'one signed subject kept elsewhere, a forged one in its place',
    'part-moved@mon-TOAN',
    (text) => {
      const place = findElement(text, maths)
      const forged = better(cut(text, place)).replace(' Id="mon-TOAN"', '')
      return replaceOnce(
        replaceAt(text, place, forged),
        '</DuLieu>',
        `<Kho>${cut(text, place)}</Kho></DuLieu>`,
      )
    },
  ],
  ['the whole book inside another element', 'unknown-structure@file', (text) => `<Goi>${text}</Goi>`],
]

const rearranging: readonly Trick[] = [
  ['a part removed', 'part-missing@hb.TongKet', (text) => replaceAt(text, findElement(text, summary), '')],
  [
    'a field removed',
    'part-missing@mon-TOAN.LanSua',
    (text) => {
      const place = findElement(text, maths)
      return replaceAt(text, place, cut(text, place).replace('<LanSua>0</LanSua>', ''))
    },
  ],
  [
    'a part added',
    'part-added@hb.GhiChu',
    (text) => replaceOnce(text, '</DuLieu>', '<GhiChu>Tốt</GhiChu></DuLieu>'),
  ],
  [
    'a field added',
    'part-added@tk.DiemThuong',
    (text) => replaceOnce(text, '</TongKet>', '<DiemThuong>1</DiemThuong></TongKet>'),
  ],
  [
    'a part of its own beside the data',
    'part-added@HocBa.PhuLuc',
    (text) => replaceOnce(text, '<ChuKys>', '<PhuLuc></PhuLuc><ChuKys>'),
  ],
  [
    'a part duplicated',
    'duplicate-id@tk',
    (text) => {
      const place = findElement(text, summary)
      return insertAt(text, place.end, cut(text, place))
    },
  ],
  [
    'a field duplicated',
    'part-repeated@mon-TOAN.CaNam',
    (text) => {
      const place = findElement(text, maths)
      return replaceAt(text, place, cut(text, place).replace('<CaNam>', '<CaNam>9.9</CaNam><CaNam>'))
    },
  ],
  [
    'a subject duplicated, the forged one first',
    'duplicate-id@mon-TOAN',
    (text) => {
      const place = findElement(text, maths)
      return insertAt(text, place.start, better(cut(text, place)))
    },
  ],
  [
    'a subject duplicated, the forged one last',
    'duplicate-id@mon-TOAN',
    (text) => {
      const place = findElement(text, maths)
      return insertAt(text, place.end, better(cut(text, place)))
    },
  ],
  [
    'two parts swapped',
    'part-order@hb',
    (text) => exchange(text, findElement(text, maths), findElement(text, summary)),
  ],
  [
    'two fields swapped',
    'part-order@mon-TOAN',
    (text) => {
      const place = findElement(text, maths)
      return replaceAt(text, place, cut(text, place).replace(/(<HK1>.*<\/HK1>)(<HK2>.*<\/HK2>)/, '$2$1'))
    },
  ],
  [
    'a part moved into another',
    'part-moved@mon-TOAN',
    (text) => {
      const place = findElement(text, maths)
      return replaceOnce(replaceAt(text, place, ''), '</TongKet>', `${cut(text, place)}</TongKet>`)
    },
  ],
  [
    'the signatures before the data',
    'part-order@HocBa',
    (text) => exchange(text, findElement(text, data), findElement(text, '<ChuKys>')),
  ],
]

describe('parts of a signed file', () => {
  it.each([...wrapping, ...rearranging])('%s: %s', async (_, finding, change) => {
    const changed = change(scene.text)
    expect(changed).not.toBe(scene.text)
    const verification = await scene.judge(changed)
    expect(listFindings(verification)).toEqual([finding])
    expect(verification).toMatchObject({ verdict: 'failed', record: null, signatures: [] })
  })

  it('a subject removed whole: what covered it no longer fits', async () => {
    const verification = await scene.judge(replaceAt(scene.text, findElement(scene.text, maths), ''))
    expect(verification.verdict).toBe('failed')
    expect(listFindings(verification)).toEqual(
      expect.arrayContaining([
        'wrong-coverage@s-gv-CB003',
        'content-changed@s-gvcn',
        'content-changed@s-truong',
      ]),
    )
  })

  it('two subjects swapped: out of the order of the form, and not what was signed', async () => {
    const swapped = exchange(scene.text, findElement(scene.text, maths), findElement(scene.text, literature))
    const verification = await scene.judge(swapped)
    expect(verification.verdict).toBe('failed')
    expect(listFindings(verification)).toEqual(
      expect.arrayContaining([
        'contradiction@hb.MonHoc',
        'content-changed@s-gvcn',
        'content-changed@s-truong',
      ]),
    )
  })

  it('the contents of two subjects exchanged: the sector codes give it away too', async () => {
    const [one, other] = [findElement(scene.text, maths), findElement(scene.text, literature)]
    const renamed = exchange(scene.text, one, other)
      .replace('Id="mon-TOAN"', 'Id="mon-TAM"')
      .replace('Id="mon-NGU_VAN"', 'Id="mon-TOAN"')
      .replace('Id="mon-TAM"', 'Id="mon-NGU_VAN"')
    const verification = await scene.judge(renamed)
    expect(verification.verdict).toBe('failed')
    expect(listFindings(verification)).toEqual(
      expect.arrayContaining(['contradiction@mon-TOAN.MaMonHoc', 'content-changed@s-gv-CB003']),
    )
  })

  it('an attribute added to the root', async () => {
    const changed = scene.text.replace('<HocBa ', '<HocBa nguon="khac" ')
    expect(listFindings(await scene.judge(changed))).toEqual(['unknown-structure@file'])
  })

  it('an attribute added to a part', async () => {
    const changed = scene.text.replace(maths, '<MonHoc Id="mon-TOAN" heSo="2">')
    expect(listFindings(await scene.judge(changed))).toEqual([expect.stringMatching(/^malformed@DuLieu:/)])
  })

  it('white space between two signatures, which no signature covers', async () => {
    const changed = scene.text.replace('</ds:Signature><ds:Signature', '</ds:Signature>\n<ds:Signature')
    expect(listFindings(await scene.judge(changed))).toEqual([expect.stringMatching(/^malformed@ChuKys:/)])
  })

  it('text between two subjects', async () => {
    const changed = scene.text.replace(maths, `Điểm 10${maths}`)
    expect(listFindings(await scene.judge(changed))).toEqual([expect.stringMatching(/^malformed@DuLieu:/)])
  })

  it('anything after the end', async () => {
    expect(listFindings(await scene.judge(`${scene.text}<HocBa></HocBa>`))).toEqual(['not-xml@file'])
    expect(listFindings(await scene.judge(`${scene.text} `))).toEqual(['other-serialisation@file'])
  })
})
