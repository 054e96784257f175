import type { ComponentProps } from 'preact';
import { Field } from './field.tsx';

/** What can be chosen: its value, and how it is called. */
export type Choice<Value extends string = string> = readonly [value: Value, text: string];

/** A field in which one of a list is chosen. */
export function ChoiceField<Value extends string>({
  value,
  choices,
  onChoose,
  ...field
}: Omit<ComponentProps<typeof Field>, 'control'> & {
  value: Value;
  choices: readonly Choice<Value>[];
  onChoose: (value: Value) => void;
}) {
  return (
    <Field
      {...field}
      control={(tied) => (
        <select {...tied} value={value} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
          {choices.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    />
  );
}
