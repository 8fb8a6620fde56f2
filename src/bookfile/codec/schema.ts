import type { BookVersion } from '../version.ts'
import type { ComplexType, Field, SimpleType } from './field.ts'

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const occurs = ({ occurs, note }: Field<unknown>): string =>
  occurs === 'once'
    ? ''
    : ` minOccurs="0"${occurs === 'many' ? ` maxOccurs="${note.maxOccurs ?? 'unbounded'}"` : ''}`

const simpleType = ({ pattern, maxLength, values }: SimpleType): string => {
  const facets = [
    ...(pattern === undefined ? [] : [`<xs:pattern value="${escape(pattern)}"/>`]),
    ...(maxLength === undefined ? [] : ['<xs:minLength value="1"/>', `<xs:maxLength value="${maxLength}"/>`]),
    ...(values ?? []).map((value) => `<xs:enumeration value="${escape(value)}"/>`),
  ]
  return `<xs:simpleType><xs:restriction base="xs:string">${facets.join('')}</xs:restriction></xs:simpleType>`
}

/** An Id is fixed, or a fixed prefix followed by a code. */
const idAttribute = (id: string): string =>
  id.endsWith('…')
    ? `<xs:attribute name="Id" use="required"><xs:simpleType><xs:restriction base="xs:ID">` +
      `<xs:pattern value="${escape(id.slice(0, -1))}[A-Z0-9_]+"/></xs:restriction></xs:simpleType></xs:attribute>`
    : `<xs:attribute name="Id" use="required"><xs:simpleType><xs:restriction base="xs:ID">` +
      `<xs:enumeration value="${escape(id)}"/></xs:restriction></xs:simpleType></xs:attribute>`

const complexType = ({ children, id }: ComplexType, depth: number): string => {
  const indent = '  '.repeat(depth)
  return (
    `\n${indent}  <xs:complexType>\n${indent}    <xs:sequence>\n` +
    children.map((child) => element(child, depth + 3)).join('') +
    `${indent}    </xs:sequence>\n${id === undefined ? '' : `${indent}    ${idAttribute(id)}\n`}` +
    `${indent}  </xs:complexType>\n${indent}`
  )
}

const element = (field: Field<unknown>, depth: number): string => {
  const { meaning, type } = field.note
  const indent = '  '.repeat(depth)
  const annotation = `<xs:annotation><xs:documentation xml:lang="vi">${escape(meaning)}</xs:documentation></xs:annotation>`
  const body = type.kind === 'simple' ? simpleType(type) : complexType(type, depth)
  return `${indent}<xs:element name="${field.tag}"${occurs(field)}>${annotation}${body}</xs:element>\n`
}

/** The published XML Schema of a structure, made from the layout that also writes and reads it. */
export const schemaOf = ({
  name,
  namespace,
  report,
}: BookVersion): string => `<?xml version="1.0" encoding="UTF-8"?>
<!-- ${name}: made by "npm run generate" from src/bookfile/${name}/layout.ts; not edited by hand. -->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${namespace}" elementFormDefault="qualified">
  <xs:element name="HocBa">
    <xs:complexType>
      <xs:sequence>
${element(report, 4)}        <xs:element name="ChuKys">
          <xs:annotation><xs:documentation xml:lang="vi">Các chữ ký XAdES theo thứ tự ký</xs:documentation></xs:annotation>
          <xs:complexType>
            <xs:sequence>
              <xs:any namespace="http://www.w3.org/2000/09/xmldsig#" processContents="skip" minOccurs="0" maxOccurs="64"/>
            </xs:sequence>
          </xs:complexType>
        </xs:element>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>
`

interface MappingRow {
  readonly path: string
  readonly field: Field<unknown>
}

const rowsOf = (field: Field<unknown>, path: string): readonly MappingRow[] => {
  const own = path === '' ? field.tag : `${path}/${field.tag}`
  const { type } = field.note
  const children = type.kind === 'simple' ? [] : type.children.flatMap((child) => rowsOf(child, own))
  return [{ path: own, field }, ...children]
}

const typeWords = (type: SimpleType | ComplexType): string => {
  if (type.kind === 'complex') return type.id === undefined ? 'nhóm' : `nhóm, \`Id="${type.id}"\``
  if (type.values !== undefined) return type.values.map((value) => `\`${value}\``).join(' ')
  return type.pattern === undefined
    ? `chữ, 1-${type.maxLength ?? 0} kí tự`
    : `\`${type.pattern.replaceAll('|', '\\|')}\``
}

const occurrence = { once: '1', optional: '0-1', many: '0-n' } as const

/** The mapping document: every element, what it means, how it is spelled, and the sector's name for it. */
export const mappingOf = ({ name, namespace, report }: BookVersion): string =>
  [
    `# ${name}: từng phần tử và tên tương ứng của ngành`,
    '',
    'Tạo bằng `npm run generate` từ chính bảng bố cục mà chương trình dùng để ghi và đọc tệp; không sửa bằng tay.',
    `Không gian tên: \`${namespace}\`. Cột cuối là tên cùng dữ liệu trong từ điển dùng chung của ngành hoặc trong kho học bạ đang vận hành.`,
    '',
    '| Phần tử | Số lần | Ý nghĩa | Cách ghi | Tên của ngành |',
    '| --- | --- | --- | --- | --- |',
    ...rowsOf(report, '').map(
      ({ path, field: { occurs, note } }) =>
        `| \`${path}\` | ${occurrence[occurs]} | ${note.meaning} | ${typeWords(note.type)} | ${note.sector === undefined ? '' : `\`${note.sector}\``} |`,
    ),
    '',
  ].join('\n')
