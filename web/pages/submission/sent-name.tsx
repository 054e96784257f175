import type { SubmissionView } from '../../../shared/query/read-submission.ts';
import { useWords } from '../../app/language.tsx';
import { FileName } from '../../parts/file-name.tsx';

const words = { vi: { nil: 'Bản xác nhận không phát sinh' }, en: { nil: 'Nil return' } };

/** What was sent, by the name of its file; a nil return has none. */
export function SentName({ submission: { file } }: { submission: Pick<SubmissionView, 'file'> }) {
  const say = useWords(words);
  return file === null ? <span>{say.nil}</span> : <FileName name={file.name} />;
}
