import type { FactorTrouble } from './cognito-factor.ts';

/** The words of the page of the second factor. */
type Words = Record<
  | 'title'
  | 'lead'
  | 'nobody'
  | 'signIn'
  | 'account'
  | 'unnamed'
  | 'byIssuer'
  | 'byIssuerWhat'
  | 'withheld'
  | 'needTitle'
  | 'begin'
  | 'going'
  | 'waiting'
  | 'stepScan'
  | 'scanWhat'
  | 'qrLabel'
  | 'secretLabel'
  | 'secretWhat'
  | 'copy'
  | 'copied'
  | 'notCopied'
  | 'openApp'
  | 'stepCode'
  | 'code'
  | 'codeHint'
  | 'codeMissing'
  | 'confirm'
  | 'busy'
  | 'troubleTitle'
  | 'again'
  | 'retry'
  | 'doneTitle'
  | 'doneWhat'
  | 'othersOpen'
  | 'signInAgain'
  | 'still'
  | 'stillWhat'
  | 'effective'
  | 'effectiveWhat'
  | 'goOn'
  | 'toAccount'
  | 'newPhoneTitle'
  | 'newPhone'
  | 'lostTitle'
  | 'lost',
  string
> & {
  withheldWhat: (roles: string) => string;
  need: readonly string[];
  trouble: Record<FactorTrouble, string>;
};

