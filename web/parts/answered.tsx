import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import type { ApiProblem } from '../app/api.ts';
import { useLanguage, useWords } from '../app/language.tsx';
import { isNothingThere, listAbove } from '../app/list-above.ts';
import type { Answer } from '../app/use-answer.ts';
import { useSession, useSessionEnded } from '../app/use-session.ts';
import { Notice } from './notice.tsx';
import { SignInAgain } from './sign-in-again.tsx';

const words = {
  vi: {
    loading: 'Đang tải số liệu…',
    problem: 'Không đọc được số liệu',
    refused: 'Chưa thực hiện được',
    nothing: 'Không có nội dung này',
    retry: 'Thử lại',
    back: 'Bạn đã đăng nhập lại',
    repeat: 'Hãy làm lại bước vừa rồi; những gì đã nhập vẫn còn.',
    closed: 'Cần đăng nhập để xem phần này',
    signIn: 'Đăng nhập',
    expired: 'Phiên đăng nhập đã hết hạn',
    kept: 'Những gì đã nhập vẫn còn trên trang này. Đăng nhập lại, rồi làm lại bước vừa rồi.',
  },
  en: {
    loading: 'Loading figures…',
    problem: 'The figures could not be read',
    refused: 'This was not done',
    nothing: 'This is not there',
    retry: 'Try again',
    back: 'You are signed in again',
    repeat: 'Repeat the last step; what you entered is still there.',
    closed: 'Sign in to see this',
    signIn: 'Sign in',
    expired: 'Your session has ended',
    kept: 'What you entered is still on this page. Sign in again, then repeat the last step.',
  },
};

/**
 * Shows an answer once it is there, and says what to do while it is not or when there is none.
 * @param none what is shown for a 404 where that is no trouble (nothing reported yet, not frozen yet)
 */
export function Answered<T>({
  answer,
  reload,
  none,
  children,
}: {
  answer: Answer<T>;
  reload?: () => void;
  none?: ComponentChildren;
  children: (value: T) => ComponentChildren;
}) {
  if (answer.state === 'loading') return <Loading />;
  if (answer.state === 'ready') return <>{children(answer.value)}</>;
  if (answer.problem.status === 404 && none !== undefined) return <>{none}</>;
  return <ProblemView problem={answer.problem} {...(reload ? { retry: reload } : {})} />;
}

export function Loading({ label }: { label?: string }) {
  const say = useWords(words);
  return (
    <p class="loading" role="status">
      <span class="wait" aria-hidden="true" /> {label ?? say.loading}
    </p>
  );
}

/**
 * A problem of the API in the reader's language, with what can be done about it.
 * @param refused something was to be changed: the title says that this was not done
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
  if (problem.status === 401) return <SignedOutProblem />;
  if (!refused && isNothingThere(problem)) return <NothingThere problem={problem} />;
  return (
    <Notice kind="error" live title={refused ? say.refused : say.problem}>
      <p>{problem.detail[language]}</p>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map(({ field, message }) => (
            <li key={field}>
              <code>{field}</code>: {message[language]}
            </li>
          ))}
        </ul>
      )}
      {retry && (
        <p>
          <button type="button" onClick={retry}>
            {say.retry}
          </button>
        </p>
      )}
    </Notice>
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
function SignedOutProblem() {
  const say = useWords(words);
  const session = useSession();
  const ended = useSessionEnded();
  const { url } = useLocation();
  if (session !== null) {
    return (
      <Notice title={say.back} live>
        <p>{say.repeat}</p>
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
      <p>{say.kept}</p>
      <p>
        <SignInAgain />
      </p>
    </Notice>
  );
}
