/** What is said of the version in force, and of a file that was sent after it. */
export const standingWords = {
  vi: {
    signedAt: 'Ký lúc',
    signedBy: 'Người ký',
    newer: {
      opened: {
        title: (at: string) => `Bản nộp mở lúc ${at} chưa gửi xong tệp`,
        text: (n: number) =>
          `Bản thứ ${n} vẫn có hiệu lực. Mở bản nộp đó để gửi tiếp, hoặc rút nếu không cần nữa.`,
      },
      received: {
        title: (at: string) => `Bản nộp lúc ${at} đang được kiểm tra`,
        text: (n: number) => `Bản thứ ${n} vẫn có hiệu lực cho đến khi bản nộp mới được ký.`,
      },
      returned: {
        title: (at: string) => `Bản nộp lúc ${at} bị trả lại vì có lỗi`,
        text: (n: number) =>
          `Bản thứ ${n} vẫn có hiệu lực. Nếu cần thay bản này, hãy sửa các lỗi trong tệp rồi kiểm tra và gửi lại.`,
      },
      checked: {
        title: (at: string) => `Bản nộp lúc ${at} đang chờ ký`,
        text: (n: number) =>
          `Bản thứ ${n} vẫn có hiệu lực cho đến khi người phê duyệt của đơn vị ký bản nộp mới.`,
      },
      questioned: {
        title: (at: string) => `Bản nộp lúc ${at} có câu hỏi phải trả lời`,
        text: (n: number) =>
          `Bản thứ ${n} vẫn có hiệu lực. Trả lời xong câu hỏi thì người phê duyệt mới ký được bản nộp mới.`,
      },
    },
  },
  en: {
    signedAt: 'Signed at',
    signedBy: 'Signed by',
    newer: {
      opened: {
        title: (at: string) => `The submission opened at ${at} has no file yet`,
        text: (n: number) =>
          `Version ${n} still stands. Open that submission to send its file, or withdraw it if it is not needed.`,
      },
      received: {
        title: (at: string) => `What was sent at ${at} is being checked`,
        text: (n: number) => `Version ${n} stands until the new one is signed.`,
      },
      returned: {
        title: (at: string) => `The file sent at ${at} was returned with errors`,
        text: (n: number) =>
          `Version ${n} still stands. If it is to be replaced, mend the errors in the file, then check it and send it again.`,
      },
      checked: {
        title: (at: string) => `What was sent at ${at} waits for its signature`,
        text: (n: number) => `Version ${n} stands until an approver of your unit signs the new one.`,
      },
      questioned: {
        title: (at: string) => `There is a question to answer about what was sent at ${at}`,
        text: (n: number) =>
          `Version ${n} still stands. The new one can be signed once the question is answered.`,
      },
    },
  },
};
