import { change as changeAt } from '../../app/change.ts';
import { useGoDone } from '../../app/done.ts';
import { useWords } from '../../app/language.tsx';
import { roleNames } from '../../app/role-names.ts';
import { type Given, placeOf, userAddress } from './account-changes.tsx';
import { Decision } from './decision.tsx';

const words = {
  vi: {
    title: 'Đặt lại xác thực hai yếu tố',
    what: 'Dùng khi người này mất điện thoại, hoặc điện thoại không còn ứng dụng xác thực đã cài.',
    first:
      'Trước hết, hãy xác minh người yêu cầu đúng là chủ tài khoản, ví dụ gọi vào số điện thoại của cơ quan người đó. Một thư điện tử hoặc tin nhắn thì chưa đủ. Nếu chưa xác minh được ngay, hãy khóa tài khoản trước.',
    consequences: 'Khi đặt lại:',
    follows: [
      'Mã trên điện thoại cũ hết giá trị ngay.',
      'Các phiên đăng nhập đang mở không gia hạn được nữa và hết hiệu lực chậm nhất sau 1 giờ.',
      'Tài khoản đăng nhập được chỉ bằng mật khẩu, cho đến khi thiết lập xong trên điện thoại mới.',
    ],
    withheld: (role: string) => `Vai trò “${role}” bị giữ lại cho đến khi đó.`,
    sure: 'Tôi đã xác minh người yêu cầu đúng là chủ tài khoản.',
    unsure: 'Cần đánh dấu xác nhận trước khi đặt lại',
  },
  en: {
    title: 'Reset the second factor',
    what: 'For somebody who has lost the phone, or whose phone has the authenticator app no more.',
    first:
      'First make sure that whoever asks is the owner of the account, for example by calling the number of their office. An e-mail or a message is not enough. Where that takes time, disable the account first.',
    consequences: 'When it is reset:',
    follows: [
      'The codes of the old phone are good no more, at once.',
      'Sessions that are open can no longer be renewed, and end within 1 hour.',
      'The password alone signs in, until a new phone is set up.',
    ],
    withheld: (role: string) => `The role “${role}” is withheld until then.`,
    sure: 'I have made sure that whoever asks is the owner of the account.',
    unsure: 'Tick the confirmation before resetting',
  },
};

/** Takes the second factor of a lost phone away, once whoever decides it has made sure who asks. */
export function ResetFactor({ account, reload }: Given) {
  const say = useWords(words);
  const names = useWords(roleNames);
  const goDone = useGoDone();
  const { userName, roles } = account;
  const send = async (why: string, forget: () => void) => {
    await changeAt('DELETE', `${userAddress(userName)}/second-factor`, { body: { why } });
    forget();
    reload();
    goDone(placeOf(userName), 'dat-lai');
  };
  const confirmation = { label: say.sure, needed: say.unsure };
  return (
    <Decision id="factor" draft={userName} title={say.title} confirmation={confirmation} send={send}>
      <p>{say.what}</p>
      <p>{say.first}</p>
      <p>{say.consequences}</p>
      <ul>
        {say.follows.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {roles.includes('approver') && <li>{say.withheld(names.approver)}</li>}
      </ul>
    </Decision>
  );
}
