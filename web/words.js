// The page's words, Vietnamese first. Both languages have the same keys.

/** @typedef {'vi' | 'en'} Lang */
/** @typedef {typeof vi} Words */

const vi = {
  skip: 'Đến bảng điểm',
  title: 'Bảng điểm của phiên họp quốc gia',
  loading: 'Đang tải số liệu…',
  meeting: (/** @type {number} */ number) => `Phiên họp lần thứ ${number}`,
  constructed: 'Phiên họp này được dựng để minh họa; chưa có phiên họp nào như vậy được công bố.',
  date: 'Ngày họp',
  theme: 'Nội dung',
  period: 'Kỳ báo cáo',
  freeze: 'Chốt số liệu',
  frozen: (/** @type {string} */ at) => `Đã chốt lúc ${at}`,
  willFreeze: (/** @type {string} */ at) => `Sẽ chốt lúc ${at}`,
  noFreeze: 'Không chốt số liệu cho phiên họp này',
  snapshot: 'Mã bản chốt',
  coverage: 'Tình hình báo cáo',
  reported: (/** @type {number} */ n, /** @type {number} */ of) => [`${n}/${of}`, 'đơn vị đã báo cáo'],
  due: (/** @type {string} */ day) => `Hạn báo cáo: hết ngày ${day}`,
  states: { 'on-time': 'Đúng hạn', late: 'Trễ hạn', missing: 'Chưa báo cáo', 'not-due': 'Chưa đến hạn' },
  nil: 'không phát sinh',
  none: 'Không có đơn vị nào',
  showUnits: (/** @type {number} */ n) => `Xem tên ${n} đơn vị`,
  ranking: 'Bảng điểm',
  caption: (/** @type {string} */ period, /** @type {number} */ units) =>
    `Điểm và thứ hạng của ${units} đơn vị, ${period}`,
  scorecard: 'Chỉ số phục vụ người dân và doanh nghiệp (Quyết định số 766/QĐ-TTg)',
  provisional: 'Số liệu tạm tính, còn thay đổi cho đến khi chốt',
  final: 'Số liệu đã chốt',
  scroll: 'Cuộn ngang để xem đủ các cột.',
  rank: 'Hạng',
  unit: 'Đơn vị',
  total: 'Tổng điểm',
  max: (/** @type {string} */ points) => `tối đa ${points}`,
  missing: 'chưa có số liệu',
  partial: 'chưa xếp hạng: số liệu chưa đủ xã, phường, đặc khu',
  partialNote:
    'Đơn vị có điểm mà không có hạng: số liệu mới tổng hợp từ một phần số xã, phường, đặc khu của đơn vị.',
  missingNote: 'Dấu “–” nghĩa là chưa có số liệu hoặc không phát sinh; không phải 0 điểm.',
  noScores: 'Chưa có báo cáo nào được tổng hợp cho kỳ này. Bảng điểm hiện ra khi đơn vị đầu tiên ký báo cáo.',
  noMeeting: 'Chưa có phiên họp nào trong lịch. Ban Thư ký cần thêm phiên họp trước.',
  problem: 'Không đọc được số liệu',
  offline: 'Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi bấm “Thử lại”.',
  refused: (/** @type {number} */ status) =>
    `Máy chủ trả lời lỗi ${status}. Hãy đợi một phút rồi bấm “Thử lại”; nếu vẫn lỗi, hãy báo cho đơn vị vận hành kèm giờ và mã lỗi này.`,
  retry: 'Thử lại',
  sources: 'Số liệu mở (JSON):',
  sourceNames: ['phiên họp', 'tình hình báo cáo', 'bảng điểm'],
};

/** @type {Words} */
const en = {
  skip: 'Go to the scoreboard',
  title: 'Scoreboard of the national meeting',
  loading: 'Loading figures…',
  meeting: (number) => `Meeting no. ${number}`,
  constructed: 'This meeting is constructed for the demonstration; no such meeting has been announced.',
  date: 'Date',
  theme: 'Subject',
  period: 'Period',
  freeze: 'Freeze of figures',
  frozen: (at) => `Frozen at ${at}`,
  willFreeze: (at) => `Will be frozen at ${at}`,
  noFreeze: 'No figures are frozen for this meeting',
  snapshot: 'Snapshot',
  coverage: 'Reports received',
  reported: (n, of) => [`${n} of ${of}`, 'units have reported'],
  due: (day) => `Due by the end of ${day}`,
  states: { 'on-time': 'On time', late: 'Late', missing: 'Not reported', 'not-due': 'Not due yet' },
  nil: 'nothing to report',
  none: 'No unit',
  showUnits: (n) => `Show the names of ${n} ${n === 1 ? 'unit' : 'units'}`,
  ranking: 'Scoreboard',
  caption: (period, units) => `Points and ranks of ${units} units, ${period}`,
  scorecard: 'Service index for citizens and business (Decision 766/QĐ-TTg)',
  provisional: 'Provisional figures, subject to change until the freeze',
  final: 'Frozen figures',
  scroll: 'Scroll sideways to see every column.',
  rank: 'Rank',
  unit: 'Unit',
  total: 'Total',
  max: (points) => `of ${points}`,
  missing: 'no figures',
  partial: 'not ranked: not all communes have figures',
  partialNote:
    'A unit with points and no rank: its figures are those of some of its communes only, not of all of them.',
  missingNote:
    'A dash “–” means that there are no figures or that there is nothing to report; it does not mean 0 points.',
  noScores:
    'No report has been aggregated for this period yet. The scoreboard appears when the first unit signs.',
  noMeeting: 'There is no meeting in the calendar. The secretariat has to add one first.',
  problem: 'The figures could not be read',
  offline: 'The server cannot be reached. Check the network, then press “Try again”.',
  refused: (status) =>
    `The server answered with error ${status}. Wait a minute, then press “Try again”; if it persists, tell the operator the time and this number.`,
  retry: 'Try again',
  sources: 'Open data (JSON):',
  sourceNames: ['meeting', 'reports received', 'scoreboard'],
};

/** @type {Record<Lang, Words>} */
export const words = { vi, en };
