/** A box that must be ticked before something is done that cannot be taken back. */
export function Confirmation({
  id,
  label,
  isChecked,
  onChange,
  error,
}: {
  id: string;
  label: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  error: string | undefined;
}) {
  return (
    <div class={error ? 'field wrong' : 'field'}>
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <label class="secretariat-choice">
        <input
          type="checkbox"
          id={id}
          name={id}
          checked={isChecked}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {label}
      </label>
    </div>
  );
}
