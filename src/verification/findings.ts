import { pageFindingKinds } from './page/finding-kinds.ts'

/** The three answers (ETSI EN 319 102-1 §5.1.3): passed, failed, indeterminate. "Could not check" is never passed. */
export type VerdictWord = 'passed' | 'failed' | 'indeterminate'

/** What one finding does to the verdict. */
export type Effect = 'fails' | 'unsettles' | 'informs'

/** One thing that verification found, with the place and a sentence in Vietnamese. */
export interface Finding {
  readonly code: FindingCode
  readonly at: string
  readonly text: string
}

/** What a kind of finding does and how it is said. */
export interface FindingKind {
  readonly effect: Effect
  readonly text: string
}

/** Every finding, what it does to the verdict, and how it is said. Described in docs/findings.md; a test compares. */
export const findingKinds = {
  'too-large': { effect: 'fails', text: 'Tệp lớn hơn mức cho phép' },
  'too-complex': { effect: 'fails', text: 'Tệp phức tạp hơn mức cho phép' },
  'not-utf8': { effect: 'fails', text: 'Tệp không phải là UTF-8' },
  'not-xml': { effect: 'fails', text: 'Tệp không phải là XML đúng cú pháp' },
  'dtd-not-allowed': { effect: 'fails', text: 'Tệp có khai báo DTD, không được phép' },
  'entity-not-allowed': { effect: 'fails', text: 'Tệp dùng thực thể XML, không được phép' },
  'comment-not-allowed': { effect: 'fails', text: 'Tệp có chú thích hoặc chỉ thị XML, không được phép' },
  'unknown-structure': { effect: 'fails', text: 'Không phải là tệp học bạ số theo cấu trúc đã công bố' },
  'duplicate-id': { effect: 'fails', text: 'Một mã Id xuất hiện nhiều lần' },
  'part-moved': { effect: 'fails', text: 'Một phần đã ký không nằm đúng chỗ của nó' },
  'part-missing': { effect: 'fails', text: 'Thiếu một phần bắt buộc' },
  'part-added': { effect: 'fails', text: 'Có phần không thuộc cấu trúc đã công bố' },
  'part-repeated': { effect: 'fails', text: 'Một phần xuất hiện nhiều lần' },
  'part-order': { effect: 'fails', text: 'Các phần không theo thứ tự đã công bố' },
  malformed: { effect: 'fails', text: 'Nội dung không đúng cấu trúc đã công bố' },
  'other-serialisation': {
    effect: 'informs',
    text: 'Tệp được ghi theo cách khác; đã đưa về dạng chuẩn tắc rồi kiểm tra',
  },
  contradiction: { effect: 'fails', text: 'Các phần của học bạ mâu thuẫn nhau' },
  'amendments-mismatch': { effect: 'fails', text: 'Số lần sửa của môn không khớp danh sách sửa đổi' },
  'signature-missing': { effect: 'fails', text: 'Thiếu chữ ký bắt buộc' },
  'signature-unexpected': { effect: 'fails', text: 'Có chữ ký không thuộc quy trình' },
  'signature-order': { effect: 'fails', text: 'Các chữ ký không theo thứ tự' },
  'wrong-coverage': { effect: 'fails', text: 'Chữ ký không phủ đúng phần phải ký' },
  'content-changed': { effect: 'fails', text: 'Nội dung đã bị thay đổi sau khi ký' },
  'signed-properties-changed': { effect: 'fails', text: 'Thuộc tính của chữ ký đã bị thay đổi' },
  'algorithm-not-allowed': { effect: 'fails', text: 'Thuật toán ký không được chấp nhận' },
  'value-invalid': { effect: 'fails', text: 'Giá trị chữ ký không đúng với chứng thư' },
  'certificate-unreadable': { effect: 'fails', text: 'Không đọc được chứng thư' },
  'certificate-stray': {
    effect: 'unsettles',
    text: 'Các chứng thư kèm theo chữ ký không đúng là đường dẫn tin cậy',
  },
  'evidence-unreadable': { effect: 'unsettles', text: 'Chữ ký kèm giá trị kiểm tra lâu dài không đọc được' },
  'certificate-substituted': { effect: 'fails', text: 'Chứng thư không phải là chứng thư đã ký' },
  'certificate-untrusted': {
    effect: 'fails',
    text: 'Chứng thư không do tổ chức được tin cậy cấp cho vai trò này',
  },
  'certificate-expired': { effect: 'fails', text: 'Chứng thư đã hết hạn khi ký' },
  'certificate-not-yet-valid': { effect: 'fails', text: 'Chứng thư chưa có hiệu lực khi ký' },
  'certificate-revoked': { effect: 'fails', text: 'Chứng thư đã bị thu hồi trước khi ký' },
  'certificate-use': { effect: 'fails', text: 'Chứng thư không được cấp để ký' },
  'certificate-weak': { effect: 'fails', text: 'Khóa hoặc thuật toán của chứng thư quá yếu' },
  'revocation-unknown': { effect: 'unsettles', text: 'Chưa xác định được chứng thư có bị thu hồi hay không' },
  'not-the-person': { effect: 'fails', text: 'Người ký không phải là người học bạ nêu tên' },
  'not-the-school': { effect: 'fails', text: 'Con dấu không phải của trường phát hành' },
  'role-mismatch': { effect: 'fails', text: 'Vai trò ghi trong chữ ký không đúng' },
  'signing-time-malformed': { effect: 'fails', text: 'Thời điểm ký không đọc được' },
  'signing-time-after-proof': { effect: 'fails', text: 'Thời điểm ký khai sau thời điểm đã được chứng minh' },
  'timestamp-missing': { effect: 'fails', text: 'Con dấu không có dấu thời gian' },
  'timestamp-invalid': { effect: 'fails', text: 'Dấu thời gian không đúng' },
  'timestamp-untrusted': { effect: 'fails', text: 'Dấu thời gian không do tổ chức được tin cậy cấp' },
  'timestamp-status-unknown': {
    effect: 'unsettles',
    text: 'Chưa xác định được trạng thái chứng thư của dấu thời gian',
  },
  'year-before-mismatch': {
    effect: 'fails',
    text: 'Học bạ năm trước không phải là bản mà học bạ này nối tiếp',
  },
  'year-before-not-checked': {
    effect: 'informs',
    text: 'Chưa đối chiếu với học bạ năm trước vì không có tệp',
  },
  'year-before-checked': { effect: 'informs', text: 'Đã đối chiếu với học bạ năm trước' },
  'newer-version-at-hand': { effect: 'informs', text: 'Có phiên bản mới hơn trong các tệp được kiểm tra' },
  'rules-disagree': { effect: 'fails', text: 'Kết quả ghi trong học bạ khác kết quả tính theo thông tư' },
  'rules-unknown': { effect: 'unsettles', text: 'Không có bộ quy tắc mà học bạ nêu' },
  demonstration: { effect: 'informs', text: 'Bản minh họa, không có giá trị pháp lý' },
  ...pageFindingKinds,
} as const satisfies Record<string, FindingKind>

export type FindingCode = keyof typeof findingKinds

/** Makes a finding; `detail` completes the kind's sentence. */
export const finding = (code: FindingCode, at: string, detail?: string): Finding => ({
  code,
  at,
  text: detail === undefined ? findingKinds[code].text : `${findingKinds[code].text}: ${detail}`,
})

/** One failed finding fails the whole; else one that unsettles leaves it open. */
export const verdictOf = (findings: readonly Finding[]): VerdictWord => {
  const effects = new Set<Effect>(findings.map(({ code }) => findingKinds[code].effect))
  return effects.has('fails') ? 'failed' : effects.has('unsettles') ? 'indeterminate' : 'passed'
}
