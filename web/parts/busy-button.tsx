import type { ComponentChildren } from 'preact';

/**
 * A button that does nothing for now, and says so. It can still be reached: one that is `disabled` while it has the
 * focus drops it, and whoever uses the keyboard begins again at the top of the page.
 * @param isOff a click, and Enter in a field of the same form, does nothing
 */
export function BusyButton({
  isOff,
  type = 'button',
  class: name,
  onClick,
  children,
}: {
  isOff: boolean;
  type?: 'button' | 'submit';
  class?: string | undefined;
  onClick?: () => void;
  children: ComponentChildren;
}) {
  return (
    <button
      type={type}
      class={name}
      aria-disabled={isOff}
      onClick={(event) => {
        if (isOff) event.preventDefault();
        else onClick?.();
      }}
    >
      {children}
    </button>
  );
}
