import type { ComponentChildren } from 'preact';
import { Tag } from '../../parts/tag.tsx';

/** One thing to be done: how it stands in a word, and the link that leads there. */
export function Todo({
  kind,
  word,
  text,
  address,
}: {
  kind: 'plain' | 'good' | 'attention' | 'bad';
  word: string;
  text: ComponentChildren;
  address: string;
}) {
  return (
    <p class="secretariat-todo">
      <Tag kind={kind}>{word}</Tag> <a href={address}>{text}</a>
    </p>
  );
}
