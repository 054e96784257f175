import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Notice } from '../../parts/notice.tsx';
import { sentOf } from '../report/slot-address.ts';
import { newerSent } from './newer-sent.ts';
import { SentName } from './sent-name.tsx';

const words = {
  vi: {
    title: 'Có bản nộp mới hơn cho kỳ này',
    sent: (at: string) => `gửi lúc ${at}`,
    received: 'Bản đó đang được kiểm tra. Hãy chờ kết quả rồi chọn đúng bản để ký.',
    checked: 'Bản đó cũng chờ ký. Hãy mở bản mới hơn trước khi ký; bản không dùng thì rút.',
    questioned: 'Bản đó có câu hỏi chưa trả lời. Hãy mở bản mới hơn trước khi ký; bản không dùng thì rút.',
    signed: 'Bản đó đã được ký và đang có hiệu lực. Nếu ký bản này, tệp gửi trước sẽ thay tệp gửi sau.',
  },
  en: {
    title: 'Something newer was sent for this period',
    sent: (at: string) => `sent at ${at}`,
    received: 'It is being checked. Wait for its verdict, then sign the right one.',
    checked: 'It waits for its signature, too. Open it before you sign; withdraw the one that is not needed.',
    questioned:
      'There is an open question about it. Open it before you sign; withdraw the one that is not needed.',
    signed: 'It was signed and stands. Signing this one puts the earlier file in the place of the later one.',
  },
};

/** That a newer file was sent while this one waits: nobody is to sign the older one without knowing. */
export function NewerNotice({ submission }: { submission: SubmissionView }) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer } = useAnswer<{ items: SubmissionView[] }>(sentOf(submission, 20));
  const newer = answer.state === 'ready' ? newerSent(submission, answer.value.items) : null;
  if (newer === null) return null;
  const stage = newer.state.startsWith('signed') ? 'signed' : (newer.state as 'received');
  return (
    <Notice kind="warning" title={say.title}>
      <p>
        <a href={`/ban-nop/${newer.id}`}>
          <SentName submission={newer} />
        </a>
        , {say.sent(momentText(newer.openedAt, language))}. {say[stage]}
      </p>
    </Notice>
  );
}
