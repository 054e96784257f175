import { nameOn } from '../../catalog/unit.ts';
import type { Asked } from '../asked.ts';
import { suggestionsOf, type UnitMatch } from './match-unit.ts';

/** What is said of a text that should have named the reporting unit. */
export type UnitFinding = {
  code: 'unit-differs' | 'unit-unclear' | 'unit-unknown' | 'unit-dissolved' | 'unit-is-region';
  expected: string;
};

/** The finding on a named unit; undefined when it is the one that was asked. Suggestions are never taken. */
export function unitFinding(found: UnitMatch, { unit, day }: Asked): UnitFinding | undefined {
  const expected = nameOn(unit, day).full;
  if ('match' in found) return found.match === unit ? undefined : { code: 'unit-differs', expected };
  if ('ask' in found)
    return { code: 'unit-unclear', expected: maybe(suggestionsOf(found.ask, day)) ?? expected };
  const code = {
    unknown: 'unit-unknown',
    dissolved: 'unit-dissolved',
    'not-a-unit': 'unit-is-region',
  } as const;
  return { code: code[found.reject], expected: maybe(suggestionsOf(found.instead, day)) ?? expected };
}

/** How many suggestions are shown: more is no help. */
const shown = 5;

/** Suggestions as a sentence, or null when there is none. */
export function maybe(suggestions: readonly string[]): string | null {
  return suggestions.length === 0 ? null : `Có thể là: ${suggestions.slice(0, shown).join('; ')}`;
}
