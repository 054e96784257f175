import type { ComponentProps } from 'preact';
import { Field } from './field.tsx';

/** A field for some sentences. */
export function LongTextField({
  value,
  rows = 3,
  most,
  lang,
  onWrite,
  ...field
}: Omit<ComponentProps<typeof Field>, 'control'> & {
  value: string;
  rows?: number;
  /** In characters: more cannot be typed. */
  most?: number;
  lang?: 'vi';
  onWrite: (text: string) => void;
}) {
  return (
    <Field
      {...field}
      control={(tied) => (
        <textarea
          {...tied}
          rows={rows}
          maxLength={most}
          lang={lang}
          value={value}
          onInput={(event) => onWrite(event.currentTarget.value)}
        />
      )}
    />
  );
}
