import { useWords } from '../../app/language.tsx';
import type { CheckSummary } from '../../engine/check-messages.ts';
import type { SlotAsked } from './file-check.ts';

const words = {
  vi: {
    title: 'Gửi tệp này',
    returned: 'Vẫn gửi tệp chưa đạt này',
    why: 'Hệ thống sẽ trả lại tệp với đúng các lỗi trên. Chỉ gửi khi cần để lại dấu vết rằng đơn vị đã nộp lần này.',
  },
  en: {
    title: 'Send this file',
    returned: 'Send this file although it does not pass',
    why: 'The service will return it with the very errors above. Send it only to leave a trace that this attempt was made.',
  },
};

/** The way on: the upload of a file that passes; of one that would be returned only for who asks for it. */
export function SendPart({ summary }: { slot: SlotAsked; file: File; summary: CheckSummary }) {
  const say = useWords(words);
  if (summary.report.verdict !== 'returned') return <h2>{say.title}</h2>;
  return (
    <details>
      <summary>{say.returned}</summary>
      <p>{say.why}</p>
    </details>
  );
}
