import type { RefusalCode } from '../../shared/refusal.ts'

/** What a kind of problem is answered with. */
export interface ProblemKind {
  readonly status: number
  /** In Vietnamese, the same for every problem of the kind. */
  readonly title: string
}

/** Every problem (RFC 9457) that the server itself may answer with; `type` is /api/docs/problems#CODE. */
export const ownProblems = {
  'malformed-request': { status: 400, title: 'Yêu cầu không đúng dạng' },
  'not-signed-in': { status: 401, title: 'Chưa đăng nhập hoặc phiên đã hết hạn' },
  'sign-in-failed': { status: 401, title: 'Tên đăng nhập, mật khẩu hoặc mã không đúng' },
  'one-time-code-needed': { status: 401, title: 'Cần thêm mã xác nhận một lần' },
  'one-time-codes-required': { status: 403, title: 'Vai trò này phải bật mã xác nhận một lần trước' },
  'not-allowed': { status: 403, title: 'Tài khoản này không được làm việc đó' },
  'record-not-found': { status: 404, title: 'Không tìm thấy học bạ với những gì đã nhập' },
  'link-not-valid': { status: 404, title: 'Liên kết tải tệp không đúng hoặc đã hết hạn' },
  'not-found': { status: 404, title: 'Không có trang này' },
  'method-not-allowed': { status: 405, title: 'Địa chỉ này không nhận phương thức đó' },
  'too-slow': { status: 408, title: 'Yêu cầu gửi đến quá chậm' },
  'too-large': { status: 413, title: 'Nội dung gửi đến quá lớn' },
  'unsupported-type': { status: 415, title: 'Loại nội dung gửi đến không được nhận' },
  'head-too-large': { status: 431, title: 'Phần đầu của yêu cầu quá lớn' },
  'unexpected-error': { status: 500, title: 'Máy chủ gặp lỗi ngoài dự kiến' },
  'not-ready': { status: 503, title: 'Máy chủ chưa sẵn sàng' },
} as const satisfies Record<string, ProblemKind>

export type OwnProblemCode = keyof typeof ownProblems

/**
 * Refusals (từ chối) as HTTP problems. Those that no request can bring about today are answered all the same: 422 for
 * input that is understood and not accepted, 503 for what is missing on the server's side.
 */
export const refusalProblems = {
  'bad-usage': { status: 400, title: 'Yêu cầu không đúng cách dùng' },
  'file-not-readable': { status: 500, title: 'Máy chủ không đọc được một tệp của nó' },
  'output-exists': { status: 409, title: 'Nơi ghi kết quả đã có nội dung' },
  'workbook-not-accepted': { status: 422, title: 'Sổ tính không được nhận' },
  'timestamp-not-available': { status: 503, title: 'Không lấy được dấu thời gian' },
  'own-verification-failed': { status: 500, title: 'Kết quả không qua được bước tự kiểm tra' },
  'page-engine-missing': { status: 503, title: 'Máy chủ không có chương trình dựng trang' },
  'database-not-available': { status: 503, title: 'Không dùng được cơ sở dữ liệu' },
  'database-not-fit': { status: 503, title: 'Cơ sở dữ liệu không phù hợp' },
  'book-not-accepted': { status: 422, title: 'Học bạ chưa được tiếp nhận' },
  'act-not-available': { status: 409, title: 'Trạng thái học bạ không cho phép việc này' },
  'school-year-not-found': { status: 404, title: 'Không có năm học này' },
  'too-many-requests': { status: 429, title: 'Yêu cầu quá nhiều lần' },
  'input-not-accepted': { status: 422, title: 'Nội dung nhập không được nhận' },
  'changed-meanwhile': { status: 409, title: 'Dữ liệu đã được người khác sửa' },
  'key-not-available': { status: 409, title: 'Chưa dùng được khóa kí' },
} as const satisfies Record<RefusalCode, ProblemKind>

export type ProblemCode = OwnProblemCode | RefusalCode

export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = { ...refusalProblems, ...ownProblems }
