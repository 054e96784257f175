import { bytesText } from '../format/figures.ts';

/** What the panel says, in both languages. */
export const uploadWords = {
  vi: {
    title: 'Gửi tệp',
    send: 'Gửi tệp lên hệ thống',
    goOn: 'Gửi tiếp',
    anyway: 'Vẫn gửi dù còn lỗi',
    stop: 'Dừng gửi',
    leave: 'Tệp đang được gửi. Nếu rời trang này, việc gửi sẽ dừng và tệp chưa được nộp. Vẫn rời trang?',
    tryNow: 'Thử lại ngay',
    retry: 'Thử lại',
    anew: 'Gửi thành bản nộp mới',
    open: 'Mở bản nộp',
    passed: 'Tệp đạt kiểm tra trên máy này. Tệp chưa rời khỏi máy của bạn.',
    warned: 'Tệp đạt, có cảnh báo: khi ký phải giải trình từng cảnh báo. Tệp chưa rời khỏi máy của bạn.',
    returned: 'Tệp còn lỗi. Nếu gửi, hệ thống sẽ trả lại; hãy sửa trước khi gửi.',
    unchecked: 'Tệp chưa được kiểm tra trên máy này; hệ thống sẽ kiểm tra sau khi nhận.',
    unfinished: 'Lần gửi trước của tệp này chưa xong. Gửi tiếp vào đúng bản nộp đó, không tạo bản thứ hai.',
    stopped: 'Đã dừng. Tệp chưa được nộp; gửi tiếp sẽ vào đúng bản nộp đã mở.',
    ask: 'Đang xin phép gửi…',
    renew: 'Đang xin lại phép gửi…',
    put: 'Đang gửi tệp…',
    look: 'Đang hỏi hệ thống đã nhận đủ tệp chưa…',
    sending: (sent: number, total: number) =>
      `Đang gửi: ${bytesText(sent, 'vi')} trên ${bytesText(total, 'vi')}`,
    progress: 'Phần đã gửi',
    waiting: (seconds: number, tries: number) =>
      `Đường truyền bị ngắt. Tự thử lại sau khoảng ${seconds} giây (lần ${tries}). Không gửi hai lần.`,
    busy: (seconds: number, tries: number) =>
      `Hệ thống đang bận. Tự thử lại sau khoảng ${seconds} giây (lần ${tries}).`,
    offline: 'Máy đang mất mạng. Khi có mạng lại, việc gửi tự tiếp tục; hãy giữ trang này mở.',
    expired: 'Phiên đăng nhập đã hết hạn',
    expiredWhy:
      'Hãy đăng nhập lại trong thẻ mới, rồi quay về thẻ này: việc gửi tự tiếp tục. Tệp và kết quả kiểm tra vẫn còn ở đây.',
    notSent: 'Chưa gửi được tệp',
    done: 'Hệ thống đã nhận tệp',
    wasThere: 'Hệ thống đã có đủ tệp này từ lần gửi trước; không gửi lại.',
    goingOn: 'Đang mở trang của bản nộp…',
    sentBefore:
      'Đúng tệp này đã được gửi cho biểu mẫu và kỳ này. Mở bản nộp đó, hoặc gửi thành bản nộp mới nếu cần kiểm tra lại.',
    storage400:
      'Nội dung tệp không khớp với tệp đã kiểm tra. Có thể tệp vừa được sửa hoặc chưa đóng trong Excel: hãy lưu, đóng tệp, rồi chọn và kiểm tra lại.',
    storage403:
      'Kho lưu trữ không chấp nhận phép gửi, dù đã xin lại. Hãy xem đồng hồ của máy có đúng giờ không, rồi thử lại.',
    storage: (status: number) =>
      `Kho lưu trữ từ chối tệp (lỗi ${status}). Hãy thử lại; nếu vẫn lỗi, báo cho đơn vị vận hành kèm giờ và mã lỗi này.`,
    file: 'Không đọc được tệp nữa: tệp đã bị sửa, chuyển chỗ hoặc xóa sau khi chọn. Hãy chọn lại tệp và kiểm tra lại.',
    gaveUp:
      'Đã thử nhiều lần mà đường truyền chưa ổn định. Hãy thử lại khi mạng tốt hơn; việc gửi vào đúng bản nộp đã mở.',
    stands: 'Mở bản đang có hiệu lực',
  },
  en: {
    title: 'Send the file',
    send: 'Send the file to the service',
    goOn: 'Go on sending',
    anyway: 'Send it in spite of the errors',
    stop: 'Stop sending',
    leave:
      'The file is being sent. If you leave this page, sending stops and the file is not submitted. Leave all the same?',
    tryNow: 'Try again now',
    retry: 'Try again',
    anew: 'Send it as a new submission',
    open: 'Open the submission',
    passed: 'The file passed the check on this machine. It has not left your machine yet.',
    warned:
      'The file passed with warnings: each must be explained when it is signed. It has not left your machine yet.',
    returned: 'The file has errors. If you send it, the service will return it; mend it first.',
    unchecked: 'The file was not checked on this machine; the service checks it once it is there.',
    unfinished:
      'Sending this file was not finished before. It goes on into the same submission; no second one is made.',
    stopped: 'Stopped. The file is not submitted; going on sends it into the submission that was opened.',
    ask: 'Asking for leave to send…',
    renew: 'Asking again for leave to send…',
    put: 'Sending the file…',
    look: 'Asking whether the service has the whole file…',
    sending: (sent: number, total: number) =>
      `Sending: ${bytesText(sent, 'en')} of ${bytesText(total, 'en')}`,
    progress: 'Sent so far',
    waiting: (seconds: number, tries: number) =>
      `The line broke. It tries again by itself in about ${seconds} s (try ${tries}). Nothing is sent twice.`,
    busy: (seconds: number, tries: number) =>
      `The service is busy. It tries again by itself in about ${seconds} s (try ${tries}).`,
    offline:
      'This machine is offline. Sending goes on by itself when the network is back; keep this page open.',
    expired: 'Your session has ended',
    expiredWhy:
      'Sign in again in a new tab, then come back to this one: sending goes on by itself. The file and what was found in it are still here.',
    notSent: 'The file could not be sent',
    done: 'The service has the file',
    wasThere: 'The service had this whole file already, from an earlier attempt; it was not sent again.',
    goingOn: 'Opening the page of the submission…',
    sentBefore:
      'This very file was sent for this form and period before. Open that submission, or send it as a new one if it must be checked again.',
    storage400:
      'The file is not what was checked. It may have been changed just now, or still be open in Excel: save and close it, then choose and check it again.',
    storage403:
      'The storage does not accept the leave to send, though it was asked for anew. See whether the clock of this machine is right, then try again.',
    storage: (status: number) =>
      `The storage refused the file (error ${status}). Try again; if it persists, tell the operator the time and this number.`,
    file: 'The file cannot be read any more: it was changed, moved or removed after it was chosen. Choose it again and check it again.',
    gaveUp:
      'It was tried many times and the line does not hold. Try again when the network is better; it goes on into the same submission.',
    stands: 'Open the version that stands',
  },
};
