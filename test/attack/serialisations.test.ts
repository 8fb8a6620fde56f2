import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalize } from '../../src/bookfile/index.ts'
import { secondaryReport } from '../builders/reports.ts'
import { replaceOnce } from './support/edit.ts'
import { listFindings, setScene, type Scene } from './support/judge.ts'

/**
 * The same content written in another way is the same book; what only looks the same is not (comments,
 * instructions and document types are where readers and signature checks part ways).
 */
let scene: Scene
beforeAll(async () => {
  scene = await setScene(secondaryReport())
})

const year = '<CaNam>8.5</CaNam>'
const declaration = '<?xml version="1.0" encoding="UTF-8"?>'
const selfClosed = (text: string): string => text.replace(/<([\w:]+)([^<>]*)><\/\1>/g, '<$1$2/>')

type Rewriting = readonly [name: string, rewrite: (text: string) => string]

const same: readonly Rewriting[] = [
  ['an XML declaration', (text) => `${declaration}\n${text}\n`],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['both', (text) => `\ufeff${declaration}${text}`],
  [
    'a declaration in single quotes',
    (text) => `<?xml version='1.0' encoding='utf-8' standalone='yes'?>${text}`,
  ],
  ['single quotes', (text) => text.replace(/="([^"]*)"/g, "='$1'")],
  [
    'white space inside tags',
    (text) => text.replaceAll('<MonHoc Id=', '<MonHoc\n   Id = ').replaceAll('</MonHoc>', '</MonHoc >'),
  ],
  ['CDATA', (text) => replaceOnce(text, year, '<CaNam><![CDATA[8.5]]></CaNam>')],
  ['CDATA in pieces', (text) => replaceOnce(text, year, '<CaNam><![CDATA[8]]>.<![CDATA[5]]></CaNam>')],
  [
    'a long text as CDATA',
    (text) =>
      text.replace(
        '&amp; đều; cần đọc thêm &lt;tài liệu&gt;.',
        '<![CDATA[& đều; cần đọc thêm <tài liệu>.]]>',
      ),
  ],
  ['decimal character references', (text) => replaceOnce(text, year, '<CaNam>&#56;.5</CaNam>')],
  ['hexadecimal character references', (text) => replaceOnce(text, year, '<CaNam>8.&#x35;</CaNam>')],
  ['character references in an Id', (text) => text.replaceAll('Id="mon-TOAN"', 'Id="mon&#45;TOAN"')],
  ['self-closed tags', selfClosed],
  [
    'another order of attributes',
    (text) => text.replace(/(<ds:Signature) (xmlns:ds="[^"]*") (Id="[^"]*")/g, '$1 $3 $2'),
  ],
  [
    'namespaces declared again and early',
    (text) =>
      text
        .replace('<HocBa ', '<HocBa xmlns:ds="http://www.w3.org/2000/09/xmldsig#" xmlns:khac="urn:khac" ')
        .replace('<DuLieu ', '<DuLieu xmlns="urn:vn:edu:hoc-ba-so:1" '),
  ],
  ['line ends of another system around the root', (text) => `${declaration}\r\n${text}\r\n`],
]

describe('another serialisation of the same content', () => {
  it.each(same)('with %s passes, and is said to be one', async (_, rewrite) => {
    const rewritten = rewrite(scene.text)
    expect(rewritten).not.toBe(scene.text)
    const verification = await scene.judge(rewritten)
    expect(listFindings(verification)).toEqual(['other-serialisation@file'])
    expect(verification.verdict).toBe('passed')
    expect(await canonicalize(Buffer.from(rewritten))).toEqual({ bytes: scene.bytes })
  })

  it('with a changed mark fails as any other', async () => {
    const verification = await scene.judge(selfClosed(scene.text.replace(year, '<CaNam>8.6</CaNam>')))
    expect(verification.verdict).toBe('failed')
    expect(listFindings(verification)).toContain('content-changed@s-gv-CB003')
  })
})

