import { nothingFoundEn, nothingFoundVi } from './nothing-found.ts';

/**
 * What a caller can mend: thrown by verbs, answered as an RFC 9457 problem. The code is stable; the
 * status and both sentences stand here and nowhere else. (A fault in the data is a finding, a value;
 * somebody else being first is a word; the rest is a fault.)
 */
export const refusals = {
  'not-found': { status: 404, vi: nothingFoundVi, en: nothingFoundEn },
  'token-not-accepted': {
    status: 401,
    vi: 'Cần dùng mã đăng nhập (ID token); không chấp nhận mã truy cập (access token).',
    en: 'An ID token is needed; an access token is not accepted.',
  },
  'not-allowed': { status: 403, vi: 'Bạn không có quyền làm việc này.', en: 'You may not do this.' },
  'second-factor-missing': {
    status: 403,
    vi: 'Tài khoản ký xác nhận phải có xác thực hai yếu tố: hãy thiết lập ứng dụng tạo mã dùng một lần (TOTP), đăng nhập lại rồi ký.',
    en: 'Who signs needs a second factor: set up an authenticator app (TOTP) for your account, sign in again, then sign.',
  },
  'account-not-valid': {
    status: 422,
    vi: 'Đơn vị và vai trò của tài khoản không hợp lệ.',
    en: "The account's unit and roles do not go together.",
  },
  'account-exists': {
    status: 409,
    vi: 'Đã có tài khoản với tên này; hãy sửa tài khoản đó hoặc chọn tên khác.',
    en: 'There is an account of this name; change that one, or choose another name.',
  },
  'own-account': {
    status: 403,
    vi: 'Không ai được tự thay đổi tài khoản của mình; hãy nhờ người khác trong Ban Thư ký.',
    en: 'Nobody changes their own account; ask somebody else of the secretariat.',
  },
  'nothing-to-reset': {
    status: 409,
    vi: 'Tài khoản này chưa thiết lập xác thực hai yếu tố nên không có gì để đặt lại.',
    en: 'The account has no second factor, so there is nothing to reset.',
  },
  'last-secretariat': {
    status: 409,
    vi: 'Đây là tài khoản Ban Thư ký cuối cùng còn hoạt động; hãy tạo tài khoản khác trước.',
    en: 'This is the last account of the secretariat; make another one first.',
  },
  'accounts-moved': {
    status: 409,
    vi: 'Có người khác vừa thay đổi tài khoản của Ban Thư ký; hãy xem lại rồi thử lại.',
    en: 'Somebody changed an account of the secretariat just now; look again, then try again.',
  },
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
  'no-template': {
    status: 422,
    vi: 'Biểu mẫu này là bảng mỗi đơn vị một dòng nên không có tệp mẫu để điền; hãy gửi bảng có cột Đơn vị và mỗi chỉ tiêu một cột.',
    en: 'This form is a table with a row for each unit, so there is no template to fill in; send a table with a column of units and one for each indicator.',
  },
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
    vi: 'Tệp của bản nộp này đã được nhận; hãy tạo bản nộp mới.',
    en: "This submission's file was received already; open a new submission.",
  },
  'not-checked-yet': {
    status: 409,
    vi: 'Bản nộp chưa có kết quả kiểm tra; hãy đợi rồi ký.',
    en: 'The submission has no verdict yet; wait, then sign.',
  },
  'no-workbook': {
    status: 404,
    vi: 'Không có tệp ghi chú kết quả kiểm tra: bản nộp không có lỗi, cảnh báo nào, hoặc tệp lớn hơn 25 MB; hãy xem danh sách kết quả.',
    en: 'There is no marked workbook: nothing was found in the file, or it is larger than 25 MB; read the list of findings.',
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
    vi: 'Mỗi cảnh báo cần một giải trình trước khi ký, ít nhất 10 ký tự.',
    en: 'Every warning needs an explanation of at least 10 characters before signing.',
  },
  'reason-missing': {
    status: 422,
    vi: 'Cần nêu lý do, từ 10 đến 2.000 ký tự: vì sao bản này thay bản đang có hiệu lực, hoặc vì sao không phát sinh.',
    en: 'A reason of 10 to 2,000 characters is needed: why this version replaces the one that stands, or why there is nothing to report.',
  },
  'unchanged-file': {
    status: 409,
    vi: 'Nội dung này trùng khớp hoàn toàn với bản đang có hiệu lực nên không cần nộp lại; nếu số liệu đã thay đổi, hãy nộp tệp đã sửa.',
    en: 'This is byte for byte what stands already, so it need not be submitted again; if figures have changed, submit the file that has them.',
  },
  'unit-not-dissolved': {
    status: 422,
    vi: 'Chỉ quyết định được quyền kế thừa đối với đơn vị đã giải thể hoặc sáp nhập và có đơn vị kế thừa.',
    en: 'A right of succession is decided on a dissolved unit that has a successor, and on no other.',
  },
  'somebody-was-first': {
    status: 409,
    vi: 'Trong lúc bạn thao tác, đã có người khác thay đổi; hãy xem lại rồi làm tiếp.',
    en: 'Somebody else was first; look again, then go on.',
  },
  'same-person': {
    status: 403,
    vi: 'Người ký xác nhận phải khác người nộp báo cáo, trừ khi đơn vị được phép để một người vừa nộp vừa ký.',
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
  'file-too-large': {
    status: 413,
    vi: 'Tệp lớn hơn mức tối đa: 150 MB đối với tệp báo cáo, 50 MB đối với tệp minh chứng (dung lượng tệp: about.bytes, tối đa: about.mostBytes, tính bằng byte).',
    en: 'The file is larger than the most that is taken: 150 MB of a report, 50 MB of evidence (its size: about.bytes, the most: about.mostBytes, in bytes).',
  },
  'catalog-too-large': {
    status: 413,
    vi: 'Tài liệu danh mục quá lớn (tối đa 2 MB, và 380 KB khi nén).',
    en: 'The catalogue document is too large (at most 2 MB, and 380 KB packed).',
  },
  'catalog-faulty': {
    status: 422,
    vi: 'Dự thảo danh mục còn lỗi nên không công bố được; hãy xem danh sách lỗi, sửa và lập dự thảo mới.',
    en: 'The draft has faults and cannot be published; read its list of faults, mend them and hand in a new draft.',
  },
  'catalog-moved': {
    status: 409,
    vi: 'Từ khi lập dự thảo đã có phiên bản danh mục khác được công bố; hãy lập lại dự thảo từ phiên bản đó.',
    en: 'Another version was published since the draft was made; make the draft again from that one.',
  },
  'catalog-changed': {
    status: 409,
    vi: 'Danh mục đã thay đổi sau khi tệp này được kiểm tra nên chưa ký được; hãy nộp lại tệp để được kiểm tra theo danh mục mới.',
    en: 'The catalogue changed after this file was checked, so it cannot be signed; send the file again to have it checked under the new one.',
  },
  'version-taken': {
    status: 409,
    vi: 'Đã có danh mục khác mang số phiên bản này; hãy dùng số tiếp theo.',
    en: 'Another catalogue bears this version; take the next number.',
  },
  'preview-incomplete': {
    status: 409,
    vi: 'Chưa kiểm tra lại hết các báo cáo đang có hiệu lực theo dự thảo; hãy đợi, hoặc gửi lại dự thảo nếu vừa có báo cáo mới được ký.',
    en: 'Not every standing report has been read again under the draft; wait, or hand the draft in again where a report was signed since.',
  },
  'failures-not-accepted': {
    status: 422,
    vi: 'Có báo cáo đang có hiệu lực sẽ không đạt theo dự thảo; hãy sửa dự thảo, hoặc chấp nhận đích danh từng báo cáo.',
    en: 'Standing reports would fail under the draft; mend the draft, or accept each of them by name.',
  },
  'meeting-not-valid': {
    status: 422,
    vi: 'Lịch phiên họp chưa hợp lệ; hãy sửa các mục được nêu rồi gửi lại.',
    en: 'The meeting cannot be planned so; mend the fields that are named and send it again.',
  },
  'meeting-number-taken': {
    status: 409,
    vi: 'Đã có phiên họp khác mang số này của cùng cơ quan; hãy xem lại số phiên, hoặc sửa phiên họp đó.',
    en: 'Another meeting of the body bears this number; check the number, or change that meeting.',
  },
  'meeting-was-cancelled': {
    status: 409,
    vi: 'Phiên họp đã bị hủy nên không sửa được; hãy lập phiên họp mới.',
    en: 'The meeting was cancelled and cannot be changed; plan a new one.',
  },
  'meeting-frozen': {
    status: 409,
    vi: 'Số liệu của phiên họp đã chốt, hoặc sắp chốt trong ít phút, nên không sửa được nữa.',
    en: "The meeting's figures are frozen, or will be within minutes, so it cannot be changed any more.",
  },
  'meeting-has-open-tasks': {
    status: 409,
    vi: 'Phiên họp đã giao nhiệm vụ chưa hoàn thành (số lượng: about.tasks); nếu hủy, không phiên nào tiếp tục theo dõi các nhiệm vụ đó. Hãy dời phiên họp sang ngày khác thay vì hủy.',
    en: 'Tasks that the meeting assigned are open (how many: about.tasks), and no meeting would carry them on; move the meeting to another day instead of cancelling it.',
  },
  'meeting-not-frozen': {
    status: 409,
    vi: 'Số liệu của phiên họp chưa được chốt nên chưa có tài liệu họp; tài liệu có sau thời điểm chốt (freeze, giờ Việt Nam).',
    en: 'The figures of the meeting are not frozen yet, so it has no briefing; there is one after the freeze (`freeze`, local time).',
  },
  'meeting-cancelled': {
    status: 409,
    vi: 'Phiên họp đã bị hủy nên không giao nhiệm vụ được; hãy giao tại phiên họp khác.',
    en: 'The meeting was cancelled, so it assigns no tasks; assign them at another.',
  },
  'lead-divided': {
    status: 422,
    vi: 'Đơn vị này đã được chia cho nhiều đơn vị kế thừa nên không tự xác định được đơn vị thay thế; hãy chỉ định đích danh một trong các đơn vị kế thừa.',
    en: 'This unit was divided among several, so none of them is guessed; name one of its successors.',
  },
  'too-many-tasks': {
    status: 409,
    vi: 'Các nhiệm vụ đang mở đã nhiều đến mức bản chốt của một phiên họp không chứa thêm được. Hãy rút ngắn nội dung, sản phẩm, thước đo, bớt đơn vị phối hợp, hoặc chờ các nhiệm vụ đã xong được chốt.',
    en: 'The open tasks are as many as the frozen document of one meeting holds. Shorten the text, what is handed over or its measure, name fewer units, or wait until a freeze has closed what is done.',
  },
  'task-closed': {
    status: 409,
    vi: 'Nhiệm vụ đã được ghi nhận hoàn thành tại một phiên họp nên không sửa được nữa; nếu còn việc phải làm, hãy giao nhiệm vụ mới.',
    en: 'The task was found done at a meeting and cannot be changed any more; if work remains, assign a new one.',
  },
  'as-of-in-future': {
    status: 422,
    vi: 'Thời điểm cần xem (asOf) chưa tới; hãy chọn một thời điểm không sau hiện tại.',
    en: 'The instant asked about (asOf) is in the future; choose one that is not.',
  },
} as const satisfies Record<string, { status: number; vi: string; en: string }>;

