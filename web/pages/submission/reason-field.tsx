import { mostReason } from '../../../shared/submissions/reason.ts';
import { Field } from '../../parts/field.tsx';

/** A reason that stays for good, in a few sentences. */
export function ReasonField({
  id = 'why',
  label,
  hint,
  value,
  error,
  most = mostReason,
  onChange,
}: {
  id?: string;
  label: string;
  hint: string;
  value: string;
  error: string | undefined;
  /** In characters. */
  most?: number;
  onChange: (value: string) => void;
}) {
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={error}
      control={(tied) => (
        <textarea
          {...tied}
          rows={3}
          maxLength={most}
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    />
  );
}
