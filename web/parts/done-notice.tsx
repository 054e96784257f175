import { useDone } from '../app/done.ts';
import { Notice } from './notice.tsx';

/** Tells, and reads out, what was just done. @param words by what was done; anything else is not this page's to tell */
export function DoneNotice({ words }: { words: Readonly<Record<string, string>> }) {
  const done = useDone();
  const told = done && words[done.what];
  if (!done || !told) return null;
  return (
    <Notice key={done.number} kind="success" live>
      <p>{told}</p>
    </Notice>
  );
}
