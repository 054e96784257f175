import type { FigureChange } from '../../shared/query/compared-figures.ts';
import type { Both, Language } from '../app/language.tsx';
import { figureText } from './figures.ts';

type Kind = 'plain' | 'good' | 'attention' | 'bad';

/** How a figure lies to the one beside it. */
export const changeWords: Readonly<Record<FigureChange, Both & { kind: Kind }>> = {
  same: { vi: 'Không đổi', en: 'Unchanged', kind: 'plain' },
  changed: { vi: 'Khác', en: 'Different', kind: 'attention' },
  new: { vi: 'Mới có', en: 'New', kind: 'attention' },
  gone: { vi: 'Không còn', en: 'Gone', kind: 'bad' },
  none: { vi: 'Đều không có', en: 'Neither has one', kind: 'plain' },
};

const counted = {
  vi: {
    changed: (n: string) => `${n} chỉ tiêu khác`,
    new: (n: string) => `${n} chỉ tiêu mới có`,
    gone: (n: string) => `${n} chỉ tiêu không còn`,
    none: 'không có chỉ tiêu nào khác',
  },
  en: {
    changed: (n: string) => `${n} different`,
    new: (n: string) => `${n} new`,
    gone: (n: string) => `${n} gone`,
    none: 'no indicator differs',
  },
};

/** Whether a figure differs from the one beside it, in any way. */
export function isDifferent(change: FigureChange): change is 'changed' | 'new' | 'gone' {
  return change === 'changed' || change === 'new' || change === 'gone';
}

/** How many figures differ from those beside them, by kind: `19 chỉ tiêu khác, 1 chỉ tiêu mới có`. */
export function comparisonText(rows: readonly { change: FigureChange }[], language: Language): string {
  const say = counted[language];
  const told = (['changed', 'new', 'gone'] as const).flatMap((kind) => {
    const count = rows.filter(({ change }) => change === kind).length;
    return count === 0 ? [] : [say[kind](figureText(String(count), language))];
  });
  return told.join(', ') || say.none;
}
