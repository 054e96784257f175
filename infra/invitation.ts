import type { UserInvitationConfig } from 'aws-cdk-lib/aws-cognito';

const paragraphs = [
  'Kính gửi Ông/Bà, tài khoản <b>{username}</b> trên hệ thống Điểm Cầu đã được tạo. Mật khẩu tạm thời: <b>{####}</b>. Hãy đăng nhập và đổi mật khẩu trong vòng ba ngày. Người ký xác nhận cần thiết lập thêm xác thực hai lớp.',
  'The account <b>{username}</b> of the service Điểm Cầu was made for you. Temporary password: <b>{####}</b>. Sign in and change it within three days. Whoever signs reports also needs a second factor.',
];

/**
 * The mail that a new account gets. Templates are ASCII, so what is not stands as HTML entities.
 * @param signInUrl where to sign in, as the portal says it
 */
export function invitation(signInUrl: string): UserInvitationConfig {
  const body = [...paragraphs, signInUrl].map((paragraph) => `<p>${asciiHtml(paragraph)}</p>`).join('');
  return { emailSubject: 'Diem Cau: tai khoan moi / your new account', emailBody: body };
}

function asciiHtml(text: string): string {
  return text.replace(/[^\x20-\x7e]/gu, (letter) => `&#${letter.codePointAt(0)};`);
}
