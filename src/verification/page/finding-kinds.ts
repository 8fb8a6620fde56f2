import type { PdfFindingCode } from '../../crypto/pdf/index.ts'
import type { FindingKind } from '../findings.ts'

/** What may be found of the signatures and revisions of a PDF, in words; the codes are those of `crypto/pdf`. */
const pdfFindingKinds = {
  'pdf-structure': { effect: 'fails', text: 'Tệp PDF không đúng cấu trúc' },
  'pdf-not-signed': { effect: 'fails', text: 'Bản PDF không có chữ ký số' },
  'pdf-not-covered-to-end': { effect: 'fails', text: 'Sau chữ ký cuối cùng còn có nội dung không được ký' },
  'pdf-byte-range': { effect: 'fails', text: 'Chữ ký trên PDF không phủ đúng toàn bộ tệp' },
  'pdf-signature-format': { effect: 'fails', text: 'Chữ ký trên PDF không đúng khuôn dạng PAdES' },
  'pdf-digest': { effect: 'fails', text: 'Trang PDF đã bị thay đổi sau khi ký' },
  'pdf-signature-value': { effect: 'fails', text: 'Giá trị chữ ký trên PDF không đúng với chứng thư' },
  'pdf-algorithm': { effect: 'fails', text: 'Thuật toán ký trên PDF không được chấp nhận' },
  'pdf-certificate-not-bound': { effect: 'fails', text: 'Chữ ký trên PDF không nêu rõ chứng thư đã ký' },
  'pdf-certificate-untrusted': {
    effect: 'fails',
    text: 'Chứng thư ký PDF không do tổ chức được tin cậy cấp',
  },
  'pdf-certificate-expired': { effect: 'fails', text: 'Chứng thư ký PDF đã hết hạn khi ký' },
  'pdf-certificate-not-yet-valid': { effect: 'fails', text: 'Chứng thư ký PDF chưa có hiệu lực khi ký' },
  'pdf-certificate-use': { effect: 'fails', text: 'Chứng thư ký PDF không được cấp để ký' },
  'pdf-certificate-weak': { effect: 'fails', text: 'Khóa hoặc thuật toán của chứng thư ký PDF quá yếu' },
  'pdf-certificate-revoked': { effect: 'fails', text: 'Chứng thư ký PDF đã bị thu hồi trước khi ký' },
  'pdf-certificate-stray': {
    effect: 'unsettles',
    text: 'Các chứng thư kèm theo chữ ký trên PDF không đúng là đường dẫn tin cậy',
  },
  'pdf-revocation-unknown': {
    effect: 'unsettles',
    text: 'Chưa xác định được chứng thư ký PDF có bị thu hồi hay không',
  },
  'pdf-timestamp-missing': { effect: 'fails', text: 'Chữ ký trên PDF không có dấu thời gian' },
  'pdf-timestamp-invalid': { effect: 'fails', text: 'Dấu thời gian của chữ ký trên PDF không đúng' },
  'pdf-timestamp-untrusted': {
    effect: 'fails',
    text: 'Dấu thời gian trên PDF không do tổ chức được tin cậy cấp',
  },
  'pdf-timestamp-status-unknown': {
    effect: 'unsettles',
    text: 'Chưa xác định được trạng thái chứng thư của dấu thời gian trên PDF',
  },
  'pdf-signing-time': { effect: 'fails', text: 'Thời điểm ký khai trên PDF không đúng' },
  'pdf-permissions': { effect: 'fails', text: 'Quyền thay đổi khai trong chữ ký trên PDF không đúng' },
  'pdf-revision-not-allowed': {
    effect: 'fails',
    text: 'PDF đã bị sửa thêm ngoài những gì được phép sau khi ký',
  },
  'pdf-unsafe-content': { effect: 'fails', text: 'PDF có nội dung có thể tự thay đổi cách hiển thị' },
  'pdf-attachment-missing': { effect: 'fails', text: 'PDF không kèm tệp dữ liệu học bạ (XML)' },
  'pdf-attachment-ambiguous': { effect: 'fails', text: 'Tệp kèm trong PDF không rõ là tệp nào' },
} as const satisfies Record<PdfFindingCode, FindingKind>

/** What may be found of a page (bản thể hiện, PDF): its signatures, its seal, its agreement with the data inside. */
export const pageFindingKinds = {
  ...pdfFindingKinds,
  'page-not-the-school': { effect: 'fails', text: 'Trang PDF không mang con dấu của trường phát hành' },
  'page-signer-unexpected': { effect: 'fails', text: 'Có chữ ký trên PDF của người mà học bạ không nêu tên' },
  'page-permissions-missing': {
    effect: 'informs',
    text: 'Con dấu trên PDF không khai những gì được phép thay đổi sau đó',
  },
  'page-covered': { effect: 'fails', text: 'Hình của chữ ký nằm ngoài chỗ dành cho con dấu' },
  'page-several-books': { effect: 'fails', text: 'Các tệp kèm trong PDF không thuộc về một học bạ' },
  'page-compilation': {
    effect: 'informs',
    text: 'Bản tổng hợp nhiều năm học, không đóng dấu; giá trị ở từng tệp dữ liệu kèm theo',
  },
  'page-disagrees': { effect: 'fails', text: 'Trang PDF hiện khác dữ liệu đã niêm phong trong tệp' },
  'page-not-compared': { effect: 'unsettles', text: 'Chưa đối chiếu được trang PDF với dữ liệu trong tệp' },
  'compared-by-text': {
    effect: 'informs',
    text: 'Trang PDF do chương trình khác dựng; chỉ đối chiếu theo chữ của từng mục, hãy nhìn lại trang',
  },
  'page-other-address': {
    effect: 'informs',
    text: 'Mã QR trên trang dẫn tới địa chỉ khác nơi đang kiểm tra',
  },
} as const satisfies Record<string, FindingKind>
