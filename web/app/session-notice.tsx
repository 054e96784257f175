import { useEffect, useRef, useState } from 'preact/hooks';
import { BusyButton } from '../parts/busy-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { SignInAgain } from '../parts/sign-in-again.tsx';
import { useWords } from './language.tsx';
import { askIssuerAgain } from './request-token.ts';
import { adoptOther, readSession } from './session.ts';
import { type Ended, readable } from './tab-state.ts';
import { useIssuerAway, useSession, useSessionEnded } from './use-session.ts';

const words = {
  vi: {
    expired: 'Phiên đăng nhập đã hết hạn',
    kept: 'Đăng nhập lại ở thẻ mới, rồi trở về thẻ này để làm tiếp. Nếu đang nhập dở thì những gì đã nhập vẫn còn.',
    signedOut: 'Bạn đã đăng xuất',
    signedOutWhat: 'Các thẻ khác của trình duyệt này cũng đã đăng xuất.',
    other: 'Ở thẻ khác đã đăng nhập bằng tài khoản khác',
    otherWhat: (name: string) =>
      `Thẻ này không tự chuyển sang tài khoản ${name}, vì trang đang mở là của tài khoản trước.`,
    adopt: (name: string) => `Dùng tài khoản ${name} và bỏ những gì đang nhập ở đây`,
    back: 'Đã đăng nhập lại. Bạn có thể làm tiếp ở đây.',
    away: 'Không kết nối được với máy chủ đăng nhập',
    awayWhat:
      'Phiên đăng nhập chưa gia hạn được nhưng chưa kết thúc: trang sẽ tự thử lại, bạn chưa cần đăng nhập lại, và những gì đã nhập vẫn còn.',
    awayDo:
      'Hãy kiểm tra mạng. Nếu mạng vẫn tốt mà sau vài phút thông báo này còn đây, hãy báo cho đơn vị vận hành.',
    tryNow: 'Thử lại ngay',
  },
  en: {
    expired: 'Your session has ended',
    kept: 'Sign in again in a new tab, then come back to this one and go on. If you were entering something, it is still here.',
    signedOut: 'You are signed out',
    signedOutWhat: 'The other tabs of this browser are signed out too.',
    other: 'Another account signed in in another tab',
    otherWhat: (name: string) =>
      `This tab does not become ${name} by itself: the page that is open belongs to the account before.`,
    adopt: (name: string) => `Use the account ${name} and drop what is entered here`,
    back: 'You are signed in again. You can go on here.',
    away: 'The sign-in server cannot be reached',
    awayWhat:
      'Your session could not be renewed yet, but it has not ended: the page tries again by itself, you need not sign in again, and what you entered is still here.',
    awayDo:
      'Check the network. If it is well and this notice still stands after some minutes, tell the operator.',
    tryNow: 'Try again now',
  },
};

/** Above every page: that the session ended, why, and what can be done without losing what was entered. */
export function SessionNotice() {
  const ended = useSessionEnded();
  const session = useSession();
  const isBack = useIsBack(ended, session?.subject ?? null);
  const isAway = useIssuerAway();
  const say = useWords(words);
  if (ended === null) {
    if (isAway) return <AwayNotice />;
    return isBack ? (
      <Notice kind="success" live>
        {say.back}
      </Notice>
    ) : null;
  }
  return (
    <div class={ended.why === 'signed-out' ? '' : 'session-ended'}>
      <EndedNotice ended={ended} />
    </div>
  );
}

/** The session goes on, as far as the service takes its token; nothing is to be done but to wait, or to look at the line. */
function AwayNotice() {
  const say = useWords(words);
  const [isAsking, setAsking] = useState(false);
  const tryNow = () => {
    setAsking(true);
    askIssuerAgain().finally(() => setAsking(false));
  };
  return (
    <Notice kind="warning" live title={say.away}>
      <p>{say.awayWhat}</p>
      <p>{say.awayDo}</p>
      <p>
        <BusyButton onClick={tryNow} isOff={isAsking}>
          {say.tryNow}
        </BusyButton>
      </p>
    </Notice>
  );
}

function EndedNotice({ ended }: { ended: Ended }) {
  const say = useWords(words);
  if (ended.why === 'signed-out') {
    return (
      <Notice live title={say.signedOut}>
        <p>{say.signedOutWhat}</p>
      </Notice>
    );
  }
  if (ended.why === 'expired') {
    return (
      <Notice kind="warning" live title={say.expired}>
        <p>{say.kept}</p>
        <p>
          <SignInAgain />
        </p>
      </Notice>
    );
  }
  const other = readable(ended.other);
  const name = other?.name ?? other?.userName ?? other?.subject ?? '';
  return (
    <Notice kind="warning" live title={say.other}>
      <p>{say.otherWhat(name)}</p>
      <p class="actions">
        <SignInAgain />
        <button type="button" onClick={adoptOther}>
          {say.adopt(name)}
        </button>
      </p>
    </Notice>
  );
}

/** True once the session that had ended by itself is there again, until the next change. */
function useIsBack(ended: Ended | null, subject: string | null): boolean {
  const lost = useRef<string | null>(null);
  const [isBack, setIsBack] = useState(false);
  useEffect(() => {
    const who = ended === null || ended.why === 'signed-out' ? null : ended.who;
    if (who !== null) lost.current = who;
    else if (ended?.why === 'signed-out') lost.current = null;
    setIsBack(ended === null && subject !== null && lost.current === subject && readSession() !== null);
  }, [ended, subject]);
  return isBack;
}
