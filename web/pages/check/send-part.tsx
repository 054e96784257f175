import { useWords } from '../../app/language.tsx';
import type { CheckSummary } from '../../engine/check-messages.ts';
import { UploadPanel } from '../../upload/upload-panel.tsx';
import type { SlotAsked } from './file-check.ts';
import { SentBefore } from './sent-before.tsx';

const words = {
  vi: {
    returned: 'Vẫn gửi tệp chưa đạt này',
    why: 'Hệ thống sẽ trả lại tệp với đúng các lỗi trên. Chỉ gửi khi cần ghi nhận rằng đơn vị đã nộp lần này.',
  },
  en: {
    returned: 'Send this file although it does not pass',
    why: 'The service will return it with the very errors above. Send it only to have it on record that this attempt was made.',
  },
};

/** The way on: the upload of a file that passes; of one that would be returned only for who asks for it. */
export function SendPart({ slot, file, summary }: { slot: SlotAsked; file: File; summary: CheckSummary }) {
  const say = useWords(words);
  const { verdict, file: read } = summary.report;
  const panel = (
    <>
      <SentBefore slot={slot} />
      <UploadPanel {...slot} file={file} sha256={read.sha256} verdict={verdict} />
    </>
  );
  if (verdict !== 'returned') return panel;
  return (
    <details>
      <summary>{say.returned}</summary>
      <p>{say.why}</p>
      {panel}
    </details>
  );
}
