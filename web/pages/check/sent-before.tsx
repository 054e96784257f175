import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { useAnswer } from '../../app/use-answer.ts';
import { momentText } from '../../format/days.ts';
import { Notice } from '../../parts/notice.tsx';
import { inForceIn } from '../report/in-force.ts';
import { sentOf } from '../report/slot-address.ts';
import { waitingIn } from '../submission/newer-sent.ts';
import { SentName } from '../submission/sent-name.tsx';
import type { SlotAsked } from './file-check.ts';

const words = {
  vi: {
    replaces: (n: number) => `Bản thứ ${n} đang có hiệu lực cho kỳ này. Tệp này thay bản đó khi được ký.`,
    waits: 'Đã có bản nộp chờ ký cho kỳ này',
    sent: (at: string) => `gửi lúc ${at}`,
    both: 'Gửi tệp này thì cả hai cùng chờ ký. Nếu bản trước không dùng nữa, hãy mở và rút bản đó.',
  },
  en: {
    replaces: (n: number) => `Version ${n} stands for this period. This file replaces it once it is signed.`,
    waits: 'Something already waits for its signature for this period',
    sent: (at: string) => `sent at ${at}`,
    both: 'If this file is sent, both wait. Where the earlier one is not needed any more, open and withdraw it.',
  },
};

/** What a file would replace, and what already waits beside it, before it is sent; nothing where that cannot be known. */
export function SentBefore({ slot }: { slot: SlotAsked }) {
  const say = useWords(words);
  const language = useLanguage();
  const { answer } = useAnswer<{ items: SubmissionView[] }>(sentOf(slot, 20));
  if (answer.state !== 'ready') return null;
  const standing = inForceIn(answer.value.items);
  const waiting = waitingIn(answer.value.items);
  return (
    <>
      {standing !== null && <p>{say.replaces(standing.version)}</p>}
      {waiting.length > 0 && (
        <Notice kind="warning" title={say.waits}>
          <ul>
            {waiting.map((submission) => (
              <li key={submission.id}>
                <a href={`/ban-nop/${submission.id}`}>
                  <SentName submission={submission} />
                </a>
                , {say.sent(momentText(submission.openedAt, language))}
              </li>
            ))}
          </ul>
          <p>{say.both}</p>
        </Notice>
      )}
    </>
  );
}
