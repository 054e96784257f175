import { useLanguage, useWords } from '../../app/language.tsx';
import type { CheckSummary } from '../../engine/check-messages.ts';
import { Notice } from '../../parts/notice.tsx';
import { SignInAgain } from '../../parts/sign-in-again.tsx';
import type { WithoutContext } from './file-check.ts';

const words = {
  vi: {
    without: 'Chưa đối chiếu được với hệ thống',
    offline:
      'Không kết nối được với máy chủ nên tệp chỉ được kiểm tra theo nội dung của nó. Kết luận của hệ thống có thể khác.',
    expired:
      'Phiên đăng nhập đã hết hạn nên tệp chỉ được kiểm tra theo nội dung của nó. Kết quả bên dưới vẫn giữ nguyên; hãy đăng nhập lại trong thẻ mới, rồi quay về thẻ này và kiểm tra lại.',
    refused: 'Hệ thống không cho số liệu đối chiếu:',
    otherVersion:
      'Hệ thống đang chạy phiên bản kiểm tra khác trang này: hãy tải lại trang. Kết luận của hệ thống mới là kết luận cuối.',
    again: 'Kiểm tra lại',
    rules: 'Các quy tắc chưa chạy vì thiếu số liệu để đối chiếu:',
  },
  en: {
    without: 'Not compared with what the service holds',
    offline:
      'The server cannot be reached, so the file was checked by its content alone. The service may conclude otherwise.',
    expired:
      'Your session has ended, so the file was checked by its content alone. The result below stays; sign in again in a new tab, then come back to this one and check again.',
    refused: 'The service does not give what to compare with:',
    otherVersion:
      'The service runs another version of the check than this page: reload the page. What the service says counts.',
    again: 'Check again',
    rules: 'Rules that did not run, since what they compare with is not there:',
  },
};

/** Says when the file was not held against what the service holds, and which rules did not run. */
export function ContextNotice({
  summary,
  without,
  again,
}: {
  summary: CheckSummary;
  without: WithoutContext | null;
  again: () => void;
}) {
  const say = useWords(words);
  const language = useLanguage();
  const rules = <NotRun summary={summary} title={say.rules} />;
  if (without === null) return rules;
  return (
    <Notice kind="warning" title={say.without}>
      {without.why === 'other-version' && <p>{say.otherVersion}</p>}
      {without.why === 'problem' && without.problem.status === 0 && <p>{say.offline}</p>}
      {without.why === 'problem' && without.problem.status === 401 && (
        <>
          <p>{say.expired}</p>
          <p>
            <SignInAgain />
          </p>
        </>
      )}
      {without.why === 'problem' && ![0, 401].includes(without.problem.status) && (
        <p>
          {say.refused} {without.problem.detail[language]}
        </p>
      )}
      {rules}
      <p>
        <button type="button" onClick={again}>
          {say.again}
        </button>
      </p>
    </Notice>
  );
}

function NotRun({ summary, title }: { summary: CheckSummary; title: string }) {
  const language = useLanguage();
  if (summary.notRun.length === 0) return null;
  return (
    <details>
      <summary>
        {title} {summary.notRun.length}
      </summary>
      <ul>
        {summary.notRun.map(({ code, message }) => (
          <li key={code}>
            {message?.[language]} <code>{code}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
