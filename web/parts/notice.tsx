import type { ComponentChildren } from 'preact';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

/**
 * A message that stands in the page. `live` is read out when it appears: politely, an error at once.
 * The kind is told by a word or the title, never by colour alone: write the text so.
 */
export function Notice({
  kind = 'info',
  title,
  live = false,
  children,
}: {
  kind?: NoticeKind;
  title?: string;
  live?: boolean;
  children?: ComponentChildren;
}) {
  const role = live ? (kind === 'error' ? 'alert' : 'status') : undefined;
  return (
    <div class={`notice ${kind}`} role={role}>
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}