/** What is wrong with one field of a request. Never echoes what was sent. */
export const fieldFaults = {
  missing: { vi: 'Thiếu trường này.', en: 'This field is missing.' },
  unknown: { vi: 'Trường này không được hỗ trợ.', en: 'This field is not supported.' },
  'too-short': {
    vi: 'Nội dung quá ngắn (tối thiểu 10 ký tự).',
    en: 'The text is too short (at least 10 characters).',
  },
  malformed: { vi: 'Giá trị không đúng mẫu.', en: 'The value is not of the expected form.' },
  'not-json': { vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
  'unit-unknown': {
    vi: 'Không có đơn vị này; hãy ghi mã định danh đầy đủ, ví dụ province:82@2025.',
    en: 'There is no such unit; write its identity through time, as province:82@2025.',
  },
  'before-the-meeting': {
    vi: 'Thời hạn không được trước ngày họp giao nhiệm vụ.',
    en: 'The deadline must not be before the meeting that assigns the task.',
  },
  'unit-divided': {
    vi: 'Đơn vị này đã được chia cho nhiều đơn vị; hãy ghi đơn vị kế thừa.',
    en: 'This unit was divided among several; name the successor that is meant.',
  },
  'unit-missing': {
    vi: 'Cán bộ báo cáo và người phê duyệt phải thuộc một đơn vị.',
    en: 'A reporter or an approver acts for a unit.',
  },
  'unit-not-for-role': {
    vi: 'Tài khoản thành viên Ủy ban, phân tích và Ban Thư ký không được gắn với đơn vị nào.',
    en: 'A member of the Committee, an analyst or the secretariat acts for no unit.',
  },
  'role-missing': {
    vi: 'Tài khoản phải có ít nhất một vai trò.',
    en: 'An account has at least one role.',
  },
  'not-accepted': {
    vi: 'Báo cáo này sẽ không đạt theo dự thảo và chưa được chấp nhận.',
    en: 'This report would fail under the draft and was not accepted.',
  },
  'not-failing': {
    vi: 'Báo cáo này không nằm trong số sẽ không đạt theo dự thảo.',
    en: 'This report is not among those that would fail under the draft.',
  },
  'body-unknown': {
    vi: 'Không có cơ quan này trong danh mục.',
    en: 'The catalogue knows no such body.',
  },
  'form-unknown': { vi: 'Không có biểu mẫu này.', en: 'There is no such form.' },
  'period-unknown': {
    vi: 'Biểu mẫu này không được yêu cầu báo cáo trong kỳ này.',
    en: 'The form is not asked for in this period.',
  },
  'asked-twice': { vi: 'Biểu mẫu và kỳ này đã được nêu.', en: 'This form and period are asked for twice.' },
  'too-many-asks': {
    vi: 'Một phiên họp yêu cầu tối đa 20 biểu mẫu, kỳ.',
    en: 'A meeting asks for at most 20 forms and periods.',
  },
  'too-many-reminders': {
    vi: 'Một phiên họp nhắc tối đa 10 lần.',
    en: 'A meeting has at most 10 reminders.',
  },
  'out-of-order': {
    vi: 'Các mốc phải theo thứ tự: mở kỳ báo cáo, nhắc, khóa số liệu, tổng hợp tạm thời, chốt.',
    en: 'The moments must follow each other: opening, reminders, cut-off, provisional, freeze.',
  },
  'not-settled': {
    vi: 'Thời điểm chốt phải sau thời điểm khóa số liệu ít nhất 2 phút.',
    en: 'The freeze must be at least 2 minutes after the cut-off.',
  },
  'after-the-session': {
    vi: 'Thời điểm khóa số liệu không được sau ngày họp.',
    en: "The cut-off cannot be after the session's day.",
  },
  'in-the-past': {
    vi: 'Thời điểm khóa số liệu phải ở tương lai.',
    en: 'The cut-off must be in the future.',
  },
  'in-quiet-hours': {
    vi: 'Không gửi thư trước 7 giờ 30, từ 20 giờ, hoặc vào ngày nghỉ; hãy chọn thời điểm khác.',
    en: 'No mail goes out before 07:30, from 20:00 on, or on a day off; choose another moment.',
  },
  'meeting-unknown': {
    vi: 'Lịch không có phiên họp này.',
    en: 'The calendar knows no such meeting.',
  },
  'meeting-was-cancelled': {
    vi: 'Phiên họp này đã bị hủy.',
    en: 'That meeting was cancelled.',
  },
  'meeting-is-later': {
    vi: 'Phiên họp trước phải diễn ra trước ngày họp này.',
    en: 'The previous meeting must be before the day of this one.',
  },
  'freezes-before-its-predecessor': {
    vi: 'Số liệu của phiên họp trước phải được chốt trước khi chốt số liệu của phiên này.',
    en: "The previous meeting's figures must be frozen before those of this one.",
  },
  'follower-is-earlier': {
    vi: 'Có phiên họp đã lập lấy phiên này làm phiên trước; phiên này phải họp và chốt số liệu trước phiên đó. Hãy đổi phiên trước (previous) của phiên đó rồi dời phiên này.',
    en: 'A planned meeting follows this one, so this one must be held and frozen before it; change the `previous` of that one first, then move this one.',
  },
  'followed-already': {
    vi: 'Phiên được nêu làm phiên trước đã có phiên kế tiếp (xem about.followedBy). Muốn xen phiên này vào giữa: đặt previous của phiên kế tiếp là null, lập phiên này, rồi đặt previous của phiên kế tiếp là phiên này.',
    en: 'Another meeting follows that one already (about.followedBy). To put this one in between: set the `previous` of that follower to null, plan this one, then name this one as the `previous` of the follower.',
  },
  fixed: {
    vi: 'Không đổi được cơ quan và số của phiên họp; hãy hủy và lập phiên họp mới.',
    en: "A meeting's body and number cannot change; cancel it and plan a new one.",
  },
  unexplained: { vi: 'Cảnh báo này cần một giải trình.', en: 'This warning needs an explanation.' },
} as const satisfies Record<string, { vi: string; en: string }>;

export type FieldFault = keyof typeof fieldFaults;

export type RefusalCode = keyof typeof refusals;

export class Refusal extends Error {
  readonly code: RefusalCode;
  /** The faults in the request, by field: all of them, not the first. */
  readonly fields: readonly { field: string; fault: FieldFault }[];
  /** What the caller may know of what is in the way; null: nothing more than the code. */
  readonly about: Readonly<Record<string, string | number>> | null;

  constructor(
    code: RefusalCode,
    fields: readonly { field: string; fault: FieldFault }[] = [],
    about: Readonly<Record<string, string | number>> | null = null,
  ) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
    this.about = about;
  }
}