const different: readonly (readonly [name: string, finding: string, rewrite: (text: string) => string])[] = [
  [
    'a comment inside a mark',
    'comment-not-allowed@file',
    (text) => replaceOnce(text, year, '<CaNam>8.<!-- -->5</CaNam>'),
  ],
  [
    'a comment between parts',
    'comment-not-allowed@file',
    (text) => text.replace('<MonHoc', '<!-- môn --><MonHoc'),
  ],
  ['a comment after the root', 'comment-not-allowed@file', (text) => `${text}<!-- -->`],
  [
    'a comment among the signatures',
    'comment-not-allowed@file',
    (text) => text.replace('<ChuKys>', '<ChuKys><!-- -->'),
  ],
  [
    'a processing instruction inside a mark',
    'comment-not-allowed@file',
    (text) => replaceOnce(text, year, '<CaNam>8.<?php 9?>5</CaNam>'),
  ],
  [
    'a style sheet before the root',
    'comment-not-allowed@file',
    (text) => `<?xml-stylesheet href="x.xsl"?>${text}`,
  ],
  ['a document type', 'dtd-not-allowed@file', (text) => `<!DOCTYPE HocBa>${text}`],
  [
    'a document type after the declaration',
    'dtd-not-allowed@file',
    (text) => `${declaration}\n<!doctype HocBa>${text}`,
  ],
  [
    'a document type that gives an attribute a value',
    'dtd-not-allowed@file',
    (text) => `<!DOCTYPE HocBa [<!ATTLIST MonHoc heSo CDATA "2">]>${text}`,
  ],
  [
    'a document type that declares Ids',
    'dtd-not-allowed@file',
    (text) => `<!DOCTYPE HocBa [<!ATTLIST DuLieu Id ID #IMPLIED>]>${text}`,
  ],
  [
    'an entity of its own inside a mark',
    'dtd-not-allowed@file',
    (text) => `<!DOCTYPE HocBa [<!ENTITY d "9">]>${replaceOnce(text, year, '<CaNam>&d;.5</CaNam>')}`,
  ],
  [
    'entities that grow without end',
    'dtd-not-allowed@file',
    (text) => `<!DOCTYPE HocBa [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${text.replace('Toán', '&b;')}`,
  ],
  [
    'an entity from outside',
    'dtd-not-allowed@file',
    (text) => `<!DOCTYPE HocBa [<!ENTITY x SYSTEM "file:///etc/passwd">]>${text.replace('Toán', '&x;')}`,
  ],
  [
    'an entity that nobody declared',
    'entity-not-allowed@file',
    (text) => replaceOnce(text, year, '<CaNam>8&dot;5</CaNam>'),
  ],
  [
    'another encoding declared',
    'not-utf8@file',
    (text) => `<?xml version="1.0" encoding="ISO-8859-1"?>${text}`,
  ],
]

describe('what a serialisation may not hold', () => {
  it.each(different)('%s: %s', async (_, finding, rewrite) => {
    const rewritten = rewrite(scene.text)
    expect(rewritten).not.toBe(scene.text)
    const verification = await scene.judge(rewritten)
    expect(listFindings(verification)).toEqual([finding])
    expect(verification.verdict).toBe('failed')
  })

  it('half a letter', async () => {
    const at = scene.bytes.indexOf('Toán') + 3
    const halved = Buffer.concat([scene.bytes.subarray(0, at), scene.bytes.subarray(at + 1)])
    expect(listFindings(await scene.judge(halved))).toEqual(['not-utf8@file'])
  })

  it('UTF-16', async () => {
    const verification = await scene.judge(
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(scene.text, 'utf16le')]),
    )
    expect(listFindings(verification)).toEqual(['not-utf8@file'])
  })
})

const values: readonly (readonly [name: string, rewrite: (text: string) => string])[] = [
  ['decomposed letters (NFD)', (text) => text.replaceAll('Thùy', 'Thùy'.normalize('NFD'))],
  ['a carriage return', (text) => text.replace('Em chăm ngoan', 'Em chăm&#13;&#10;ngoan')],
  ['line ends of another system between parts', (text) => text.replaceAll('<MonHoc', '\r\n<MonHoc')],
  ['a tab', (text) => text.replace('Em chăm', 'Em\tchăm')],
  ['a control character', (text) => text.replace('Em chăm', 'Em&#x9;chăm')],
  ['an invisible byte order mark', (text) => text.replace('Em chăm', 'Em\ufeffchăm')],
  ['a mark with a comma', (text) => text.replace(year, '<CaNam>8,5</CaNam>')],
  ['a mark with two decimals', (text) => text.replace(year, '<CaNam>8.50</CaNam>')],
  ['a mark above ten', (text) => text.replace(year, '<CaNam>10.1</CaNam>')],
  ['white space around a mark', (text) => text.replace(year, '<CaNam> 8.5</CaNam>')],
  ['an empty value', (text) => text.replace(year, '<CaNam></CaNam>')],
  ['digits of another script', (text) => text.replace(year, '<CaNam>８.５</CaNam>')],
]

describe('values in another spelling than the one published', () => {
  it.each(values)('%s', async (_, rewrite) => {
    const rewritten = rewrite(scene.text)
    expect(rewritten).not.toBe(scene.text)
    const verification = await scene.judge(rewritten)
    expect(listFindings(verification)).toEqual([expect.stringMatching(/^malformed@DuLieu:\d+$/)])
    expect(verification.verdict).toBe('failed')
  })
})
