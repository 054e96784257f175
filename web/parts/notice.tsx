import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { speak, unspeak } from './spoken.tsx';

export type NoticeKind = 'info' | 'success' | 'warning' | 'error';

/**
 * A message that stands in the page. `live` is read out when it appears: an error at once, anything else
 * politely, from the place that stands for it.
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
  const box = useRef<HTMLDivElement>(null);
  const said = useRef('');
  const isError = kind === 'error';
  useEffect(() => {
    const text = live && !isError ? (box.current?.innerText.replace(/\s+/g, ' ').trim() ?? '') : '';
    if (text === said.current) return;
    if (text === '') unspeak(said.current);
    else speak(text);
    said.current = text;
  });
  useEffect(() => () => unspeak(said.current), []);
  return (
    <div class={`notice ${kind}`} role={live && isError ? 'alert' : undefined} ref={box}>
      {title !== undefined && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}
