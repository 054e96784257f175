import type { ComponentChildren } from 'preact';

/** A state in a word: `good` done and right, `attention` somebody must act, `bad` refused or overdue, `plain` the rest. */
export function Tag({
  kind = 'plain',
  children,
}: {
  kind?: 'plain' | 'good' | 'attention' | 'bad';
  children: ComponentChildren;
}) {
  return <span class={`tag ${kind}`}>{children}</span>;
}
