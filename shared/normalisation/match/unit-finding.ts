import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import type { Bilingual } from '../report.ts';
import { suggestionsOf, type UnitMatch } from './match-unit.ts';

/** What is said of a text that should have named the reporting unit. */
export type UnitFinding = {
  code: 'unit-differs' | 'unit-unclear' | 'unit-unknown' | 'unit-dissolved' | 'unit-is-region';
  expected: string;
  /** What it may have meant: shown, never taken. */
  hint: Bilingual | null;
};

const rejections = {
  unknown: 'unit-unknown',
  dissolved: 'unit-dissolved',
  'not-a-unit': 'unit-is-region',
} as const;

/** The finding on a named unit; undefined when it is the one that was asked. */
export function unitFinding(found: UnitMatch, { unit, day }: Asked): UnitFinding | undefined {
  const expected = nameOn(unit, day).full;
  if ('match' in found) {
    return found.match === unit ? undefined : { code: 'unit-differs', expected, hint: null };
  }
  const [code, units] =
    'ask' in found
      ? (['unit-unclear', found.ask] as const)
      : ([rejections[found.reject], found.instead] as const);
  return { code, expected, hint: suggest(suggestionsOf(units, day)) };
}

/** How many suggestions are shown: more is no help. */
const shown = 5;

/** Suggestions as a hint, or null when there is none. */
export function suggest(suggestions: readonly string[]): Bilingual | null {
  if (suggestions.length === 0) return null;
  const list = suggestions.slice(0, shown).join('; ');
  return { vi: `Có thể là: ${list}.`, en: `It may be: ${list}.` };
}
