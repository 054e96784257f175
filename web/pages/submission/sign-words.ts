import { figureText } from '../../format/figures.ts';

/** What is said where a version is signed, and on its receipt. */
export const signWords = {
  vi: {
    title: 'Ký xác nhận',
    what: 'Khi ký, bạn xác nhận số liệu của đúng tệp này thay mặt đơn vị:',
    nilWhat: 'Khi ký, bạn xác nhận thay mặt đơn vị rằng trong kỳ không phát sinh nội dung phải báo cáo:',
    file: 'Tệp',
    digest: 'Mã SHA-256 được xác nhận',
    explainTitle: 'Giải trình cảnh báo',
    explain: 'Vì sao số liệu vẫn đúng?',
    explainHint: (total: number) =>
      `Mỗi giải trình ít nhất 10 ký tự; tất cả cộng lại tối đa ${figureText(String(total), 'vi')} ký tự; lưu cùng bản đã ký.`,
    places: 'Ở',
    explainMissing: (n: number, what: string) => `Cần giải trình cảnh báo thứ ${n}: ${what}`,
    explainShort: (n: number, what: string) =>
      `Giải trình cảnh báo thứ ${n} phải có ít nhất 10 ký tự: ${what}`,
    explainLong: (total: number, now: number) =>
      `Các giải trình dài ${figureText(String(now), 'vi')} ký tự; tối đa ${figureText(String(total), 'vi')}`,
    replaces: (n: number) => `Vì sao thay bản thứ ${n} đang có hiệu lực?`,
    whyHint: 'Từ 10 đến 2.000 ký tự. Ghi trong lịch sử của kỳ và trên biên nhận.',
    whyMissing: 'Nêu lý do thay bản đang có hiệu lực, ít nhất 10 ký tự',
    sign: 'Ký xác nhận',
    busy: 'Đang ký…',
    samePerson:
      'Bạn là người gửi bản nộp này. Người ký phải là người khác, trừ khi Ban Thư ký cho phép đơn vị một người vừa nộp vừa ký. Hãy nhờ người phê duyệt khác của đơn vị.',
    approver:
      'Người phê duyệt của đơn vị xem nội dung và ký tại chính trang này. Hãy gửi cho họ địa chỉ trang.',
    done: 'Đã ký xác nhận',
    doneText: (version: number) => `Bản thứ ${version} đang có hiệu lực.`,
    other: 'Đã có người ký trước',
    otherText: (by: string, at: string) => `${by} đã ký bản này lúc ${at}. Không ký thêm lần nữa.`,
    first: 'Đã có bản khác được ký trước',
    look: 'Trang này đã cập nhật theo bản đang có hiệu lực. Hãy xem lại chỗ khác nhau rồi ký; những gì bạn nhập vẫn còn.',
    secondFactor: 'Cài đặt xác thực hai yếu tố',
    secondFactorWhat:
      'Việc cài đặt mất vài phút, cần điện thoại có ứng dụng xác thực. Cài xong, bạn trở lại trang này để ký; những gì bạn nhập vẫn còn.',
    standing: 'Mở bản đang có hiệu lực',
    again: 'Gửi lại tệp để kiểm tra theo danh mục mới',
    receipt: 'Xem và in biên nhận',
  },
  en: {
    title: 'Sign',
    what: 'By signing you confirm the figures of this very file for your unit:',
    nilWhat: 'By signing you confirm for your unit that there was nothing to report in the period:',
    file: 'File',
    digest: 'The SHA-256 that is confirmed',
    explainTitle: 'Explain the warnings',
    explain: 'Why are the figures right nevertheless?',
    explainHint: (total: number) =>
      `At least 10 characters each; all together at most ${figureText(String(total), 'en')} characters; they stay with the signed version.`,
    places: 'At',
    explainMissing: (n: number, what: string) => `Explain warning ${n}: ${what}`,
    explainShort: (n: number, what: string) => `Explain warning ${n} in at least 10 characters: ${what}`,
    explainLong: (total: number, now: number) =>
      `The explanations have ${figureText(String(now), 'en')} characters; at most ${figureText(String(total), 'en')}`,
    replaces: (n: number) => `Why does it replace version ${n}, which stands?`,
    whyHint: '10 to 2,000 characters. It is told in the history of the period and on the receipt.',
    whyMissing: 'Say why it replaces the version that stands, in at least 10 characters',
    sign: 'Sign',
    busy: 'Signing…',
    samePerson:
      'You sent this submission. Somebody else must sign it, unless the secretariat allowed your unit one person for both. Ask another approver of your unit.',
    approver: 'An approver of the unit reads it and signs on this very page. Send them its address.',
    done: 'Signed',
    doneText: (version: number) => `Version ${version} stands.`,
    other: 'Somebody signed before you',
    otherText: (by: string, at: string) => `${by} signed this version at ${at}. It is not signed again.`,
    first: 'Another version was signed first',
    look: 'This page now shows the version that stands. Look at what differs, then sign; what you entered is still here.',
    secondFactor: 'Set up a second factor',
    secondFactorWhat:
      'It takes a few minutes and a phone with an authenticator app. When it is done you come back to this page and sign; what you entered is still here.',
    standing: 'Open the version that stands',
    again: 'Send the file again, to have it checked under the new catalogue',
    receipt: 'See and print the receipt',
  },
};
