import type { HistoryEntry } from '../../../shared/submissions/history.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAreaName } from '../../app/use-area-name.ts';
import { momentText } from '../../format/days.ts';
import { words as pageWords } from './words.ts';

const words = {
  vi: {
    title: 'Diễn biến',
    service: 'Hệ thống',
    moves: {
      open: 'mở bản nộp',
      receive: 'nhận tệp',
      pass: 'kết luận',
      reject: 'kết luận',
      return: 'đặt câu hỏi',
      answer: 'trả lời',
      attach: 'đính kèm',
      sign: 'ký xác nhận',
      withdraw: 'rút bản nộp',
      supersede: 'ghi nhận bản mới thay thế',
    },
    onBehalf: 'thay cho đơn vị đã sáp nhập',
    version: (n: string) => `bản thứ ${n}`,
    because: 'lý do',
    replaces: 'Lý do thay bản trước',
    explained: 'Giải trình cảnh báo',
  },
  en: {
    title: 'What happened',
    service: 'The service',
    moves: {
      open: 'opened the submission',
      receive: 'received the file',
      pass: 'found',
      reject: 'found',
      return: 'asked a question',
      answer: 'answered',
      attach: 'attached',
      sign: 'signed',
      withdraw: 'withdrew it',
      supersede: 'noted the version that replaced it',
    },
    onBehalf: 'on behalf of a unit that was merged',
    version: (n: string) => `version ${n}`,
    because: 'reason',
    replaces: 'Why it replaces the version before',
    explained: 'Warning explained',
  },
};

/** Every move, in the order of time: when, who, what, why. */
export function Timeline({ history }: { history: readonly HistoryEntry[] }) {
  const say = useWords(words);
  const language = useLanguage();
  const because = useReason();
  const nameOf = useAreaName();
  return (
    <section>
      <h2>{say.title}</h2>
      <ol class="timeline">
        {history.map((entry, index) => (
          <li key={index}>
            <time dateTime={entry.at}>{momentText(entry.at, language)}</time>
            <div>
              <p>
                <strong>{entry.by ?? say.service}</strong> {say.moves[entry.move]}
                {entry.onBehalfOf && ` (${say.onBehalf}: ${nameOf(entry.onBehalfOf.unit)})`}
                {entry.move !== 'sign' && because(entry)}
              </p>
              {entry.move === 'sign' && <Confirmed entry={entry} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What an approver wrote with a signature: why it replaces the version before, and why each warning is right. */
function Confirmed({ entry: { why, explanations = [] } }: { entry: HistoryEntry }) {
  const say = useWords(words);
  return (
    <>
      {why && (
        <p>
          {say.replaces}: <span lang="vi">{why}</span>
        </p>
      )}
      {explanations.map((text, at) => (
        <p key={at}>
          {say.explained}: <span lang="vi">{text}</span>
        </p>
      ))}
    </>
  );
}

/** Why, or what: a verdict and a version in words, what people wrote as they wrote it. */
function useReason(): (entry: HistoryEntry) => preact.ComponentChildren {
  const say = useWords(words);
  const { verdicts } = useWords(pageWords);
  return ({ move, why }) => {
    if (why === null) return null;
    if (move === 'pass' || move === 'reject')
      return `: ${(verdicts[why as keyof typeof verdicts] ?? why).toLowerCase()}`;
    const [, version, reason] = (move === 'supersede' && /^version (\d+)(?:: (.*))?$/s.exec(why)) || [];
    if (version !== undefined) {
      return (
        <>
          : {say.version(version)}
          {reason && (
            <>
              ; {say.because}: <span lang="vi">{reason}</span>
            </>
          )}
        </>
      );
    }
    return (
      <>
        : <span lang="vi">{why}</span>
      </>
    );
  };
}
