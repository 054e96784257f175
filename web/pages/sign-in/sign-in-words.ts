import type { SignInTrouble } from '../../app/oidc.ts';

/** The words of signing in. */
export const signInWords: Record<
  'vi' | 'en',
  Record<
    | 'title'
    | 'lead'
    | 'go'
    | 'goAsOther'
    | 'going'
    | 'finishing'
    | 'goOn'
    | 'you'
    | 'advice'
    | 'troubleTitle'
    | 'doneTitle'
    | 'home',
    string
  > & {
    already: (name: string) => string;
    done: (name: string) => string;
    trouble: Record<SignInTrouble, string>;
  }
> = {
  vi: {
    title: 'Đăng nhập',
    lead: 'Dành cho người nộp báo cáo, người ký, thành viên Ủy ban, chuyên viên phân tích và Ban Thư ký. Số liệu đã công bố thì ai cũng xem được, không cần đăng nhập.',
    go: 'Đăng nhập',
    goAsOther: 'Đăng nhập bằng tài khoản khác',
    going: 'Đang chuyển đến trang đăng nhập…',
    finishing: 'Đang hoàn tất đăng nhập…',
    already: (name) => `Bạn đang đăng nhập: ${name}`,
    you: 'một tài khoản không có tên',
    goOn: 'Tiếp tục',
    advice:
      'Tài khoản do Ban Thư ký lập. Nếu chưa có tài khoản hoặc quên mật khẩu mà không tự đặt lại được, hãy liên hệ Ban Thư ký. Trên máy dùng chung, hãy đăng xuất khi xong việc.',
    troubleTitle: 'Chưa đăng nhập được',
    trouble: {
      'not-begun-here':
        'Lần đăng nhập này không bắt đầu từ thẻ này hoặc đã được dùng rồi, nên không được chấp nhận. Hãy đăng nhập lại từ nút dưới đây.',
      denied: 'Trang đăng nhập đã từ chối hoặc bạn đã hủy. Hãy thử lại, hoặc liên hệ Ban Thư ký.',
      refused:
        'Máy chủ đăng nhập không chấp nhận yêu cầu này; có thể bạn đã chờ quá năm phút, hoặc đồng hồ của máy bị sai. Hãy kiểm tra ngày giờ của máy rồi thử lại.',
      unreachable: 'Không kết nối được với máy chủ đăng nhập. Hãy kiểm tra mạng rồi thử lại.',
    },
    doneTitle: 'Đã đăng nhập',
    done: (name) =>
      `Bạn đang dùng tài khoản ${name}. Hãy đóng thẻ này và trở về thẻ đang làm dở. Nếu thẻ đó cũng của tài khoản này thì đã được đăng nhập lại và những gì đã nhập vẫn còn; nếu của tài khoản khác, thẻ đó sẽ hỏi bạn dùng tài khoản nào.`,
    home: 'Ở lại và xem Tổng quan',
  },
  en: {
    title: 'Sign in',
    lead: 'For those who report, sign, sit on the Committee, analyse, or work in its secretariat. Published figures are for everybody to read, without signing in.',
    go: 'Sign in',
    goAsOther: 'Sign in with another account',
    going: 'Going to the sign-in page…',
    finishing: 'Finishing signing in…',
    already: (name) => `You are signed in: ${name}`,
    you: 'an account without a name',
    goOn: 'Go on',
    advice:
      'Accounts are made by the secretariat. Without an account, or with a password that you cannot reset yourself, ask the secretariat. On a shared machine, sign out when you are done.',
    troubleTitle: 'You are not signed in yet',
    trouble: {
      'not-begun-here':
        'This sign-in was not begun in this tab, or was used already, so it is not accepted. Sign in again with the button below.',
      denied: 'The sign-in page refused, or you cancelled. Try again, or ask the secretariat.',
      refused:
        'The sign-in server did not accept this; perhaps more than five minutes went by, or the clock of this machine is wrong. Check its date and time, then try again.',
      unreachable: 'The sign-in server cannot be reached. Check the network and try again.',
    },
    doneTitle: 'You are signed in',
    done: (name) =>
      `You are using the account ${name}. Close this tab and go back to the one that you were working in. If that one is of this account, it is signed in again and what you entered is still there; if it is of another, it asks you which account to use.`,
    home: 'Stay and see the overview',
  },
};
