import { useLocation } from 'preact-iso';
import type { ApiProblem } from '../app/api.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { isNothingThere, listAbove } from '../app/list-above.ts';
import { useSession, useSessionEnded } from '../app/use-session.ts';
import { Notice } from './notice.tsx';
import { SignInAgain } from './sign-in-again.tsx';

const words = {
  vi: {
    problem: 'Không đọc được số liệu',
    refused: 'Chưa thực hiện được',
    nothing: 'Không có nội dung này',
    retry: 'Thử lại',
    stays: 'Những gì đã nhập vẫn còn trên trang này.',
    back: 'Bạn đã đăng nhập lại',
    repeat: 'Hãy làm lại bước vừa rồi; những gì đã nhập vẫn còn.',
    lookAgain: 'Hãy thử đọc lại.',
    closed: 'Cần đăng nhập để xem phần này',
    signIn: 'Đăng nhập',
    expired: 'Phiên đăng nhập đã hết hạn',
    kept: 'Những gì đã nhập vẫn còn trên trang này. Đăng nhập lại, rồi làm lại bước vừa rồi.',
    readAgain: 'Đăng nhập lại, rồi thử đọc lại.',
  },
  en: {
    problem: 'The figures could not be read',
    refused: 'This was not done',
    nothing: 'This is not there',
    retry: 'Try again',
    stays: 'What you entered is still on this page.',
    back: 'You are signed in again',
    repeat: 'Repeat the last step; what you entered is still there.',
    lookAgain: 'Try to read it again.',
    closed: 'Sign in to see this',
    signIn: 'Sign in',
    expired: 'Your session has ended',
    kept: 'What you entered is still on this page. Sign in again, then repeat the last step.',
    readAgain: 'Sign in again, then try to read it again.',
  },
};

/**
 * A problem of the API in the reader's language, with what can be done about it.
 * @param refused something was to be changed: it says that this was not done, and that nothing entered is lost
 */
export function ProblemView({
  problem,
  retry,
  refused = false,
}: {
  problem: ApiProblem;
  retry?: () => void;
  refused?: boolean;
}) {
  const say = useWords(words);
  const language = useLanguage();
  if (problem.status === 401) return <SignedOutProblem refused={refused} retry={retry} />;
  if (!refused && isNothingThere(problem)) return <NothingThere problem={problem} />;
  return (
    <Notice kind="error" live title={refused ? say.refused : say.problem}>
      <p>
        {problem.detail[language]}
        {refused && problem.status === 0 && ` ${say.stays}`}
      </p>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map(({ field, message }) => (
            <li key={field}>
              <code>{field}</code>: {message[language]}
            </li>
          ))}
        </ul>
      )}
      <Retry retry={retry} />
    </Notice>
  );
}

function Retry({ retry }: { retry: (() => void) | undefined }) {
  const say = useWords(words);
  if (retry === undefined) return null;
  return (
    <p>
      <button type="button" onClick={retry}>
        {say.retry}
      </button>
    </p>
  );
}

/** The address names nothing, or nothing that is theirs to see: why, and the list to choose from. */
function NothingThere({ problem }: { problem: ApiProblem }) {
  const say = useWords(words);
  const language = useLanguage();
  const { address, words: link } = listAbove(useLocation().path);
  return (
    <Notice live title={say.nothing}>
      <p>{problem.detail[language]}</p>
      <p>
        <a href={address}>{link[language]}</a>
      </p>
    </Notice>
  );
}

/** Nobody is signed in: a session that ended is taken up in a new tab, so that nothing entered here is lost. */
function SignedOutProblem({ refused, retry }: { refused: boolean; retry: (() => void) | undefined }) {
  const say = useWords(words);
  const session = useSession();
  const ended = useSessionEnded();
  const { url } = useLocation();
  if (session !== null) {
    return (
      <Notice title={say.back} live>
        <p>{refused ? say.repeat : say.lookAgain}</p>
        <Retry retry={retry} />
      </Notice>
    );
  }
  if (ended === null || ended.why === 'signed-out') {
    return (
      <Notice title={say.closed}>
        <p>
          <a class="button" href={`/dang-nhap?ve=${encodeURIComponent(url)}`}>
            {say.signIn}
          </a>
        </p>
      </Notice>
    );
  }
  return (
    <Notice kind="error" live title={say.expired}>
      <p>{refused ? say.kept : say.readAgain}</p>
      <p>
        <SignInAgain />
      </p>
    </Notice>
  );
}
