import { useEffect, useState } from 'preact/hooks';

let text = '';
let show: (text: string) => void = () => {};

/** Says to a screen reader what has appeared on the page; the same again is said again once it was taken back. */
export function speak(said: string): void {
  text = said;
  show(said);
}

/** Takes back what was said, unless something else was said since. */
export function unspeak(said: string): void {
  if (text === said) speak('');
}

/**
 * The place from which messages are read out. It stands from the beginning, empty: what is born together with its text
 * is not read by all screen readers (WCAG technique ARIA22).
 */
export function Spoken() {
  const [shown, setShown] = useState('');
  useEffect(() => {
    show = setShown;
    setShown(text);
  }, []);
  return (
    <div class="unseen" role="status">
      {shown}
    </div>
  );
}
