import { useLayoutEffect, useState } from 'preact/hooks';
import { useLanguage, useWords } from '../../app/language.tsx';
import { figureText } from '../../format/figures.ts';
import type { Lines } from './use-lines.ts';

const words = {
  vi: {
    label: 'Đi qua các lỗi và cảnh báo',
    before: 'Chỗ trước',
    after: 'Chỗ sau',
    at: (at: string, of: string) => `Chỗ ${at} / ${of}`,
    keys: 'Dùng phím N (chỗ sau) và P (chỗ trước)',
  },
  en: {
    label: 'Step through errors and warnings',
    before: 'Previous place',
    after: 'Next place',
    at: (at: string, of: string) => `Place ${at} of ${of}`,
    keys: 'Use the keys N (next) and P (previous)',
  },
};

const keptKey = 'diem-cau:check-keys';

/**
 * Previous and next finding, by button or by key. Keys of one letter can be turned off (WCAG 2.1.4), and do nothing
 * where somebody writes.
 */
export function FindingWalk({ count, lines }: { count: number; lines: Lines }) {
  const say = useWords(words);
  const language = useLanguage();
  const [hasKeys, setKeys] = useState(() => localStorage.getItem(keptKey) !== 'off');
  const { step } = lines;
  // At once: a key that is turned off does nothing any more.
  useLayoutEffect(() => {
    if (!hasKeys || count === 0) return;
    const press = (event: KeyboardEvent) => {
      const by = stepOf(event);
      if (by === null) return;
      event.preventDefault();
      step(by);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
  if (count === 0) return null;
  const told = (number: number) => figureText(String(number), language);
  return (
    <fieldset class="check-walk actions">
      <legend class="unseen">{say.label}</legend>
      <button type="button" onClick={() => step(-1)}>
        {say.before}
      </button>
      <button type="button" onClick={() => step(1)}>
        {say.after}
      </button>
      <span role="status">{lines.at === null ? '' : say.at(told(lines.at + 1), told(count))}</span>
      <label>
        <input
          type="checkbox"
          checked={hasKeys}
          onChange={(event) => {
            setKeys(event.currentTarget.checked);
            localStorage.setItem(keptKey, event.currentTarget.checked ? 'on' : 'off');
          }}
        />
        {say.keys}
      </label>
    </fieldset>
  );
}

function stepOf({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): 1 | -1 | null {
  if (ctrlKey || altKey || metaKey) return null;
  if (target instanceof Element && target.closest('input:not([type=checkbox]), select, textarea'))
    return null;
  if (key === 'n' || key === 'N') return 1;
  return key === 'p' || key === 'P' ? -1 : null;
}