export const factorWords: Record<'vi' | 'en', Words> = {
  vi: {
    title: 'Xác thực hai yếu tố',
    lead: 'Ngoài mật khẩu, mỗi lần đăng nhập cần thêm một mã dùng một lần (TOTP) do ứng dụng trên điện thoại của bạn tạo ra. Người ký xác nhận báo cáo bắt buộc phải có.',
    nobody: 'Hãy đăng nhập trước khi cài đặt.',
    signIn: 'Đăng nhập',
    account: 'Tài khoản',
    unnamed: 'không có tên',
    byIssuer: 'Hệ thống đăng nhập của cơ quan bạn cài đặt yếu tố thứ hai',
    byIssuerWhat:
      'Tài khoản này do hệ thống đăng nhập khác cấp, không do Điểm Cầu quản lý. Hãy liên hệ nơi cấp tài khoản để cài đặt hoặc đổi điện thoại, rồi đăng nhập lại.',
    withheld: 'Một vai trò đang bị giữ lại',
    withheldWhat: (roles) => `Vai trò “${roles}” có hiệu lực khi bạn cài xong và đăng nhập lại.`,
    needTitle: 'Cần chuẩn bị',
    need: [
      'Điện thoại có ứng dụng xác thực, ví dụ Google Authenticator, Microsoft Authenticator hoặc ứng dụng khác theo chuẩn TOTP.',
      'Ngày giờ của điện thoại đặt ở chế độ tự động.',
      'Mật khẩu của tài khoản: bạn được yêu cầu đăng nhập trước khi cài, và đăng nhập lại khi cài xong.',
    ],
    begin: 'Bắt đầu cài đặt',
    going: 'Đang chuyển đến trang đăng nhập…',
    waiting: 'Đang chuẩn bị mã…',
    stepScan: 'Bước 1: thêm tài khoản vào ứng dụng',
    scanWhat: 'Trong ứng dụng xác thực, chọn thêm tài khoản rồi quét mã QR này.',
    qrLabel: 'Mã QR để thêm tài khoản vào ứng dụng xác thực; khóa bí mật ở ngay dưới có cùng nội dung',
    secretLabel: 'Hoặc nhập khóa bí mật này vào ứng dụng, loại “dựa trên thời gian”:',
    secretWhat:
      'Không chụp lại, không gửi khóa và mã này cho bất kỳ ai, kể cả Ban Thư ký: ai có khóa đều tạo được mã của bạn.',
    copy: 'Chép khóa',
    copied: 'Đã chép khóa.',
    notCopied: 'Trình duyệt không cho chép. Hãy chọn khóa rồi chép bằng tay.',
    openApp: 'Mở ứng dụng xác thực trên chính máy này',
    stepCode: 'Bước 2: nhập mã mà ứng dụng hiện',
    code: 'Mã dùng một lần',
    codeHint: 'Gồm 6 chữ số, đổi sau mỗi 30 giây.',
    codeMissing: 'Nhập đủ 6 chữ số mà ứng dụng đang hiện',
    confirm: 'Xác nhận mã',
    busy: 'Đang xác nhận…',
    troubleTitle: 'Chưa cài đặt được',
    trouble: {
      'wrong-code':
        'Mã không đúng. Hãy nhập mã đang hiện; nếu vẫn không đúng, kiểm tra ngày giờ của điện thoại (đặt tự động), vì đồng hồ sai quá nửa phút thì mã cũng sai',
      'code-expired': 'Mã đã hết hạn hoặc đã được dùng. Hãy chờ ứng dụng hiện mã mới rồi nhập mã đó',
      'too-many': 'Có quá nhiều yêu cầu. Hãy chờ vài phút rồi thử lại.',
      'too-many-wrong': 'Đã nhập sai quá nhiều lần. Hãy chờ vài phút rồi bắt đầu lại với một khóa mới.',
      'too-old': 'Lần cài đặt này đã quá thời hạn. Hãy bắt đầu lại; bạn được yêu cầu đăng nhập.',
      'no-account':
        'Người đang đăng nhập không phải là tài khoản đã lập trong hệ thống, nên không cài được. Hãy liên hệ Ban Thư ký.',
      unreachable: 'Không kết nối được với máy chủ đăng nhập. Hãy kiểm tra mạng rồi thử lại.',
      refused:
        'Máy chủ đăng nhập không chấp nhận yêu cầu này. Hãy bắt đầu lại; nếu vẫn vậy, liên hệ Ban Thư ký.',
    },
    again: 'Bắt đầu lại',
    retry: 'Thử lại',
    doneTitle: 'Đã cài xong xác thực hai yếu tố',
    doneWhat:
      'Các phiên đăng nhập khác của tài khoản không gia hạn được nữa và hết hiệu lực chậm nhất sau 1 giờ. Hãy đăng nhập lại bằng mã của ứng dụng; vai trò đang bị giữ lại, nếu có, có hiệu lực từ khi đó. Những gì đang nhập dở ở các trang vẫn còn.',
    othersOpen:
      'Chưa kết thúc được các phiên đăng nhập khác của tài khoản; chúng hết hiệu lực chậm nhất sau 13 giờ.',
    signInAgain: 'Đăng nhập lại',
    still: 'Vai trò vẫn bị giữ lại',
    stillWhat: 'Hãy đăng xuất, đăng nhập lại; nếu vẫn vậy, liên hệ Ban Thư ký.',
    effective: 'Xác thực hai yếu tố đã có hiệu lực',
    effectiveWhat: 'Bạn đã đăng nhập lại. Từ nay, mỗi lần đăng nhập cần thêm mã mà ứng dụng hiện.',
    goOn: 'Trở lại trang đang làm',
    toAccount: 'Tài khoản của tôi',
    newPhoneTitle: 'Đổi điện thoại',
    newPhone:
      'Nếu tài khoản đã có xác thực hai yếu tố, hãy cài lại trên điện thoại mới khi vẫn còn điện thoại cũ: mã trên điện thoại cũ có giá trị cho đến khi mã đầu tiên của điện thoại mới được xác nhận.',
    lostTitle: 'Mất điện thoại',
    lost: 'Không còn điện thoại cũ thì không đăng nhập được, và trang này không gỡ được. Hãy báo ngay cho Ban Thư ký: Ban Thư ký xác minh bạn là ai, rồi đặt lại xác thực hai yếu tố. Sau đó, bạn đăng nhập bằng mật khẩu và cài lại trên điện thoại mới ngay tại trang này; vai trò người phê duyệt bị giữ lại cho đến khi cài xong.',
  },
  en: {
    title: 'Second factor',
    lead: 'Beside the password, each sign-in then needs a one-time password (TOTP) that an app on your phone makes. Whoever signs reports must have it.',
    nobody: 'Sign in before setting it up.',
    signIn: 'Sign in',
    account: 'Account',
    unnamed: 'no name',
    byIssuer: 'The second factor is set up where your account comes from',
    byIssuerWhat:
      'This account is given by another sign-in service, not managed by Điểm Cầu. Ask whoever gave you the account to set up the second factor or to move it to a new phone, then sign in again.',
    withheld: 'A role is withheld',
    withheldWhat: (roles) =>
      `The role “${roles}” takes effect once you are done here and have signed in again.`,
    needTitle: 'What you need',
    need: [
      'A phone with an authenticator app, such as Google Authenticator, Microsoft Authenticator or another one for TOTP.',
      'The phone’s date and time set automatically.',
      'The password of the account: you are asked to sign in before, and once more when it is done.',
    ],
    begin: 'Begin',
    going: 'Going to the sign-in page…',
    waiting: 'Preparing the code…',
    stepScan: 'Step 1: add the account to the app',
    scanWhat: 'In the authenticator app choose to add an account, then scan this QR code.',
    qrLabel: 'QR code that adds the account to an authenticator app; the secret key just below says the same',
    secretLabel: 'Or type this secret key into the app, of the kind “time-based”:',
    secretWhat:
      'Take no picture of it, and give neither key nor codes to anybody, the secretariat included: whoever has the key can make your codes.',
    copy: 'Copy the key',
    copied: 'The key is copied.',
    notCopied: 'The browser does not let the page copy. Select the key and copy it by hand.',
    openApp: 'Open the authenticator app on this very device',
    stepCode: 'Step 2: type the code that the app shows',
    code: 'One-time password',
    codeHint: '6 digits, new ones every 30 seconds.',
    codeMissing: 'Type the 6 digits that the app shows',
    confirm: 'Confirm',
    busy: 'Confirming…',
    troubleTitle: 'It is not set up yet',
    trouble: {
      'wrong-code':
        'The code is wrong. Type the one that is shown now; if that is wrong too, look at the phone’s date and time (set them automatically): with a clock that is more than half a minute off, codes are wrong',
      'code-expired':
        'The code is too old or was used already. Wait until the app shows a new one and type that',
      'too-many': 'There are too many requests. Wait a few minutes and try again.',
      'too-many-wrong': 'Too many wrong codes. Wait a few minutes, then begin again with a new key.',
      'too-old': 'This setting up has taken too long. Begin again; you are asked to sign in.',
      'no-account':
        'Whoever is signed in is no account of the service, so that nothing can be set up. Ask the secretariat.',
      unreachable: 'The sign-in server cannot be reached. Check the network and try again.',
      refused: 'The sign-in server did not accept this. Begin again; if it stays so, ask the secretariat.',
    },
    again: 'Begin again',
    retry: 'Try again',
    doneTitle: 'The second factor is set up',
    doneWhat:
      'The other sessions of the account can no longer be renewed, and end within 1 hour. Sign in again with the app’s code; a role that is withheld takes effect then. What is half entered on pages is still there.',
    othersOpen: 'The other sessions of the account could not be ended; they end within 13 hours.',
    signInAgain: 'Sign in again',
    still: 'The role is still withheld',
    stillWhat: 'Sign out and sign in again; if it stays so, ask the secretariat.',
    effective: 'The second factor is in effect',
    effectiveWhat: 'You are signed in again. From now on each sign-in needs the code that the app shows.',
    goOn: 'Back to where you were',
    toAccount: 'My account',
    newPhoneTitle: 'A new phone',
    newPhone:
      'If the account has a second factor, set it up on the new phone while you still have the old one: the codes of the old phone are good until the first code of the new one is confirmed.',
    lostTitle: 'A lost phone',
    lost: 'Without the old phone you cannot sign in, and this page cannot help. Tell the secretariat at once: it makes sure who you are, then resets the second factor. You then sign in with the password and set it up on the new phone, on this page; the role of an approver is withheld until that is done.',
  },
};
