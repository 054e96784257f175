import { mostWhy } from '../../../shared/submissions/reason.ts';
import { useWords } from '../../app/language.tsx';
import { LongTextField } from '../../parts/long-text-field.tsx';

export const whyWords = {
  vi: { why: 'Lý do', hint: 'Được lưu cùng người làm và thời điểm.', needed: 'Cần ghi lý do' },
  en: { why: 'Reason', hint: 'It is kept with who did it and when.', needed: 'Give the reason' },
};

/** Why somebody decides something: kept for good with who and when. */
export function WhyField({
  id,
  value,
  onInput,
  error,
}: {
  id: string;
  value: string;
  onInput: (why: string) => void;
  error: string | undefined;
}) {
  const say = useWords(whyWords);
  return (
    <LongTextField
      id={id}
      label={say.why}
      hint={say.hint}
      error={error}
      value={value}
      most={mostWhy}
      onWrite={onInput}
    />
  );
}
