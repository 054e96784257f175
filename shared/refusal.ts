/**
 * What a caller can mend: thrown by verbs, answered as an RFC 9457 problem. The code is stable; the
 * status and both sentences stand here and nowhere else. (A fault in the data is a finding, a value;
 * somebody else being first is a word; the rest is a fault.)
 */
export const refusals = {
  'not-found': {
    status: 404,
    vi: 'Không tìm thấy, hoặc bạn không có quyền xem.',
    en: 'Not found, or not yours to see.',
  },
  'not-allowed': { status: 403, vi: 'Bạn không có quyền làm việc này.', en: 'You may not do this.' },
  'body-malformed': {
    status: 400,
    vi: 'Nội dung yêu cầu không đúng mẫu.',
    en: 'The request body is not of the expected shape.',
  },
  'parameter-malformed': {
    status: 400,
    vi: 'Tham số không đúng hoặc không được hỗ trợ.',
    en: 'A parameter is wrong or not supported.',
  },
  'unit-unknown': {
    status: 422,
    vi: 'Không có đơn vị này trong kỳ báo cáo.',
    en: 'No such unit lives in this period.',
  },
  'form-unknown': { status: 422, vi: 'Không có biểu mẫu này.', en: 'There is no such form.' },
  'period-unknown': {
    status: 422,
    vi: 'Không có kỳ báo cáo này cho biểu mẫu.',
    en: 'The form has no such period.',
  },
  'period-not-open': { status: 422, vi: 'Kỳ báo cáo chưa bắt đầu.', en: 'The period has not begun.' },
  'idempotency-key-reused': {
    status: 409,
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác.',
    en: 'This Idempotency-Key was used for another request.',
  },
  'already-received': {
    status: 409,
    vi: 'Tệp của bản nộp này đã được nhận; hãy mở bản nộp mới.',
    en: "This submission's file was received already; open a new submission.",
  },
  'not-checked-yet': {
    status: 409,
    vi: 'Bản nộp chưa có kết quả kiểm tra; hãy đợi rồi ký.',
    en: 'The submission has no verdict yet; wait, then sign.',
  },
  'was-returned': {
    status: 409,
    vi: 'Bản nộp có lỗi và đã bị trả lại; hãy sửa và nộp bản mới.',
    en: 'The submission was returned with errors; mend it and submit anew.',
  },
  'digest-differs': {
    status: 409,
    vi: 'Mã SHA-256 không khớp với tệp đã nhận.',
    en: 'The SHA-256 differs from that of the received file.',
  },
  'explanation-missing': {
    status: 422,
    vi: 'Mỗi cảnh báo cần một giải trình trước khi ký.',
    en: 'Every warning needs an explanation before signing.',
  },
  'somebody-was-first': {
    status: 409,
    vi: 'Đã có người thực hiện trước trong lúc này; hãy xem lại rồi làm tiếp.',
    en: 'Somebody else was first; look again, then go on.',
  },
  'same-person': {
    status: 403,
    vi: 'Người ký xác nhận phải khác người nộp báo cáo, trừ khi đơn vị được phép chỉ có một người.',
    en: 'Whoever signs must not be who submitted, unless the unit is allowed one person.',
  },
  'question-open': {
    status: 409,
    vi: 'Bản nộp còn câu hỏi chưa được trả lời; hãy trả lời rồi ký.',
    en: 'A question about the submission is open; answer it, then sign.',
  },
  'question-not-open': {
    status: 409,
    vi: 'Không có câu hỏi này, hoặc câu hỏi đã được trả lời.',
    en: 'There is no such question, or it was answered already.',
  },
  'was-withdrawn': {
    status: 409,
    vi: 'Bản nộp đã được rút; hãy nộp bản mới.',
    en: 'The submission was withdrawn; submit anew.',
  },
  'move-not-allowed': {
    status: 409,
    vi: 'Trạng thái hiện tại của bản nộp không cho phép thao tác này.',
    en: "The submission's present state does not admit this.",
  },
  'not-signed': {
    status: 409,
    vi: 'Bản nộp chưa được ký nên chưa có biên nhận.',
    en: 'The submission was not signed, so there is no receipt.',
  },
  'evidence-not-received': {
    status: 409,
    vi: 'Tệp minh chứng này chưa được tải lên.',
    en: 'The file of this attachment has not been uploaded yet.',
  },
  'extension-out-of-range': {
    status: 422,
    vi: 'Ngày gia hạn phải sau hạn nộp hiện tại và không quá 366 ngày sau hạn nộp ban đầu.',
    en: 'An extension must be later than the present due day and at most 366 days after the original one.',
  },
  'too-many': {
    status: 409,
    vi: 'Đã đạt số lượng tối đa cho phép (100).',
    en: 'The most that is allowed (100) has been reached.',
  },
  'basis-not-available': {
    status: 422,
    vi: 'Chưa tính được theo bản đồ hành chính này cho kỳ đã chọn.',
    en: 'This basis cannot be computed for the period yet.',
  },
} as const satisfies Record<string, { status: number; vi: string; en: string }>;

export type RefusalCode = keyof typeof refusals;

export class Refusal extends Error {
  readonly code: RefusalCode;
  /** The faults in the request, by field: all of them, not the first. */
  readonly fields: readonly { field: string; message: string }[];

  constructor(code: RefusalCode, fields: readonly { field: string; message: string }[] = []) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
  }
}
